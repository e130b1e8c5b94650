/** The SPARQL drawer: examples, editor, results; what the results name lights up in the picture. */

import type { App, Drawing } from "../app.ts";
import type { Result, Term } from "../data/endpoint.ts";
import { Search, type Entry } from "../data/search.ts";
import { clipped } from "../data/text.ts";
import type { Ref, SavedQuery } from "../payload.ts";
import type { Stage } from "../picture/stage.ts";
import { fill, h } from "../ui/dom.ts";
import { button, entityLink, ICONS, signButton, typeSign } from "../ui/parts.ts";
import type { Known, Proposal } from "./complete.ts";
import { Editor } from "./editor.ts";
import { engineOf, type Engine } from "./engine.ts";
import { downloadTable, shortened, tableElement, tableOf, type Table } from "./table.ts";
import { bound } from "./tokens.ts";

/** A cell shows so much; a download has all of it. */
const LONGEST = 400;

const FIRST = `SELECT DISTINCT ?person ?organisation WHERE {
  ?person kg:ceoOf ?organisation
}`;

/** Returns what opens and closes it as the state says; nothing of it is made before it is first open. */
export function drawerOf(app: App, stage: Stage): () => void {
  let drawer: Drawer | null = null;
  return () => {
    const { drawer: open, drawn } = app.state;
    if ((open || (drawn && !app.drawing)) && !drawer) drawer = new Drawer(app, stage);
    drawer?.show(open);
  };
}

class Drawer {
  private readonly app: App;
  private readonly stage: Stage;
  private readonly element: HTMLElement;
  private readonly editor: Editor;
  private readonly status = h("p", { class: "status", role: "status" });
  private readonly results = h("div", { class: "results" });
  private readonly examples: HTMLSelectElement;
  private readonly about = h("div", { class: "about-query" });
  private readonly go: HTMLButtonElement;
  private engine: Engine | null | undefined;
  private running = false;

  constructor(app: App, stage: Stage) {
    const { t, model } = app;
    this.app = app;
    this.stage = stage;
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
    if (app.state.drawn) void this.run();
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

  private query(): string {
    const values = Object.fromEntries([...this.about.querySelectorAll("input")].map((input) => [input.name, input.value]));
    return bound(this.editor.value, values);
  }

  private async run(): Promise<void> {
    const { app } = this;
    if (this.running) {
      this.engine?.stop();
      return;
    }
    if (this.engine === undefined) {
      this.engine = engineOf(app.model.graph.endpoint);
      if (this.engine) this.engine.onState = ({ ready, triples, milliseconds }) => this.say(ready ? app.t("engineReady", { n: triples, ms: milliseconds }) : app.t("engineLoading"));
    }
    if (!this.engine) return;
    app.store.set({ query: this.editor.value });
    this.busy(true);
    const begin = performance.now();
    try {
      const result = await this.engine.run(this.query());
      this.present(result, performance.now() - begin);
    } catch (error) {
      this.failed(error);
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
    this.status.classList.remove("wrong");
    this.status.textContent = text;
  }

  private failed(error: unknown): void {
    if (error instanceof Error && error.name === "AbortError") return this.say(this.app.t("stopped"));
    this.status.classList.add("wrong");
    this.status.textContent = error instanceof Error ? error.message : String(error);
  }

  private present(result: Result, milliseconds: number): void {
    const { app } = this;
    const table = tableOf(result);
    const lit = entitiesIn(app, table);
    app.results = lit.size ? lit : null;
    this.stage.recolour();
    const words = [table.rows.length ? app.t("rows", { n: table.rows.length }) : app.t("noRows"), `${Math.round(milliseconds)} ms`, lit.size ? app.t("resultsLit", { n: lit.size }) : ""];
    this.say(words.filter(Boolean).join(" · "));
    const drawing = result.graph === undefined ? null : drawingOf(app, table);
    const tools = h(
      "div",
      { class: "row" },
      button(app.t("csv"), () => downloadTable(table, "csv")),
      button(app.t("json"), () => downloadTable(table, "json")),
      drawing ? button(app.t("drawResult"), () => this.draw(drawing), { class: "strong" }) : null,
      lit.size ? button(app.t("unlight"), () => this.unlight(), { class: "text" }) : null,
    );
    fill(this.results, table.rows.length ? tools : null, tableElement(table, (term) => shown(app, term), (n) => app.t("showMore", { n })));
    if (app.state.drawn && drawing) this.draw(drawing);
  }

  private unlight(): void {
    this.app.results = null;
    this.stage.recolour();
  }

  private draw(drawing: Drawing): void {
    if (!drawing.entities.length) return this.say(this.app.t("drawNothing"));
    this.app.results = null;
    this.app.drawing = drawing;
    if (this.app.state.drawn) this.stage.rebuild();
    else this.app.store.set({ drawn: true, view: "picture", selected: null });
    this.say(this.app.t("drawn"));
  }
}

function declarations(app: App): string {
  return ["kg", "rdf", "rdfs"].flatMap((prefix) => (app.model.graph.prefixes[prefix] ? [`PREFIX ${prefix}: <${app.model.graph.prefixes[prefix]}>`] : [])).join("\n");
}

function entitiesIn(app: App, { rows }: Table): Set<Ref> {
  const found = new Set<Ref>();
  for (const row of rows) {
    for (const term of Object.values(row)) {
      const entity = term?.type === "uri" ? app.model.entity(term.value) : null;
      if (entity !== null) found.add(entity);
    }
  }
  return found;
}

/** The triples whose ends are both entities of the page; null if there is none. */
function drawingOf(app: App, { rows }: Table): Drawing | null {
  const entities = new Set<Ref>();
  const triples = rows.flatMap(({ subject, predicate, object }) => {
    const from = subject?.type === "uri" ? app.model.entity(subject.value) : null;
    const to = object?.type === "uri" ? app.model.entity(object.value) : null;
    if (from === null || to === null) return [];
    entities.add(from).add(to);
    return [{ from, to, label: relationName(app, predicate?.value ?? "") }];
  });
  return triples.length ? { triples, entities: [...entities].sort((a, b) => a - b) } : null;
}

function relationName(app: App, iri: string): string {
  const { vocabulary, vocabularyIri, prefixes, base } = app.model.graph;
  const relation = vocabulary.relations.find(({ key }) => vocabularyIri + key === iri);
  return relation?.label[app.state.language] ?? shortened(iri, prefixes, base);
}

/** Entities, claims and articles as links within the page, other IRIs by their prefix. */
function shown(app: App, term: Term): Node | string {
  if (term.type !== "uri") return h("bdi", {}, clipped(term.value, LONGEST));
  const { model } = app;
  const entity = model.entity(term.value);
  if (entity !== null) return h("span", {}, typeSign(model.typeKey(entity)), " ", entityLink(app, entity));
  const iri = model.relative(term.value);
  const { claims, documents } = model.facts;
  if (iri.startsWith("claim/") && claims.iri.includes(iri)) return button(iri, () => app.select({ kind: "claim", claim: iri }), { class: "text" });
  const document = documents.iri.indexOf(iri);
  if (document >= 0) return button(clipped(documents.title[document] || iri), () => app.openDocument(document, null), { class: "text" });
  const { vocabulary, vocabularyIri, prefixes, base } = model.graph;
  if (term.value.startsWith(vocabularyIri)) {
    const name = term.value.slice(vocabularyIri.length);
    const words = [...vocabulary.relations, ...vocabulary.modalities].find(({ key }) => key === name)?.label[app.state.language];
    if (words) return h("span", { title: term.value }, words);
  }
  return h("span", { title: term.value }, shortened(term.value, prefixes, base));
}

const PROPERTIES = "rdf:subject rdf:predicate rdf:object rdf:type rdfs:label rdfs:comment skos:altLabel owl:sameAs schema:headline schema:datePublished schema:publisher schema:inLanguage oa:exact oa:start oa:end prov:wasDerivedFrom kg:modality kg:source kg:when kg:start kg:end kg:role kg:amount kg:amountValue kg:amountUnit kg:product kg:confidence kg:evidence kg:support kg:sourceCount kg:conflictsWith kg:supersedes kg:file kg:text kg:mentionCount kg:refersTo kg:Claim kg:Mention kg:Disagreement schema:NewsArticle schema:Person schema:Organization schema:Place schema:Product schema:Event schema:CreativeWork kg:Group".split(" ");

function known(app: App): Known {
  const { vocabulary, prefixes } = app.model.graph;
  const language = app.state.language;
  const own = [...vocabulary.relations, ...vocabulary.modalities].map(({ key, label }) => ({ name: `kg:${key}`, detail: label[language] }));
  const search = new Search(entries(app));
  const entities = (text: string): Proposal[] =>
    search.find(text, 10).map(({ entry }) => ({
      insert: `<${app.model.absolute(app.iri(entry.ref))}>`,
      label: app.model.label(entry.ref),
      detail: app.model.typeLabel(entry.ref),
    }));
  return { prefixes, terms: [...own, ...PROPERTIES.map((name) => ({ name, detail: "" }))], entities };
}

function* entries(app: App): Generator<Entry> {
  for (let entity = 0; entity < app.model.entities; entity++) {
    yield { kind: "entity", ref: entity, names: [app.model.label(entity)], weight: app.model.degree(entity) };
  }
}
