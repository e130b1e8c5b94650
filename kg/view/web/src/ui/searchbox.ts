/** The search box: a combobox over what a search finds. */

import type { App } from "../app.ts";
import { debounced, fill, h, s } from "./dom.ts";
import { Hits, type Choice, type Group } from "./hits.ts";
import { ICONS } from "./parts.ts";

/** Milliseconds between reading claims, so that typing goes first. */
const PIECE = 8;
const PAUSE = 60;

export class SearchBox {
  readonly element: HTMLElement;
  private readonly app: App;
  private readonly hits: Hits;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  /** One group or none of each. */
  private names: readonly Group[] = [];
  private elsewhere: readonly Group[] = [];
  private claims: readonly Group[] = [];
  private wanted = "";
  private at = 0;
  private timer = 0;

  constructor(app: App) {
    this.app = app;
    this.hits = new Hits(app);
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
      onblur: () => setTimeout(() => document.activeElement === this.input || this.leave(), 150),
      onkeydown: (event: KeyboardEvent) => this.key(event),
    });
    this.list = h("div", { id: "hits", role: "listbox", hidden: true, onmousedown: (event: MouseEvent) => event.preventDefault() });
    this.status = h("span", { class: "offscreen", role: "status" });
    const glass = s("svg", { viewBox: "0 0 20 20", width: 16, height: 16, "aria-hidden": "true" }, s("path", { d: ICONS.search }));
    this.element = h("div", { class: "search", role: "search" }, glass, this.input, h("kbd", { "aria-hidden": "true" }, "/"), this.list, this.status);
    this.word();
    app.onRenew(() => this.hits.forget());
    app.store.on((state, before) => {
      if (state.language === before.language) return;
      this.hits.forget();
      this.word();
    });
    app.askForEntity = () => {
      this.input.value = "";
      this.input.placeholder = app.t("pathPrompt");
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

  /** Names at once; claims, which are many more, when the reader pauses. */
  private find(): void {
    this.wanted = this.input.value;
    if (!this.wanted.trim()) return this.close();
    this.at = 0;
    this.names = [this.hits.names(this.wanted)];
    this.elsewhere = this.claims = [];
    this.show();
    clearTimeout(this.timer);
    if (this.app.pathFrom === null) this.timer = window.setTimeout(() => this.addMore(this.wanted), PAUSE);
  }

  private addMore(wanted: string): void {
    this.addClaims(false);
    const add = (group: Group): void => {
      if (wanted !== this.wanted || !group.choices.length) return;
      this.elsewhere = [group];
      this.show();
    };
    this.hits.elsewhere(wanted).then(add, () => undefined); // without the server the page is still there
  }

  private addClaims(all: boolean): void {
    if (!this.hits.read(PIECE)) {
      this.timer = window.setTimeout(() => this.addClaims(all));
      return;
    }
    this.claims = [this.hits.claims(this.wanted, all, () => this.addClaims(true))];
    this.show();
  }

  private get groups(): readonly Group[] {
    return [...this.names, ...this.elsewhere, ...this.claims];
  }

  private get choices(): readonly Choice[] {
    return this.groups.flatMap(({ choices }) => choices);
  }

  private show(): void {
    const { t } = this.app;
    const { groups } = this;
    let rank = 0;
    const rows = groups.map(({ title, total, choices }, place) =>
      choices.length
        ? h(
            "div",
            { role: "group", "aria-label": title },
            place ? h("div", { class: "title", role: "presentation" }, title, h("span", { class: "count" }, t("hitCount", { n: total }))) : null,
            ...choices.map((choice) => this.row(choice, rank++)),
          )
        : null,
    );
    fill(this.list, ...rows, rank ? null : h("div", { class: "none", role: "option", "aria-disabled": "true" }, t("noHits", { query: this.wanted.slice(0, 60) })));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = groups.map(({ title, total }) => `${title}: ${t("hitCount", { n: total })}`).join(", ");
    this.mark();
  }

  private row({ row }: Choice, rank: number): HTMLElement {
    return h("div", { id: `hit-${rank}`, role: "option", "aria-selected": "false", onclick: () => this.choose(rank) }, ...row);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      if (this.list.hidden) this.input.blur();
      return this.leave();
    }
    if (event.key === "Enter") {
      if (this.wanted !== this.input.value) this.find();
      return this.choose(this.at);
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const { length } = this.choices;
    if (!step || !length) return;
    event.preventDefault();
    this.at = (this.at + step + length) % length;
    this.mark();
  }

  private mark(): void {
    for (const row of this.list.querySelectorAll("[role=option]")) {
      const here = row.id === `hit-${this.at}`;
      row.setAttribute("aria-selected", String(here));
      if (here) row.scrollIntoView({ block: "nearest" });
    }
    if (this.choices.length) this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private choose(rank: number): void {
    const choice = this.choices[rank];
    if (!choice) return;
    if (choice.stays) {
      this.at = rank;
      return choice.choose();
    }
    this.close();
    this.word();
    this.input.value = "";
    choice.choose();
    this.input.blur();
    document.getElementById("facts")?.focus({ preventScroll: true });
  }

  /** Without a choice: a path stays without its other end. */
  private leave(): void {
    this.app.pathFrom = null;
    this.word();
    this.close();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    fill(this.list);
    this.names = this.elsewhere = this.claims = [];
    this.wanted = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
