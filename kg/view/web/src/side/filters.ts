/** The filters, which are the legend too: each choice with its sign and the number of claims that it would show. */

import type { App } from "../app.ts";
import { ARTICLE, isOpen, SURE, type Filtered } from "../data/filter.ts";
import { clipped } from "../data/text.ts";
import { changed, FACETS, type Facet } from "../state.ts";
import { fill, h } from "../ui/dom.ts";
import { button, lineSign, typeSign } from "../ui/parts.ts";
import { number } from "../words.ts";

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly sign: Element | null;
}

const AT_ONCE = 8;
/** Facets that are closed until the reader opens them. */
const CLOSED: ReadonlySet<Facet> = new Set(["source", "document"]);

export function filtersPanel(app: App): HTMLElement {
  const panel = h("aside", { class: "filters", id: "filters" });
  const open = new Map<Facet, boolean>(FACETS.map((facet) => [facet, !CLOSED.has(facet)]));
  const all = new Set<Facet>();
  const draw = (): void => {
    const had = document.activeElement?.id ?? "";
    const { scrollTop } = panel;
    panel.setAttribute("aria-label", app.t("filters"));
    const found = app.filtered();
    fill(panel, heading(app), ...FACETS.slice(0, 3).map((facet) => group(app, facet, found, open, all, draw)), confidence(app, found), ...FACETS.slice(3).map((facet) => group(app, facet, found, open, all, draw)));
    panel.scrollTop = scrollTop;
    if (had && panel.querySelector(`#${CSS.escape(had)}`)) document.getElementById(had)?.focus();
  };
  app.store.on((state, before) => {
    if (changed(state, before, "shown", "sure", "from", "to", "language")) draw();
  });
  app.onRenew(draw);
  draw();
  return panel;
}

function heading(app: App): HTMLElement {
  const { shown } = app.filtered();
  const { state, t } = app;
  const clear = (): void => app.store.set({ shown: { type: null, modality: null, relation: null, source: null, document: null }, sure: 0, from: null, to: null });
  return h(
    "header",
    {},
    h("h2", { class: "offscreen" }, t("filters")),
    h("p", { class: "shown", "aria-live": "polite" }, t("shownOf", { n: shown, all: app.model.claims })),
    isOpen(state) ? null : button(t("clearFilters"), clear, { class: "text", id: "clear" }),
  );
}

function title(app: App, facet: Facet): string {
  switch (facet) {
    case "type":
      return app.t("types");
    case "modality":
      return app.t("modality");
    case "relation":
      return app.t("relation");
    case "source":
      return app.t("source");
    case "document":
      return app.t("articlesTitle");
  }
}

function choices(app: App, facet: Facet, found: Filtered): Choice[] {
  const { model, state } = app;
  const { vocabulary, entities } = model.graph;
  const counts = found.counts[facet];
  const count = (key: string): number => counts.get(key) ?? 0;
  const language = state.language;
  switch (facet) {
    case "type": {
      const used = new Set(entities.type);
      return vocabulary.types.flatMap(({ key, label }, rank) => (used.has(rank) ? [{ key, label: label[language], count: count(key), sign: typeSign(key) }] : []));
    }
    case "modality": {
      const used = new Set(model.graph.claims.modality);
      return vocabulary.modalities.flatMap(({ key, label }, rank) => (used.has(rank) ? [{ key, label: label[language], count: count(key), sign: lineSign(key) }] : []));
    }
    case "relation": {
      const used = new Set(model.graph.claims.relation);
      return byCount(vocabulary.relations.flatMap(({ key, label }, rank) => (used.has(rank) ? [{ key, label: label[language], count: count(key), sign: null }] : [])));
    }
    case "source": {
      const used = new Set(Object.values(model.facts.claims.source));
      const named = [...used].map((entity) => ({ key: app.iri(entity), label: model.label(entity), count: count(app.iri(entity)), sign: null }));
      return [{ key: ARTICLE, label: app.t("articleItself"), count: count(ARTICLE), sign: null }, ...byCount(named)];
    }
    case "document": {
      const { iri, title: titles, files } = model.facts.documents;
      return byCount(iri.map((key, rank) => ({ key, label: titles[rank] || files[rank]?.[0] || key, count: count(key), sign: null })));
    }
  }
}

function byCount(found: Choice[]): Choice[] {
  return found.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function group(app: App, facet: Facet, found: Filtered, open: Map<Facet, boolean>, all: Set<Facet>, draw: () => void): HTMLElement {
  const every = choices(app, facet, found);
  const some = all.has(facet) || every.length <= AT_ONCE + 2 ? every : every.slice(0, AT_ONCE);
  const keys = every.map(({ key }) => key);
  const rest = every.length - some.length;
  const box = h(
    "details",
    { class: "facet", open: open.get(facet) ?? true },
    h("summary", {}, h("h3", {}, title(app, facet)), app.state.shown[facet] ? h("span", { class: "dot", title: app.t("filtered") }) : null),
    h("ul", { class: "plain" }, ...some.map((choice) => row(app, facet, choice, keys))),
    rest
      ? button(app.t("showMore", { n: rest }), () => {
          all.add(facet);
          draw();
        }, { class: "text" })
      : null,
  );
  box.addEventListener("toggle", () => open.set(facet, box.open));
  return box;
}

function row(app: App, facet: Facet, choice: Choice, keys: readonly string[]): HTMLElement {
  const shown = app.state.shown[facet];
  const on = shown === null || shown.includes(choice.key);
  const alone = shown?.length === 1 && on;
  const set = (next: readonly string[] | null): void => app.store.set({ shown: { ...app.state.shown, [facet]: next && next.length === keys.length ? null : next } });
  const toggle = (): void => set(on ? (shown ?? keys).filter((key) => key !== choice.key) : [...(shown ?? []), choice.key]);
  const id = `${facet}-${keys.indexOf(choice.key)}`;
  return h(
    "li",
    { class: choice.count ? "" : "none" },
    h("label", {}, h("input", { type: "checkbox", id, checked: on, onchange: toggle }), choice.sign, h("bdi", { class: "label", title: choice.label.length > 24 ? clipped(choice.label, 300) : null }, clipped(choice.label)), h("span", { class: "count" }, number(choice.count, app.state.language))),
    button(alone ? app.t("all") : app.t("only"), () => set(alone ? null : [choice.key]), { class: "only text", id: `${id}-only`, "aria-label": alone ? app.t("all") : `${app.t("only")} ${clipped(choice.label)}` }),
  );
}

function confidence(app: App, found: Filtered): HTMLElement {
  const { sure } = app.state;
  const options = SURE.map((least) =>
    h(
      "label",
      {},
      h("input", { type: "radio", name: "sure", id: `sure-${least}`, checked: sure === least, onchange: () => app.store.set({ sure: least }) }),
      h("span", {}, least ? `≥ ${least}%` : app.t("any")),
      h("span", { class: "count" }, number(found.sure.get(least) ?? 0, app.state.language)),
    ),
  );
  return h("fieldset", { class: "facet sure-facet" }, h("legend", {}, app.t("confidence")), h("div", { class: "steps" }, ...options));
}
