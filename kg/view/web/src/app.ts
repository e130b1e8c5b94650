/** What all parts of the page share, and the steps that a reader can take. */

import { filtered, isOpen, type Filtered } from "./data/filter.ts";
import type { Model, Plain } from "./data/model.ts";
import { reach } from "./data/reach.ts";
import { toHash } from "./hash.ts";
import type { Ref } from "./payload.ts";
import { initial, type Selected, type State, type Store } from "./state.ts";
import { announce } from "./ui/announce.ts";
import type { Language, Translate } from "./words.ts";

/** What the triples of a query's result state: claims, and what stands in no claim. */
export interface Drawing {
  readonly claims: readonly Ref[];
  readonly plain: readonly Plain[];
  readonly entities: readonly Ref[];
}

export class App {
  readonly model: Model;
  readonly store: Store;
  readonly t: Translate;
  private known: { readonly state: State; readonly value: Filtered } | null = null;
  /** The language of the browser: an address names only another. */
  private readonly language: Language;
  private readonly listeners: (() => void)[] = [];
  private readonly reached = new Set<string>();
  /** How many entities are being fetched. */
  coming = 0;
  /** Entities that the result of a query has; null: no result. */
  results: ReadonlySet<Ref> | null = null;
  /** The triples of a CONSTRUCT, when they are to be the picture. */
  drawing: Drawing | null = null;
  /** Where a path begins that waits for its other end. */
  pathFrom: Ref | null = null;
  /** Draws what is set off anew: the picture does. */
  relight: () => void = () => undefined;
  /** Asks the reader for an entity: the search box does. */
  askForEntity: () => void = () => undefined;

  constructor(model: Model, store: Store, t: Translate, language: Language) {
    this.language = language;
    this.model = model;
    this.store = store;
    this.t = t;
    store.on(() => this.fetch());
  }

  /** Once all parts of the page listen. */
  start(): void {
    this.fetch();
  }

  get state(): State {
    return this.store.state;
  }

  /** What the filters let through at the moment. */
  filtered(): Filtered {
    const { state } = this;
    const known = this.known?.state;
    if (this.known && known?.shown === state.shown && known.sure === state.sure && known.from === state.from && known.to === state.to) {
      return this.known.value;
    }
    this.known = { state, value: filtered(this.model, state) };
    return this.known.value;
  }

  /** The claims that the filters let through, null if there are no filters. */
  claimsShown(): Uint8Array | null {
    return isOpen(this.state) ? null : this.filtered().claims;
  }

  /** Calls back when there is other data to show though the state is the same. */
  onRenew(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Whether there is more of the graph than the page has, and where. */
  get elsewhere(): string | null {
    const { endpoint, selection } = this.model.graph;
    return selection ? endpoint : null;
  }

  /** Fetches what is around the entities that the picture opens, where the page has not all of it. */
  private fetch(): void {
    const { focus, open } = this.state;
    const { elsewhere } = this;
    for (const iri of elsewhere === null || focus === null ? [] : [focus, ...open]) {
      if (this.reached.has(iri) || elsewhere === null) continue;
      this.reached.add(iri);
      this.coming++;
      reach(this.model, elsewhere, this.model.absolute(iri)).then(
        () => this.arrived(""),
        (error: unknown) => this.arrived(this.t("notFetched", { why: error instanceof Error ? error.message : String(error) })),
      );
    }
  }

  private arrived(problem: string): void {
    this.coming--;
    if (problem) announce(problem);
    this.drawing = null; // its nodes may have been guests
    this.results = null;
    this.renew();
  }

  renew(): void {
    this.known = null;
    for (const listener of this.listeners) listener();
  }

  /** What the query of the page or of the picture states without a claim. */
  plain(): readonly Plain[] {
    return this.state.drawn && this.drawing ? [...this.model.plain, ...this.drawing.plain] : this.model.plain;
  }

  /** What a predicate is called: a relation in the reader's language, else the last part of its IRI. */
  predicateLabel(iri: string): string {
    const { vocabulary, vocabularyIri } = this.model.graph;
    const relation = vocabulary.relations.find(({ key }) => vocabularyIri + key === iri);
    return relation?.label[this.state.language] ?? localName(iri);
  }

  iri(entity: Ref): string {
    return this.model.graph.entities.iri[entity] ?? "";
  }

  /** Makes an entity the centre of the picture, and its facts the facts. A guest of a query's result has no other place. */
  focus(entity: Ref): void {
    if (this.model.isGuest(entity)) this.selectEntity(entity);
    else this.focusOn(this.iri(entity));
  }

  /** The same for an entity that may have to be fetched. */
  focusOn(iri: string): void {
    this.store.set(this.focused(iri));
  }

  private focused(iri: string): Partial<State> {
    const { focus, trail } = this.state;
    const way = focus && focus !== iri ? [...trail, focus] : trail;
    return {
      focus: iri,
      trail: way.filter((step) => step !== iri),
      open: [],
      full: [],
      drawn: false,
      selected: { kind: "entity", entity: iri },
    };
  }

  /** The address of an entity's neighbourhood, for links. */
  linkTo(entity: Ref): string {
    return `#${toHash({ ...this.state, ...this.focused(this.iri(entity)) }, initial(this.language))}`;
  }

  linkToDocument(document: Ref, claim: Ref | null): string {
    return `#${toHash({ ...this.state, selected: this.documentSelected(document, claim) }, initial(this.language))}`;
  }

  private documentSelected(document: Ref, claim: Ref | null): Selected {
    const { claims, documents } = this.model.facts;
    return { kind: "document", document: documents.iri[document] ?? "", claim: claim === null ? null : (claims.iri[claim] ?? null) };
  }

  select(selected: Selected | null): void {
    this.store.set({ selected });
  }

  selectEntity(entity: Ref): void {
    this.select({ kind: "entity", entity: this.iri(entity) });
  }

  selectClaim(claim: Ref): void {
    this.select({ kind: "claim", claim: this.model.facts.claims.iri[claim] ?? "" });
  }

  openDocument(document: Ref, claim: Ref | null): void {
    this.select(this.documentSelected(document, claim));
  }

  startPath(entity: Ref): void {
    this.pathFrom = entity;
    this.askForEntity();
  }

  /** What a hit of the search leads to. */
  found(entity: Ref): void {
    const from = this.pathFrom;
    this.pathFrom = null;
    if (from === null || from === entity) this.focus(entity);
    else this.store.set({ selected: { kind: "path", one: this.iri(from), other: this.iri(entity) }, view: "picture" });
  }

  /** One hop more, around an entity of the picture. */
  expand(entity: Ref): void {
    const iri = this.iri(entity);
    const { focus, open } = this.state;
    if (focus === null) this.focus(entity);
    else if (focus !== iri && !open.includes(iri)) this.store.set({ open: [...open, iri] });
  }

  collapse(entity: Ref): void {
    const iri = this.iri(entity);
    this.store.set({ open: this.state.open.filter((one) => one !== iri) });
  }

  showAll(entity: Ref): void {
    this.store.set({ full: [...this.state.full, this.iri(entity)] });
  }

  home(): void {
    this.store.set({ focus: null, open: [], full: [], trail: [], selected: null, drawn: false });
    this.light(null);
  }

  /** Sets entities off in the picture. */
  light(entities: ReadonlySet<Ref> | null): void {
    this.results = entities;
    this.relight();
  }
}

/** "https://example.org/vocabulary#worksWith" -> "worksWith". */
export function localName(iri: string): string {
  return /[^/#:]+(?=[/#:]*$)/.exec(iri)?.[0] ?? iri;
}
