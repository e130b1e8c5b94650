/** Which entities belong to a neighbourhood: the strongest first, so many of them, hop by hop. */

import type { Ref } from "../payload.ts";
import type { Model } from "../data/model.ts";

export const MOST_NEIGHBOURS = 24;

export interface Tie {
  readonly entity: Ref;
  readonly claims: readonly Ref[];
}

/** The neighbours of an entity by the claims that are shown: those with more and better supported claims first. */
export function ties(model: Model, entity: Ref, shown: Uint8Array | null): Tie[] {
  const found = new Map<Ref, Ref[]>();
  for (const claim of model.claimsOf(entity)) {
    if (shown && !shown[claim]) continue;
    const { subject, object } = model.ends(claim);
    if (object === null) continue;
    const other = subject === entity ? object : subject;
    if (other === entity) continue;
    found.set(other, [...(found.get(other) ?? []), claim]);
  }
  const support = model.facts.claims.documents;
  const weight = ({ entity: other, claims }: Tie): number =>
    claims.reduce((sum, claim) => sum + 2 * (support[claim] ?? 1), 0) + Math.log2(1 + model.degree(other));
  return [...found]
    .map(([other, claims]) => ({ entity: other, claims }))
    .sort((a, b) => weight(b) - weight(a) || a.entity - b.entity);
}

const MOST_FIGURES = 6;
const MOST_SOURCED = 10;

/** The best supported figures of an entity, then the latest; those alike once. */
export function figuresOf(model: Model, entity: Ref, shown: Uint8Array | null): Ref[] {
  const { documents, start } = model.facts.claims;
  const found = model.claimsOf(entity).filter((claim) => (!shown || shown[claim]) && model.relation(claim).kind === "figure");
  const order = [...found].sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0) || (start[b] ?? -1e9) - (start[a] ?? -1e9) || a - b);
  const unlike = new Map(order.reverse().map((claim) => [`${model.relation(claim).key} ${model.objectText(claim)}`, claim]));
  return [...unlike.values()].reverse().slice(0, MOST_FIGURES);
}

/** Whom the claims are about that an entity is the source of. */
export function sourcedBy(model: Model, entity: Ref, shown: Uint8Array | null): Tie[] {
  const found = new Map<Ref, Ref[]>();
  for (const claim of model.claimsFrom(entity)) {
    const { subject } = model.ends(claim);
    if (subject === entity || (shown && !shown[claim])) continue;
    found.set(subject, [...(found.get(subject) ?? []), claim]);
  }
  return [...found]
    .map(([other, claims]) => ({ entity: other, claims }))
    .sort((a, b) => b.claims.length - a.claims.length || a.entity - b.entity)
    .slice(0, MOST_SOURCED);
}

export interface Neighbourhood {
  /** The centre first; each other entity with the one that brought it in. */
  readonly parents: ReadonlyMap<Ref, Ref | null>;
  /** How many neighbours are left out, for each entity that is open. */
  readonly left: ReadonlyMap<Ref, number>;
}

/** centre, then what is open, in order; full: whose neighbours are all wanted. */
export function neighbourhood(model: Model, centre: Ref, open: readonly Ref[], full: ReadonlySet<Ref>, shown: Uint8Array | null): Neighbourhood {
  const parents = new Map<Ref, Ref | null>([[centre, null]]);
  const left = new Map<Ref, number>();
  for (const hub of [centre, ...open]) {
    if (!parents.has(hub)) continue;
    const all = ties(model, hub, shown).filter((tie) => !parents.has(tie.entity));
    const some = full.has(hub) ? all : all.slice(0, MOST_NEIGHBOURS);
    for (const { entity } of some) parents.set(entity, hub);
    if (all.length > some.length) left.set(hub, all.length - some.length);
  }
  return { parents, left };
}

/** The shortest chain between two entities over claims that are shown; of equal ones that of better known entities. Null: there is none. */
export function shortestPath(model: Model, from: Ref, to: Ref, shown: Uint8Array | null): Ref[] | null {
  const before = new Map<Ref, Ref | null>([[from, null]]);
  let ring = [from];
  while (ring.length && !before.has(to)) {
    const next: Ref[] = [];
    for (const entity of ring) {
      for (const claim of model.claimsOf(entity)) {
        if (shown && !shown[claim]) continue;
        const { subject, object } = model.ends(claim);
        if (object === null) continue;
        const other = subject === entity ? object : subject;
        if (before.has(other)) continue;
        before.set(other, entity);
        next.push(other);
      }
    }
    ring = next.sort((a, b) => model.degree(b) - model.degree(a) || a - b);
  }
  if (!before.has(to)) return null;
  const path: Ref[] = [];
  for (let at: Ref | null = to; at !== null; at = before.get(at) ?? null) path.unshift(at);
  return path;
}
