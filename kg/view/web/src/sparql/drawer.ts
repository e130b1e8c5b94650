/** The SPARQL drawer: examples, editor, results; what the results name lights up in the picture. */

import type { App } from "../app.ts";
import type { Result, Values } from "../data/endpoint.ts";
import type { SavedQuery } from "../payload.ts";
import { fill, h } from "../ui/dom.ts";
import { button, ICONS, signButton } from "../ui/parts.ts";
import { cell, drawingOf, entitiesIn } from "./cells.ts";
import { Editor } from "./editor.ts";
import { engineOf, type Engine } from "./engine.ts";
import { tell, tellFailure } from "./failure.ts";
import { known } from "./known.ts";
import { downloadTable, tableElement, tableOf, type Table } from "./table.ts";

const FIRST = `SELECT DISTINCT ?person ?organisation WHERE {
  ?person kg:ceoOf ?organisation
}`;

/** Returns what opens and closes it as the state says; nothing of it is made before it is first open. */
export function drawerOf(app: App): () => void {
  let drawer: Drawer | null = null;
  let engine: Engine | null = null;
  app.store.on((state, before) => {
    if (!drawer || state.language === before.language) return;
    engine = drawer.leave();
    drawer = null;
  });
  return () => {
    const { drawer: open, drawn } = app.state;
    if ((open || (drawn && !app.drawing)) && !drawer) drawer = new Drawer(app, engine);
    drawer?.show(open);
  };
}

class Drawer {
  private readonly app: App;
  private readonly element: HTMLElement;
  private readonly editor: Editor;
  private readonly status = h("div", { class: "status", role: "status" });
  private readonly results = h("div", { class: "results" });
  private readonly examples: HTMLSelectElement;
  private readonly about = h("div", { class: "about-query" });
  private readonly go: HTMLButtonElement;
  private engine: Engine | null;
  private running = false;

  /** engine: one that runs already. */
  constructor(app: App, engine: Engine | null) {
    this.engine = engine;
    const { t, model } = app;
    this.app = app;
    this.editor = new Editor(known(app), t("sparqlEditor"), () => void this.run());
    this.examples = h("select", { "aria-label": t("examples"), onchange: () => this.example() }, h("option", { value: "" }, t("examples")), ...model.graph.queries.map(({ name }) => h("option", { value: name }, name)));
    this.go = button(t("run"), () => void this.run(), { class: "strong" });
    const help = h("p", { class: "help" }, t("sparqlHelp"));
    this.element = h(
      "section",
      { class: "drawer", "aria-label": t("sparql") },
      h("div", { class: "ask" }, h("div", { class: "row" }, this.examples, this.go, signButton(t("close"), ICONS.close, () => app.store.set({ drawer: false }), { class: "icon close" })), this.about, this.editor.element, help),
      h("div", { class: "answers" }, this.status, this.results),
    );
    this.editor.value = app.state.query ?? `${declarations(app)}\n${FIRST}`;
    this.editor.area.addEventListener("change", () => app.store.set({ query: this.editor.value }));
    document.body.append(this.element);
    if (app.state.drawn && !app.drawing) queueMicrotask(() => void this.run()); // a run changes the state: not before the drawer is known
  }

  /** Makes room for one in another language. */
  leave(): Engine | null {
    this.element.remove();
    return this.engine;
  }

  show(open: boolean): void {
    const { query } = this.app.state;
    if (open && this.element.hidden) this.editor.area.focus();
    this.element.hidden = !open;
    if (query !== null && query !== this.editor.value && document.activeElement !== this.editor.area) this.editor.value = query;
  }

  private chosen(): SavedQuery | null {
    return this.app.model.graph.queries.find(({ name }) => name === this.examples.value) ?? null;
  }

  private example(): void {
    const query = this.chosen();
    if (!query) return fill(this.about);
    this.editor.value = query.sparql;
    const ask = query.parameters.map((name) =>
      h("label", {}, h("span", { class: "offscreen" }, this.app.t("ask", { name })), h("input", { type: "text", name, placeholder: `?${name}`, onkeydown: (event: KeyboardEvent) => void (event.key === "Enter" && this.run()) })),
    );
    fill(this.about, h("p", {}, query.description), ...ask);
    if (!query.parameters.length) void this.run();
    else this.about.querySelector("input")?.focus();
  }

  private values(): Values {
    return Object.fromEntries([...this.about.querySelectorAll("input")].map((input) => [input.name, input.value]));
  }

  private async run(): Promise<void> {
    const { app } = this;
    if (this.running) {
      this.engine?.stop();
      return;
    }
    this.engine ??= engineOf(app.model.graph.endpoint, app.model.graph.prefixes);
    if (!this.engine) return this.say(app.t("noEngine"));
    this.engine.onState = ({ ready, triples, milliseconds }) => this.say(ready ? app.t("engineReady", { n: triples, ms: milliseconds }) : app.t("engineLoading"));
    app.store.set({ query: this.editor.value });
    this.busy(true);
    const begin = performance.now();
    try {
      const result = await this.engine.run(this.editor.value, this.values());
      this.present(result, performance.now() - begin);
    } catch (error) {
      tellFailure(this.status, this.editor, error, app.t);
    } finally {
      this.busy(false);
    }
  }

  private busy(running: boolean): void {
    this.running = running;
    fill(this.go, this.app.t(running ? "stop" : "run"));
    if (running) this.say(this.app.t("running"));
  }

  private say(text: string): void {
    tell(this.status, text);
  }

  private present(result: Result, milliseconds: number): void {
    const { app } = this;
    const table = tableOf(result);
    const lit = entitiesIn(app, table);
    app.light(lit.size ? lit : null);
    const words = [table.rows.length ? app.t("rows", { n: table.rows.length }) : app.t("noRows"), `${Math.round(milliseconds)} ms`, lit.size ? app.t("resultsLit", { n: lit.size }) : ""];
    this.say(words.filter(Boolean).join(" · "));
    const drawable = result.graph !== undefined && table.rows.length > 0;
    const tools = table.rows.length ? this.tools(table, drawable, lit.size > 0) : null;
    fill(this.results, tools, tableElement(table, (term) => cell(app, term), (n) => app.t("showMore", { n })));
    if (app.state.drawn && drawable) this.draw(table);
    else app.store.set({ drawn: false });
  }

  private tools(table: Table, drawable: boolean, lit: boolean): HTMLElement {
    const { t } = this.app;
    return h(
      "div",
      { class: "row" },
      button(t("csv"), () => downloadTable(table, "csv")),
      button(t("json"), () => downloadTable(table, "json")),
      drawable ? button(t("drawResult"), () => this.draw(table), { class: "strong" }) : null,
      lit ? button(t("unlight"), () => this.app.light(null), { class: "text" }) : null,
    );
  }

  private draw(table: Table): void {
    const { app } = this;
    app.drawing = drawingOf(app, table);
    if (!app.state.drawn) app.store.set({ drawn: true, view: "picture", selected: null });
    app.results = null;
    app.renew();
    const { plain } = app.drawing;
    this.say([app.t("drawn"), plain.length ? app.t("plainDrawn", { n: plain.length }) : ""].filter(Boolean).join(" "));
  }
}

function declarations(app: App): string {
  return ["kg", "rdf", "rdfs"].flatMap((prefix) => (app.model.graph.prefixes[prefix] ? [`PREFIX ${prefix}: <${app.model.graph.prefixes[prefix]}>`] : [])).join("\n");
}
