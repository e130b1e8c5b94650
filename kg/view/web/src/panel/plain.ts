/** What a query states and no claim does: said so wherever it is shown. */

import type { App } from "../app.ts";
import type { Plain } from "../data/model.ts";
import { h } from "../ui/dom.ts";
import { entityLink, lineSign } from "../ui/parts.ts";

const MOST = 200;

/** Those statements of the query that are wanted, under a heading that says what they are; null if there is none. */
export function plainStatements(app: App, wanted: (statement: Plain) => boolean): HTMLElement | null {
  const found = app.plain().filter(wanted);
  if (!found.length) return null;
  const rows = found.slice(0, MOST).map((statement) => h("li", {}, ...plainStatement(app, statement)));
  return h("section", { class: "group plain-statements" }, h("h3", {}, app.t("byTheQuery")), h("p", { class: "note" }, app.t("noClaim")), h("ul", { class: "statements" }, ...rows));
}

export function plainStatement(app: App, { from, to, predicate }: Plain): (HTMLElement | SVGElement | string)[] {
  return [lineSign("Plain"), " ", entityLink(app, from), " ", h("span", { title: predicate }, app.predicateLabel(predicate)), " ", entityLink(app, to)];
}
