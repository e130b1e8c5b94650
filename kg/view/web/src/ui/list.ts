/** The list: everything that the picture shows, as a table that can be sorted and read aloud. */

import type { App } from "../app.ts";
import type { Stage } from "../picture/stage.ts";
import type { Node } from "../picture/scene.ts";
import { statement } from "../panel/claim.ts";
import { plainStatements } from "../panel/plain.ts";
import { changed } from "../state.ts";
import { number } from "../words.ts";
import { fill, h } from "./dom.ts";
import { button, entityLink, typeSign } from "./parts.ts";

const PAGE = 60;
type Column = "name" | "type" | "facts" | "mentions";

export function listView(app: App, stage: Stage): HTMLElement {
  const box = h("section", { class: "list", tabindex: -1 });
  let [column, pages, claims]: [Column, number, number] = ["facts", 1, 1];
  const draw = (): void => {
    box.hidden = app.state.view !== "list";
    box.setAttribute("aria-label", app.t("list"));
    if (box.hidden) return;
    const nodes = sorted(app, stage.scene.nodes.filter(({ entity }) => entity >= 0), column);
    const sort = (by: Column): void => {
      column = by;
      draw();
    };
    fill(
      box,
      h("h2", {}, app.t("entitiesTitle"), count(app, nodes.length)),
      table(app, nodes.slice(0, pages * PAGE), column, sort),
      nodes.length > pages * PAGE ? button(app.t("showMore", { n: nodes.length - pages * PAGE }), () => [pages++, draw()]) : null,
      ...statements(app, stage, claims * PAGE, () => [claims++, draw()]),
    );
  };
  stage.onScene(() => {
    [pages, claims] = [1, 1];
    draw();
  });
  app.store.on((state, before) => {
    if (changed(state, before, "view", "language", "selected")) draw();
  });
  draw();
  return box;
}

function count(app: App, n: number): HTMLElement {
  return h("span", { class: "count" }, number(n, app.state.language));
}

function sorted(app: App, nodes: readonly Node[], column: Column): Node[] {
  const { mentions } = app.model.graph.entities;
  const byFacts = (a: Node, b: Node): number => app.model.degree(b.entity) - app.model.degree(a.entity) || a.entity - b.entity;
  const orders: { readonly [column in Column]: (a: Node, b: Node) => number } = {
    name: (a, b) => a.label.localeCompare(b.label),
    type: (a, b) => app.model.typeLabel(a.entity).localeCompare(app.model.typeLabel(b.entity)) || byFacts(a, b),
    facts: byFacts,
    mentions: (a, b) => (mentions[b.entity] ?? 0) - (mentions[a.entity] ?? 0) || a.entity - b.entity,
  };
  return [...nodes].sort(orders[column]);
}

function table(app: App, nodes: readonly Node[], by: Column, sort: (column: Column) => void): HTMLElement {
  const { t } = app;
  const names: { readonly [column in Column]: string } = { name: t("name"), type: t("type"), facts: t("factsTitle"), mentions: t("mentionsTitle") };
  const head = (Object.keys(names) as Column[]).map((column) =>
    h("th", { scope: "col", "aria-sort": column === by ? (column === "name" || column === "type" ? "ascending" : "descending") : null, class: column }, button(names[column], () => sort(column), { class: "text" })),
  );
  const chosen = app.state.selected?.kind === "entity" ? app.state.selected.entity : null;
  const rows = nodes.map(({ entity }) =>
    h(
      "tr",
      { class: chosen === app.iri(entity) ? "chosen" : "" },
      h("th", { scope: "row" }, typeSign(app.model.typeKey(entity)), "\u00a0", entityLink(app, entity)),
      h("td", {}, app.model.typeLabel(entity)),
      h("td", { class: "facts" }, number(app.model.degree(entity), app.state.language)),
      h("td", { class: "mentions" }, number(app.model.graph.entities.mentions[entity] ?? 0, app.state.language)),
    ),
  );
  return h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows));
}

/** What is said between and about what the picture shows. */
function statements(app: App, stage: Stage, most: number, more: () => void): (HTMLElement | null)[] {
  const shown = app.claimsShown();
  const within: number[] = [];
  for (let claim = 0; claim < app.model.claims; claim++) {
    if (shown && !shown[claim]) continue;
    const { subject, object } = app.model.ends(claim);
    if (stage.scene.place.has(subject) && (object === null ? app.state.focus === null || app.iri(subject) === app.state.focus : stage.scene.place.has(object))) within.push(claim);
  }
  const rows = within.slice(0, most).map((claim) =>
    h("li", { class: shown?.[claim] === 2 ? "greyed" : "" }, ...statement(app, claim, null), " ", button(app.t("evidence"), () => app.selectClaim(claim), { class: "text" })),
  );
  const { place } = stage.scene;
  return [
    h("h2", {}, app.t("factsTitle"), count(app, within.length)),
    h("ul", { class: "statements" }, ...rows),
    plainStatements(app, ({ from, to }) => place.has(from) && place.has(to)),
    within.length > most ? button(app.t("showMore", { n: within.length - most }), more) : null,
  ];
}
