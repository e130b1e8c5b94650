/** Adds claims that came from the endpoint to the model, with all that they speak of; the columns are those of payload.ts. */

import type { Ref, Relation, Sparse, Words } from "../payload.ts";
import type { Model } from "./model.ts";
import type { Things } from "./things.ts";
import { dayOf } from "./when.ts";

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const OWL = "http://www.w3.org/2002/07/owl#";
const OA = "http://www.w3.org/ns/oa#";
const SCHEMA = "https://schema.org/";
export const PROV = "http://www.w3.org/ns/prov#";

const CLASSES: { readonly [iri: string]: string } = {
  [`${SCHEMA}Person`]: "PER",
  [`${SCHEMA}Organization`]: "ORG",
  [`${SCHEMA}Place`]: "LOC",
  [`${SCHEMA}Product`]: "PROD",
  [`${SCHEMA}Event`]: "EVENT",
  [`${SCHEMA}CreativeWork`]: "WORK",
};

/** entity: what was asked for; it comes in even if nothing is claimed of it. claims: those that things describe. */
export function absorb(model: Model, things: Things, entity: string, claims: readonly string[]): void {
  model.dropGuests();
  new Absorbed(model, things).all(entity, claims);
  model.grown();
}

class Absorbed {
  private readonly model: Model;
  private readonly things: Things;
  private readonly kg: string;
  private readonly entities = new Map<string, Ref>();
  private readonly documents = new Map<string, Ref>();

  constructor(model: Model, things: Things) {
    this.model = model;
    this.things = things;
    this.kg = model.graph.vocabularyIri;
  }

  all(entity: string, claims: readonly string[]): void {
    const hub = this.entity(entity, null);
    for (const claim of claims) if (this.model.claim(claim) === null) this.claim(claim, hub);
  }

  private claim(iri: string, hub: Ref): void {
    const { model, things, kg } = this;
    const [subject] = things.iris(iri, `${RDF}subject`);
    const [predicate] = things.iris(iri, `${RDF}predicate`);
    if (!subject || !predicate) return;
    const { claims, vocabulary } = model.graph;
    const details = model.facts.claims;
    const claim = claims.subject.length;
    const ends = { subject: this.entity(subject, hub), object: this.object(iri, hub) };
    push(claims.subject, ends.subject);
    push(claims.relation, this.relation(predicate));
    push(claims.object, ends.object);
    push(claims.modality, Math.max(0, vocabulary.modalities.findIndex(({ key }) => kg + key === things.iris(iri, `${kg}modality`)[0])));
    for (const end of new Set([ends.subject, ends.object])) if (end >= 0) (model.graph.entities.degree as number[])[end]! += 1;
    push(details.iri, model.relative(iri));
    push(details.confidence, hundredths(things.number(iri, `${kg}confidence`, 1)));
    push(details.documents, things.number(iri, `${kg}support`, 1));
    push(details.sources, things.number(iri, `${kg}sourceCount`, 1));
    const [source] = things.iris(iri, `${kg}source`);
    put(details.source, claim, source === undefined ? undefined : this.entity(source, hub));
    put(details.when, claim, things.text(iri, `${kg}when`) || undefined);
    put(details.start, claim, dayOf(things.text(iri, `${kg}start`)) ?? undefined);
    put(details.end, claim, dayOf(things.text(iri, `${kg}end`)) ?? undefined);
    put(details.amount, claim, things.text(iri, `${kg}amount`) || undefined);
    const products = things.iris(iri, `${kg}product`).map((product) => this.entity(product, hub));
    put(details.products, claim, products.length ? products : undefined);
    const pieces = things.iris(iri, `${kg}evidence`);
    put(details.role, claim, [iri, ...pieces].map((thing) => things.text(thing, `${kg}role`)).find((role) => role));
    for (const piece of pieces) this.evidence(piece, claim);
  }

  /** See `Claims.object`. */
  private object(claim: string, hub: Ref): number {
    const [term] = this.things.terms(claim, `${RDF}object`);
    if (!term) return -1;
    if (term.type === "uri") return this.entity(term.value, hub);
    const { literals } = this.model.facts;
    return -1 - push(literals, term.value);
  }

  private relation(iri: string): Ref {
    const { relations } = this.model.graph.vocabulary;
    const key = iri.startsWith(this.kg) ? iri.slice(this.kg.length) : iri;
    const known = relations.findIndex((relation) => relation.key === key);
    if (known >= 0) return known;
    const label = both(key.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase());
    const relation: Relation = { key, label, comment: both(""), pattern: both(""), kind: "entity", group: "" };
    return push(relations, relation) - 1;
  }

  private entity(iri: string, beside: Ref | null): Ref {
    const known = this.model.entity(iri) ?? this.entities.get(iri);
    if (known !== undefined) return known;
    const { model, things, kg } = this;
    const { entities, language } = model.graph;
    const names = things.terms(iri, `${RDFS}label`);
    const label = best(names, [language ?? "nl", "nl", "en"]) ?? iri.replace(/^.*[/#]/, "");
    const ref = push(entities.iri, model.relative(iri)) - 1;
    this.entities.set(iri, ref);
    push(entities.label, label);
    for (const [code, labels] of Object.entries(entities.labelIn)) {
      const own = best(names, [code, "nl", "en"]);
      put(labels, ref, own === label ? undefined : own);
    }
    push(entities.type, this.type(iri));
    push(entities.mentions, things.number(iri, `${kg}mentionCount`, 0));
    push(entities.degree, 0);
    this.place(ref, beside);
    const aliases = [...new Set([...names.map(({ value }) => value), ...things.texts(iri, `${SKOS}altLabel`)])].filter((name) => name !== label).sort();
    put(model.facts.entities.aliases, ref, aliases.length ? aliases : undefined);
    const same = things.iris(iri, `${OWL}sameAs`);
    put(model.facts.entities.sameAs, ref, same.length ? same : undefined);
    return ref;
  }

  private type(iri: string): Ref {
    const { types } = this.model.graph.vocabulary;
    const keys = this.things.iris(iri, `${RDF}type`).map((one) => (one === `${this.kg}Group` ? "NORP" : CLASSES[one]));
    const ranks = keys.map((key) => types.findIndex((type) => type.key === key)).filter((rank) => rank >= 0);
    return ranks.length ? Math.min(...ranks) : types.length - 1;
  }

  /** In the whole picture: on a spiral around the entity that brought it in. */
  private place(ref: Ref, beside: Ref | null): void {
    const { entities } = this.model.graph;
    const turn = ref * 2.4; // about the golden angle
    const far = 30 + 9 * Math.sqrt(this.entities.size);
    push(entities.x, Math.round((entities.x[beside ?? 0] ?? 0) + far * Math.cos(turn)));
    push(entities.y, Math.round((entities.y[beside ?? 0] ?? 0) + far * Math.sin(turn)));
    push(entities.community, entities.community[beside ?? 0] ?? 0);
  }

  private evidence(piece: string, claim: Ref): void {
    const { model, things, kg } = this;
    const [document] = things.iris(piece, `${PROV}wasDerivedFrom`);
    if (!document) return;
    const { evidence } = model.facts;
    const [subject, object] = [span(things.text(piece, `${kg}subjectSpan`)), span(things.text(piece, `${kg}objectSpan`))];
    push(evidence.claim, claim);
    push(evidence.document, this.document(document));
    push(evidence.start, things.number(piece, `${OA}start`, 0));
    push(evidence.end, things.number(piece, `${OA}end`, 0));
    push(evidence.subjectStart, subject[0]);
    push(evidence.subjectEnd, subject[1]);
    push(evidence.objectStart, object[0]);
    push(evidence.objectEnd, object[1]);
    push(evidence.confidence, hundredths(things.number(piece, `${kg}confidence`, 1)));
  }

  private document(iri: string): Ref {
    const known = this.model.document(iri) ?? this.documents.get(iri);
    if (known !== undefined) return known;
    const { model, things, kg } = this;
    const { documents } = model.facts;
    const files = things.texts(iri, `${kg}file`);
    const [publisher] = things.iris(iri, `${SCHEMA}publisher`);
    const ref = push(documents.iri, model.relative(iri)) - 1;
    this.documents.set(iri, ref);
    push(documents.title, things.text(iri, `${SCHEMA}headline`) || (files[0] ?? ""));
    push(documents.files, files);
    push(documents.date, things.text(iri, `${SCHEMA}datePublished`));
    push(documents.publisher, publisher === undefined ? things.text(iri, `${SCHEMA}publisher`) : (best(things.terms(publisher, `${RDFS}label`), ["nl", "en"]) ?? model.label(model.entity(publisher) ?? -1)));
    push(documents.language, things.text(iri, `${SCHEMA}inLanguage`));
    push(documents.url, things.text(iri, `${SCHEMA}url`));
    return ref;
  }
}

const hundredths = (confidence: number): number => Math.round(100 * confidence);
const both = (text: string): Words => ({ nl: text, en: text });

function span(text: string): readonly [number, number] {
  const match = /^(\d+)-(\d+)$/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : [-1, -1];
}

/** The first in the first of the languages in which there is one, else the first of all. */
function best(terms: readonly { readonly value: string; readonly "xml:lang"?: string }[], languages: readonly string[]): string | undefined {
  const sorted = [...terms].sort((a, b) => (a.value < b.value ? -1 : 1));
  for (const language of languages) {
    const found = sorted.find((term) => term["xml:lang"] === language);
    if (found) return found.value;
  }
  return sorted[0]?.value;
}

/** Columns are read-only everywhere else. Returns the new length. */
function push<T>(column: readonly T[], value: T): number {
  return (column as T[]).push(value);
}

function put<T>(column: Sparse<T>, place: Ref, value: T | undefined): void {
  if (value !== undefined) (column as { [place: string]: T })[place] = value;
}
