/** The search box: a combobox over entities and documents. */

import type { App } from "../app.ts";
import { Search, type Entry, type Hit } from "../data/search.ts";
import { clipped } from "../data/text.ts";
import { dateWords } from "../data/when.ts";
import { number } from "../words.ts";
import { debounced, fill, h, s } from "./dom.ts";
import { ICONS, typeSign } from "./parts.ts";

export class SearchBox {
  readonly element: HTMLElement;
  private readonly app: App;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private search: Search | null = null;
  private hits: Hit[] = [];
  private at = 0;

  constructor(app: App) {
    this.app = app;
    const { t } = app;
    this.input = h("input", {
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": "hits",
      "aria-autocomplete": "list",
      oninput: debounced(40, () => this.find()),
      onfocus: () => this.find(),
      onblur: () => setTimeout(() => document.activeElement === this.input || this.close(), 150),
      onkeydown: (event: KeyboardEvent) => this.key(event),
    });
    this.list = h("ul", { id: "hits", role: "listbox", hidden: true, onmousedown: (event: MouseEvent) => event.preventDefault() });
    this.status = h("span", { class: "offscreen", role: "status" });
    const glass = s("svg", { viewBox: "0 0 20 20", width: 16, height: 16, "aria-hidden": "true" }, s("path", { d: ICONS.search }));
    this.element = h("div", { class: "search", role: "search" }, glass, this.input, h("kbd", { "aria-hidden": "true" }, "/"), this.list, this.status);
    this.word();
    app.store.on((state, before) => {
      if (state.language !== before.language) this.word();
    });
    app.askForEntity = () => {
      this.input.value = "";
      this.input.placeholder = t("pathPrompt");
      this.focus();
    };
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private word(): void {
    this.input.placeholder = this.app.t("searchPrompt");
    this.input.setAttribute("aria-label", this.app.t("searchPrompt"));
    this.list.setAttribute("aria-label", this.app.t("hits"));
  }

  private find(): void {
    const { t } = this.app;
    const wanted = this.input.value;
    if (!wanted.trim()) return this.close();
    this.search ??= new Search(entries(this.app));
    this.hits = this.search.find(wanted);
    this.at = 0;
    fill(this.list, ...this.hits.map((hit, rank) => this.row(hit, rank)), this.hits.length ? null : h("li", { class: "none", role: "option", "aria-disabled": "true" }, t("noHits", { query: wanted.slice(0, 60) })));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = t("hitCount", { n: this.hits.length });
    this.mark();
  }

  private row({ entry, name }: Hit, rank: number): HTMLElement {
    const { app } = this;
    const { model, state, t } = app;
    const own = entry.names[0] ?? "";
    const sign = entry.kind === "entity" ? typeSign(model.typeKey(entry.ref)) : s("svg", { class: "sign", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, s("path", { d: "M3 1H9L12 4V13H3ZM5 7H10M5 10H10", class: "sheet" }));
    const kind = entry.kind === "entity" ? model.typeLabel(entry.ref) : `${t("article")} ${dateWords(model.facts.documents.date[entry.ref] ?? "", state.language)}`;
    const count = entry.kind === "entity" ? h("span", { class: "count" }, number(model.degree(entry.ref), state.language)) : null;
    return h(
      "li",
      { id: `hit-${rank}`, role: "option", "aria-selected": "false", onclick: () => this.choose(rank) },
      sign,
      h("bdi", { class: "hit" }, clipped(own)),
      name === own ? null : h("span", { class: "as" }, h("bdi", {}, clipped(name))),
      h("span", { class: "kind" }, kind),
      count,
    );
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.app.pathFrom = null;
      this.word();
      if (this.list.hidden) this.input.blur();
      return this.close();
    }
    if (event.key === "Enter") return this.choose(this.at);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || !this.hits.length) return;
    event.preventDefault();
    this.at = (this.at + step + this.hits.length) % this.hits.length;
    this.mark();
  }

  private mark(): void {
    for (const [rank, row] of [...this.list.children].entries()) {
      row.setAttribute("aria-selected", String(rank === this.at && this.hits.length > 0));
      if (rank === this.at) row.scrollIntoView({ block: "nearest" });
    }
    if (this.hits.length) this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private choose(rank: number): void {
    const hit = this.hits[rank];
    if (!hit) return;
    this.close();
    this.word();
    this.input.value = "";
    this.input.blur();
    if (hit.entry.kind === "entity") this.app.found(hit.entry.ref);
    else this.app.openDocument(hit.entry.ref, null);
    document.getElementById("facts")?.focus({ preventScroll: true });
  }

  private close(): void {
    this.list.hidden = true;
    this.hits = [];
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function* entries(app: App): Generator<Entry> {
  const { graph, facts } = app.model;
  for (let entity = 0; entity < app.model.entities; entity++) {
    const translated = Object.values(graph.entities.labelIn).flatMap((labels) => labels[entity] ?? []);
    const names = [...new Set([app.model.label(entity), graph.entities.label[entity] ?? "", ...translated, ...(facts.entities.aliases[entity] ?? [])])];
    yield { kind: "entity", ref: entity, names: names.filter((name) => name), weight: graph.entities.degree[entity] ?? 0 };
  }
  for (const [document, title] of facts.documents.title.entries()) {
    yield { kind: "document", ref: document, names: [title, ...(facts.documents.files[document] ?? [])].filter((name) => name), weight: 0 };
  }
}
