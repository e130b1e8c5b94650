/** Which claims the filters let through, and how many each choice would give. */

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

export function filtered(model: Model, state: State): Filtered {
  const { graph } = model;
  const facts = model.facts;
  const typeKeys = graph.vocabulary.types.map((type) => type.key);
  const modalityKeys = graph.vocabulary.modalities.map((modality) => modality.key);
  const relationKeys = graph.vocabulary.relations.map((relation) => relation.key);
  const wanted = Object.fromEntries(
    Object.entries(state.shown).map(([facet, shown]) => [facet, shown && new Set(shown)]),
  ) as Record<Facet, Set<string> | null>;
  const types = Uint8Array.from(graph.entities.type, (type) => (wanted.type?.has(typeKeys[type] ?? "") ?? true ? 1 : 0));
  const counts = { type: new Map(), modality: new Map(), relation: new Map(), source: new Map(), document: new Map() } as Record<Facet, Map<string, number>>;
  const sure = new Map<number, number>(SURE.map((least) => [least, 0]));
  const timed: number[] = [];
  const claims = new Uint8Array(model.claims);
  const documents = documentKeys(model);
  const reached = new Uint8Array(model.entities);
  let shown = 0;
  for (let claim = 0; claim < model.claims; claim++) {
    const subject = graph.claims.subject[claim] ?? 0;
    const object = graph.claims.object[claim] ?? -1;
    const modality = modalityKeys[graph.claims.modality[claim] ?? 0] ?? "";
    const relation = relationKeys[graph.claims.relation[claim] ?? 0] ?? "";
    const source = facts.claims.source[claim];
    const sourceKey = source === undefined ? ARTICLE : (graph.entities.iri[source] ?? "");
    const confidence = facts.claims.confidence[claim] ?? 100;
    const where = documents(claim);
    const time = within(facts.claims.start[claim], facts.claims.end[claim], state);
    let failed = 0;
    if (!types[subject] || (object >= 0 && !types[object])) failed |= BIT.type;
    if (wanted.modality && !wanted.modality.has(modality)) failed |= BIT.modality;
    if (wanted.relation && !wanted.relation.has(relation)) failed |= BIT.relation;
    if (wanted.source && !wanted.source.has(sourceKey)) failed |= BIT.source;
    if (wanted.document && !where.some((document) => wanted.document?.has(document))) failed |= BIT.document;
    if (confidence < state.sure) failed |= BIT.sure;
    if (time === 0) failed |= BIT.time;
    if (failed === 0) {
      claims[claim] = time;
      shown++;
    }
    if (!(failed & ~BIT.modality)) add(counts.modality, modality);
    if (!(failed & ~BIT.relation)) add(counts.relation, relation);
    if (!(failed & ~BIT.source)) add(counts.source, sourceKey);
    if (!(failed & ~BIT.document)) for (const document of where) add(counts.document, document);
    if (!(failed & ~BIT.sure)) for (const least of SURE) if (confidence >= least) sure.set(least, (sure.get(least) ?? 0) + 1);
    if (!(failed & ~BIT.time)) timed.push(claim);
    if (!(failed & ~BIT.type)) {
      reached[subject] = 1;
      if (object >= 0) reached[object] = 1;
    }
  }
  const open = isOpen({ ...state, shown: { ...state.shown, type: null } });
  for (let entity = 0; entity < model.entities; entity++) {
    if (open || reached[entity]) add(counts.type, typeKeys[graph.entities.type[entity] ?? 0] ?? "");
  }
  return { claims, types, counts, sure, timed, shown };
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

const cached = new WeakMap<Model, readonly (readonly string[])[]>();

function documentKeys(model: Model): (claim: number) => readonly string[] {
  let keys = cached.get(model);
  if (!keys) {
    const { evidence, documents } = model.facts;
    const found: string[][] = Array.from({ length: model.claims }, () => []);
    for (const [piece, claim] of evidence.claim.entries()) {
      const document = documents.iri[evidence.document[piece] ?? 0] ?? "";
      const list = found[claim];
      if (list && list[list.length - 1] !== document) list.push(document);
    }
    keys = found;
    cached.set(model, keys);
  }
  const all = keys;
  return (claim) => all[claim] ?? [];
}
