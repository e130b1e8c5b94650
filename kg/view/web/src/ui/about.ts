/** The about box: what made this page, and the licences of the parts in it. */

import type { App } from "../app.ts";
import { selectionNote } from "../panel/overview.ts";
import { h } from "./dom.ts";
import { button } from "./parts.ts";

interface Part {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  /** Name, version and licence of what is compiled into it. */
  readonly crates: readonly (readonly [string, string, string])[];
}

/** Written in by the build, from the packages themselves. */
declare const PARTS: readonly Part[];

export function openAbout(app: App): void {
  const { t, model } = app;
  const box = h("dialog", { class: "about", "aria-label": t("about") });
  const parts = PARTS.map(({ name, version, licence, text, crates }) =>
    h("details", {}, h("summary", {}, `${name} ${version} · ${licence}`), crates.length ? crateList(app, crates) : null, h("pre", { tabindex: 0 }, text)),
  );
  box.append(
    h("h2", {}, model.graph.title),
    h("p", {}, t(model.graph.endpoint === null ? "madeWith" : "madeWithServer", { version: model.graph.kg })),
    h("p", {}, `${t("facts", { n: model.claims })} · ${t("entities", { n: model.entities })} · ${t("articles", { n: model.facts.documents.iri.length })}`),
    selectionNote(app) ?? "",
    h("h3", {}, t("licences")),
    ...parts,
    h("p", { class: "end" }, button(t("close"), () => box.close(), { class: "strong" })),
  );
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}

function crateList(app: App, crates: Part["crates"]): HTMLElement {
  const rows = crates.map(([name, version, licence]) => h("li", {}, `${name} ${version} · ${licence}`));
  return h("div", {}, h("p", {}, app.t("crates", { n: crates.length })), h("ul", { class: "plain" }, ...rows));
}
