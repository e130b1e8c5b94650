/** What stands in the facts before anything is chosen: what there is, and where to begin. */

import type { App } from "../app.ts";
import type { Ref } from "../payload.ts";
import { h } from "../ui/dom.ts";
import { button, entityLink, typeSign } from "../ui/parts.ts";
import { number } from "../words.ts";
import { documentLink } from "./claim.ts";
import { sideBySide } from "./disagreement.ts";

const SOME = 10;

export function overviewPanel(app: App): HTMLElement {
  const { model, t } = app;
  const { disagreements, documents } = model.facts;
  return h(
    "div",
    { class: "panel overview" },
    h("h2", {}, t("overview")),
    h("p", { class: "lead" }, t("overviewText", { facts: t("facts", { n: model.claims }), entities: t("entities", { n: model.entities }), articles: t("articles", { n: documents.iri.length }) })),
    selectionNote(app),
    ways(app),
    h("h3", {}, t("mostConnected")),
    h("ul", { class: "plain" }, ...Array.from({ length: Math.min(SOME, model.entities) }, (_, entity) => entityRow(app, entity))),
    disagreements.length ? h("h3", {}, t("disagreements"), count(app, disagreements.length)) : null,
    ...disagreements.slice(0, 3).map((_, place) => sideBySide(app, place)),
    h("h3", {}, t("articlesTitle"), count(app, documents.iri.length)),
    articles(app),
  );
}

function count(app: App, n: number): HTMLElement {
  return h("span", { class: "count" }, number(n, app.state.language));
}

/** Above a certain size the page holds the strongest part: it says so, and how to see the rest. */
export function selectionNote(app: App): HTMLElement | null {
  const { selection } = app.model.graph;
  if (!selection) return null;
  const { entities, ofEntities, claims, ofClaims } = selection;
  return h(
    "div",
    { class: "note" },
    h("p", {}, selection.query ? app.t("byQuery") : app.t("selection", { entities, ofEntities, claims, ofClaims })),
    app.elsewhere === null ? null : h("p", {}, app.t("restComes")),
    selection.command ? h("p", {}, app.t("everything"), " ", h("code", {}, selection.command)) : null,
    selection.query ? h("pre", {}, selection.query) : null,
  );
}

/** Short ways to what people ask most. */
function ways(app: App): HTMLElement {
  const { modalities } = app.model.graph.vocabulary;
  const counts = app.filtered().counts.modality;
  const shown = modalities.filter(({ key }) => key !== "Asserted" && counts.get(key));
  const only = (key: string): void => app.store.set({ shown: { ...app.state.shown, modality: [key] }, view: "list" });
  return h(
    "div",
    { class: "actions" },
    ...shown.map(({ key, label }) => button(`${label[app.state.language]} (${number(counts.get(key) ?? 0, app.state.language)})`, () => only(key), { class: "pill" })),
  );
}

function entityRow(app: App, entity: Ref): HTMLElement {
  return h("li", {}, typeSign(app.model.typeKey(entity)), " ", entityLink(app, entity), count(app, app.model.degree(entity)));
}

function articles(app: App): HTMLElement {
  const { documents } = app.model.facts;
  const order = documents.iri.map((_, document) => document).sort((a, b) => (documents.date[b] ?? "").localeCompare(documents.date[a] ?? "") || a - b);
  const list = h("ul", { class: "plain" }, ...order.slice(0, SOME).map((document) => h("li", {}, documentLink(app, document, null))));
  if (order.length <= SOME) return list;
  const rest = button(app.t("showMore", { n: order.length - SOME }), () => {
    list.append(...order.slice(SOME).map((document) => h("li", {}, documentLink(app, document, null))));
    rest.remove();
  });
  rest.classList.add("text");
  return h("div", {}, list, rest);
}
