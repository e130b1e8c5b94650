/** The graph with its lookups; indices are made when first wanted, so that the first picture waits for none. */

import type { Facts, Graph, Ref, Relation } from "../payload.ts";
import { readFacts } from "./blocks.ts";
import { grouped, type Groups } from "./groups.ts";
import type { Language } from "../words.ts";

/** References to the things that a claim is about. */
export interface Ends {
  readonly subject: Ref;
  /** The object, if it is an entity. */
  readonly object: Ref | null;
}

/** A statement that a query made, without a claim behind it. predicate: a whole IRI. */
export interface Plain {
  readonly from: Ref;
  readonly to: Ref;
  readonly predicate: string;
}

export class Model {
  readonly graph: Graph;
  /** How many there are. */
  entities = 0;
  claims = 0;
  readonly plain: readonly Plain[];
  private readonly made: Set<Ref>;
  private readonly language: () => Language;
  private incident: Groups | null = null;
  private sourced: Map<Ref, Ref[]> | null = null;
  private evidence: Groups | null = null;
  private against: Map<Ref, Ref[]> | null = null;
  private places: Map<string, Ref> | null = null;
  private claimPlaces: Map<string, Ref> | null = null;
  private documentPlaces: Map<string, Ref> | null = null;

  constructor(graph: Graph, language: () => Language) {
    this.graph = graph;
    this.grown();
    this.language = language;
    const { subject = [], predicate = [], object = [], made = [] } = graph.plain ?? {};
    this.plain = predicate.map((iri, place) => ({ from: subject[place] ?? 0, to: object[place] ?? 0, predicate: iri }));
    this.made = new Set(made);
  }

  /** After columns have become longer. */
  grown(): void {
    this.entities = this.graph.entities.iri.length;
    this.claims = this.graph.claims.subject.length;
    this.incident = this.sourced = this.evidence = this.against = this.places = this.claimPlaces = this.documentPlaces = null;
  }

  get facts(): Facts {
    return readFacts();
  }

  label(entity: Ref): string {
    const { label, labelIn, iri } = this.graph.entities;
    return labelIn[this.language()]?.[entity] || label[entity] || iri[entity] || "?";
  }

  typeKey(entity: Ref): string {
    return this.graph.vocabulary.types[this.graph.entities.type[entity] ?? -1]?.key ?? "THING";
  }

  typeLabel(entity: Ref): string {
    return this.graph.vocabulary.types[this.graph.entities.type[entity] ?? -1]?.label[this.language()] ?? "";
  }

  degree(entity: Ref): number {
    return this.graph.entities.degree[entity] ?? 0;
  }

  relation(claim: Ref): Relation {
    const found = this.graph.vocabulary.relations[this.graph.claims.relation[claim] ?? -1];
    if (!found) throw new Error(`Claim ${claim} has no relation.`);
    return found;
  }

  modality(claim: Ref): string {
    return this.graph.vocabulary.modalities[this.graph.claims.modality[claim] ?? 0]?.key ?? "Asserted";
  }

  ends(claim: Ref): Ends {
    const object = this.graph.claims.object[claim] ?? -1;
    return { subject: this.graph.claims.subject[claim] ?? 0, object: object >= 0 ? object : null };
  }

  /** The object as text: an entity's label, a figure, a quotation, or nothing. */
  objectText(claim: Ref): string {
    const object = this.graph.claims.object[claim] ?? -1;
    if (object >= 0) return this.label(object);
    return object === -1 ? "" : (this.facts.literals[-2 - object] ?? "");
  }

  /** The claims with the entity as subject or object. */
  claimsOf(entity: Ref): readonly Ref[] {
    if (!this.incident) {
      const { subject, object } = this.graph.claims;
      this.incident = grouped(this.entities, this.claims, (claim, add) => {
        const [one, other] = [subject[claim] ?? 0, object[claim] ?? -1];
        add(one);
        if (other >= 0 && other !== one) add(other);
      });
    }
    return this.incident(entity);
  }

  /** The claims whose source is the entity. */
  claimsFrom(entity: Ref): readonly Ref[] {
    if (!this.sourced) {
      this.sourced = new Map();
      for (const [claim, source] of Object.entries(this.facts.claims.source)) {
        const known = this.sourced.get(source);
        if (known) known.push(Number(claim));
        else this.sourced.set(source, [Number(claim)]);
      }
    }
    return this.sourced.get(entity) ?? [];
  }

  /** The pieces of evidence of a claim. */
  evidenceOf(claim: Ref): readonly Ref[] {
    const owner = this.facts.evidence.claim;
    this.evidence ??= grouped(this.claims, owner.length, (piece, add) => add(owner[piece] ?? 0));
    return this.evidence(claim);
  }

  /** The documents that state a claim, each once. */
  documentsOf(claim: Ref): readonly Ref[] {
    return [...new Set(this.evidenceOf(claim).map((piece) => this.facts.evidence.document[piece] ?? 0))];
  }

  /** Which disagreements a claim is part of. */
  disagreementsOf(claim: Ref): readonly Ref[] {
    if (!this.against) {
      this.against = new Map();
      for (const [place, { claims }] of this.facts.disagreements.entries()) {
        for (const one of claims) this.against.set(one, [...(this.against.get(one) ?? []), place]);
      }
    }
    return this.against.get(claim) ?? [];
  }

  /** An entity by its IRI, whole or without the base. */
  entity(iri: string): Ref | null {
    this.places ??= placesOf(this.graph.entities.iri);
    return this.places.get(this.relative(iri)) ?? null;
  }

  /** A claim or a document by its IRI. */
  claim(iri: string): Ref | null {
    this.claimPlaces ??= placesOf(this.facts.claims.iri);
    return this.claimPlaces.get(this.relative(iri)) ?? null;
  }

  document(iri: string): Ref | null {
    this.documentPlaces ??= placesOf(this.facts.documents.iri);
    return this.documentPlaces.get(this.relative(iri)) ?? null;
  }

  /** Whether a query made the node: it is not in the graph. */
  isMade(entity: Ref): boolean {
    return this.made.has(entity) || this.isGuest(entity);
  }

  /** Guests stand behind the entities: no list, search or count reaches them. */
  isGuest(entity: Ref): boolean {
    return entity >= this.entities;
  }

  /** The node for what a query's result names: an entity of the page, or a guest. */
  guest(iri: string, label: string): Ref {
    const known = this.entity(iri);
    if (known !== null) return known;
    const { entities, vocabulary } = this.graph;
    const ref = entities.iri.length; // not one of the entities that are counted
    push(entities.iri, this.relative(iri));
    push(entities.label, label);
    push(entities.type, vocabulary.types.length - 1); // THING
    for (const column of [entities.mentions, entities.degree, entities.x, entities.y, entities.community]) push(column, 0);
    this.places?.set(this.relative(iri), ref);
    return ref;
  }

  dropGuests(): void {
    const { iri, label, type, mentions, degree, x, y, community } = this.graph.entities;
    for (const column of [iri, label, type, mentions, degree, x, y, community]) (column as unknown[]).length = this.entities;
    this.places = null;
  }

  relative(iri: string): string {
    return iri.startsWith(this.graph.base) ? iri.slice(this.graph.base.length) : iri;
  }

  absolute(iri: string): string {
    return /^[a-z][a-z0-9+.-]*:/i.test(iri) ? iri : this.graph.base + iri;
  }

  /** As SPARQL writes it; nothing in it can end it. */
  reference(iri: string): string {
    return `<${this.absolute(iri).replace(/[<>"{}|\\^`\s]/g, encodeURIComponent)}>`;
  }
}

function placesOf(column: readonly string[]): Map<string, Ref> {
  return new Map(column.map((iri, place) => [iri, place]));
}

/** Columns are read-only everywhere else. */
function push<T>(column: readonly T[], value: T): void {
  (column as T[]).push(value);
}
