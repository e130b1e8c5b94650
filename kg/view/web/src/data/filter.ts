/** Which claims the filters let through, and how many each choice would give. */

import type { Facts, Ref } from "../payload.ts";
import type { Facet, State } from "../state.ts";
import type { Model } from "./model.ts";

/** The key of claims that the article itself makes, in the facet of sources. */
export const ARTICLE = "-";

const BIT = { type: 1, modality: 2, relation: 4, source: 8, document: 16, sure: 32, time: 64 } as const;

/** Confidence as choices, in hundredths. */
export const SURE = [0, 50, 70, 90] as const;

export interface Filtered {
  /** 0 hidden, 1 shown, 2 shown but without a time while a time is asked for. */
  readonly claims: Uint8Array;
  /** 1 where an entity's type is shown. */
  readonly types: Uint8Array;
  /** Claims for each choice of a facet, if the other facets stay as they are. Of types: entities. */
  readonly counts: { readonly [facet in Facet]: ReadonlyMap<string, number> };
  readonly sure: ReadonlyMap<number, number>;
  /** Claims for the histogram: those that everything but the time lets through. */
  readonly timed: readonly number[];
  readonly shown: number;
}

/** Whether nothing is left out: then nothing needs to be computed for the picture. */
export function isOpen(state: State): boolean {
  return Object.values(state.shown).every((shown) => shown === null) && state.sure === 0 && state.from === null && state.to === null;
}

/** What a claim is in each facet. */
interface Place {
  readonly subject: Ref;
  readonly object: Ref;
  readonly modality: string;
  readonly relation: string;
  readonly source: string;
  readonly documents: readonly string[];
  readonly confidence: number;
  /** 0 outside the time asked for, 1 within, 2 without a time. */
  readonly time: number;
}

export function filtered(model: Model, state: State): Filtered {
  const types = typesShown(model, state);
  const place = placer(model, state);
  const failures = failing(state, types);
  const claims = new Uint8Array(model.claims);
  const reached = new Uint8Array(model.entities);
  const counts = { type: new Map<string, number>(), modality: new Map<string, number>(), relation: new Map<string, number>(), source: new Map<string, number>(), document: new Map<string, number>() };
  const sure = new Map<number, number>(SURE.map((least) => [least, 0]));
  const timed: number[] = [];
  let shown = 0;
  for (let claim = 0; claim < model.claims; claim++) {
    const at = place(claim);
    const failed = failures(at);
    const only = (bit: number): boolean => !(failed & ~bit);
    if (failed === 0) {
      claims[claim] = at.time;
      shown++;
    }
    if (only(BIT.modality)) add(counts.modality, at.modality);
    if (only(BIT.relation)) add(counts.relation, at.relation);
    if (only(BIT.source)) add(counts.source, at.source);
    if (only(BIT.document)) for (const document of at.documents) add(counts.document, document);
    if (only(BIT.sure)) for (const least of SURE) if (at.confidence >= least) sure.set(least, (sure.get(least) ?? 0) + 1);
    if (only(BIT.time)) timed.push(claim);
    if (only(BIT.type)) for (const entity of [at.subject, at.object]) if (entity >= 0) reached[entity] = 1;
  }
  countTypes(model, state, reached, counts.type);
  return { claims, types, counts, sure, timed, shown };
}

/** 1 where an entity's type is shown. */
function typesShown({ graph }: Model, { shown }: State): Uint8Array {
  const wanted = shown.type && new Set(shown.type);
  const on = graph.vocabulary.types.map(({ key }) => (wanted?.has(key) ?? true ? 1 : 0));
  return Uint8Array.from(graph.entities.type, (type) => on[type] ?? 1);
}

/** Entities of each type that the other filters let through; without other filters all, those without claims too. */
function countTypes({ graph, entities }: Model, state: State, reached: Uint8Array, counts: Map<string, number>): void {
  const keys = graph.vocabulary.types.map(({ key }) => key);
  const open = isOpen({ ...state, shown: { ...state.shown, type: null } });
  for (let entity = 0; entity < entities; entity++) {
    if (open || reached[entity]) add(counts, keys[graph.entities.type[entity] ?? 0] ?? "");
  }
}

function placer(model: Model, state: State): (claim: Ref) => Place {
  const { claims, entities, vocabulary } = model.graph;
  const { source, confidence, start, end } = model.facts.claims;
  const documents = documentKeys(model);
  return (claim) => ({
    subject: claims.subject[claim] ?? 0,
    object: claims.object[claim] ?? -1,
    modality: vocabulary.modalities[claims.modality[claim] ?? 0]?.key ?? "",
    relation: vocabulary.relations[claims.relation[claim] ?? 0]?.key ?? "",
    source: source[claim] === undefined ? ARTICLE : (entities.iri[source[claim] ?? 0] ?? ""),
    documents: documents(claim),
    confidence: confidence[claim] ?? 100,
    time: within(start[claim], end[claim], state),
  });
}

/** Gives the bits of the filters that do not let a claim through. */
function failing({ shown, sure }: State, types: Uint8Array): (at: Place) => number {
  const set = (facet: Facet): Set<string> | null => shown[facet] && new Set(shown[facet]);
  const [modalities, relations, sources, documents] = [set("modality"), set("relation"), set("source"), set("document")];
  return (at) => {
    let failed = 0;
    if (!types[at.subject] || (at.object >= 0 && !types[at.object])) failed |= BIT.type;
    if (modalities && !modalities.has(at.modality)) failed |= BIT.modality;
    if (relations && !relations.has(at.relation)) failed |= BIT.relation;
    if (sources && !sources.has(at.source)) failed |= BIT.source;
    if (documents && !at.documents.some((document) => documents.has(document))) failed |= BIT.document;
    if (at.confidence < sure) failed |= BIT.sure;
    return at.time === 0 ? failed | BIT.time : failed;
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** 1 within the time asked for, 2 without a time, 0 outside. */
function within(start: number | undefined, end: number | undefined, state: State): number {
  if (state.from === null && state.to === null) return 1;
  if (start === undefined && end === undefined) return 2;
  const after = state.to !== null && (start ?? -Infinity) > state.to;
  const before = state.from !== null && (end ?? Infinity) < state.from;
  return after || before ? 0 : 1;
}

/** The documents of each claim: kept for as long as there are as many claims. */
const cached = new WeakMap<Facts, readonly (readonly string[])[]>();

function documentKeys(model: Model): (claim: number) => readonly string[] {
  const known = cached.get(model.facts);
  const keys = known?.length === model.claims ? known : keysOf(model);
  cached.set(model.facts, keys);
  return (claim) => keys[claim] ?? [];
}

function keysOf({ claims, facts: { evidence, documents } }: Model): string[][] {
  const found: string[][] = Array.from({ length: claims }, () => []);
  for (const [piece, claim] of evidence.claim.entries()) {
    const document = documents.iri[evidence.document[piece] ?? 0] ?? "";
    const list = found[claim];
    if (list && list[list.length - 1] !== document) list.push(document);
  }
  return found;
}
