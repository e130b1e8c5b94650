/** What is to be drawn, whoever draws it: WebGL, a canvas or SVG. */

import type { Ref } from "../payload.ts";
import type { Model, Plain } from "../data/model.ts";

/** A figure has a node of its own in a neighbourhood: its claim as a negative number. The function is its own inverse. */
export function figureId(claim: Ref): number {
  return -2 - claim;
}

export interface Node {
  /** An entity, or a claim with a figure as `figureId`. */
  readonly entity: Ref;
  readonly x: number;
  readonly y: number;
  /** Radius in pixels where the whole scene fits. */
  readonly size: number;
  readonly type: string;
  readonly label: string;
  readonly community: Ref;
  /** A neighbourhood's centre. */
  readonly centre?: boolean;
}

export interface Edge {
  /** Places in `nodes`. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly modality: string;
  /** 0 straight, else how far it bends to the left. */
  bend: number;
  /** Asked for a time, its claims have none. */
  readonly timeless: boolean;
}

export interface Disc {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly size: number;
}

export interface Scene {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly discs: readonly Disc[];
  readonly place: ReadonlyMap<Ref, number>;
  /** Relations stand on the lines, and labels under the nodes. */
  readonly close: boolean;
  /** Half width and height that must fit, so that few nodes do not lie at the ends of the screen. */
  readonly room: { readonly width: number; readonly height: number } | null;
}

const CLOSE = 60;

/** In place of a modality: a query states it, no claim does. */
export const PLAIN = "Plain";

/** The words on lines. */
export interface Words {
  relation(claim: Ref): string;
  predicate(iri: string): string;
}

/** What lines stand for. */
export interface Statements {
  readonly claims: Iterable<Ref>;
  readonly plain: readonly Plain[];
  /** 2 for a claim without a time where one is asked for. */
  readonly shown: Uint8Array | null;
}

/** The edges between nodes: claims of one relation and modality between the same two in one. words: null where no line has words. */
export function edgesOf(model: Model, { claims, plain, shown }: Statements, place: ReadonlyMap<Ref, number>, words: Words | null): Edge[] {
  const { subject, object, relation, modality } = model.graph.claims;
  const found = new Map<string, Edge>();
  for (const claim of claims) {
    const to = object[claim] ?? -1;
    if (to < 0) continue;
    const ends = [place.get(subject[claim] ?? 0), place.get(to)];
    if (ends[0] === undefined || ends[1] === undefined) continue;
    const key = `${ends[0]} ${ends[1]} ${relation[claim]} ${modality[claim]}`;
    if (found.has(key)) continue;
    const label = words?.relation(claim) ?? "";
    found.set(key, { from: ends[0], to: ends[1], label, modality: model.modality(claim), bend: 0, timeless: shown?.[claim] === 2 });
  }
  for (const { from, to, predicate } of plain) {
    const ends = [place.get(from), place.get(to)];
    if (ends[0] === undefined || ends[1] === undefined) continue;
    found.set(`${ends[0]} ${ends[1]} ${predicate}`, { from: ends[0], to: ends[1], label: words?.predicate(predicate) ?? "", modality: PLAIN, bend: 0, timeless: false });
  }
  const edges = [...found.values()];
  bend(edges);
  return edges;
}

/** Edges between the same two nodes fan out; a single one is straight. */
function bend(edges: readonly Edge[]): void {
  const pairs = new Map<number, Edge[]>();
  for (const edge of edges) {
    const key = Math.min(edge.from, edge.to) * 1e7 + Math.max(edge.from, edge.to);
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  for (const pair of pairs.values()) {
    if (pair.length === 1) continue;
    const step = Math.min(0.28, 1.4 / pair.length);
    for (const [rank, edge] of pair.entries()) {
      // To the left of an edge is to the right of the opposite one.
      edge.bend = (rank - (pair.length - 1) / 2) * step * (edge.from < edge.to ? 1 : -1);
    }
  }
}

export function placesOf(nodes: readonly Node[]): Map<Ref, number> {
  return new Map(nodes.map((node, place) => [node.entity, place]));
}

/** Radius of a node: by degree, smaller where there are many. */
export function nodeSize(degree: number, nodes: number): number {
  const least = nodes > 3000 ? 1.6 : nodes > 600 ? 2.6 : nodes > 120 ? 4 : 8;
  const most = nodes > 3000 ? 9 : nodes > 600 ? 12 : nodes > 120 ? 15 : 22;
  return Math.min(most, least + Math.sqrt(degree) * (nodes > 3000 ? 0.45 : nodes > 600 ? 0.8 : nodes > 120 ? 1.2 : 2.6));
}

export interface Shown {
  /** 0 hidden, 1 shown, 2 greyed; null: all are shown. */
  readonly claims: Uint8Array | null;
  readonly types: Uint8Array | null;
}

/** The whole graph where Python placed it. */
export function wholeScene(model: Model, shown: Shown, words: Words): Scene {
  const { entities, communities, claims } = model.graph;
  const seen = shown.claims && endsOf(model, shown.claims);
  const nodes: Node[] = [];
  for (let entity = 0; entity < model.entities; entity++) {
    if (shown.types && !shown.types[entity]) continue;
    if (seen && !seen[entity]) continue;
    nodes.push({
      entity,
      x: entities.x[entity] ?? 0,
      y: entities.y[entity] ?? 0,
      size: nodeSize(entities.degree[entity] ?? 0, model.entities),
      type: model.typeKey(entity),
      label: model.label(entity),
      community: entities.community[entity] ?? 0,
    });
  }
  const place = placesOf(nodes);
  const close = model.entities <= CLOSE;
  const all = claims.subject.length;
  const kept = function* (): Generator<Ref> {
    for (let claim = 0; claim < all; claim++) if (!shown.claims || shown.claims[claim]) yield claim;
  };
  const discs = communities.name.length > 2 ? communities.name.map((name, rank) => disc(model, name, rank)) : [];
  const edges = edgesOf(model, { claims: kept(), plain: model.plain, shown: shown.claims }, place, close || model.entities < 2000 ? words : null);
  const inhabited = new Set(nodes.map(({ community }) => community));
  return { nodes, edges, discs: discs.filter(({ radius }, rank) => radius > 0 && inhabited.has(rank)), place, close, room: null };
}

function disc(model: Model, name: string, rank: number): Disc {
  const { x, y, radius, size } = model.graph.communities;
  return { name, x: x[rank] ?? 0, y: y[rank] ?? 0, radius: radius[rank] ?? 0, size: size[rank] ?? 0 };
}

/** 1 for the entities that a claim that is shown is about; without a filter those without claims too. */
function endsOf(model: Model, shown: Uint8Array): Uint8Array {
  const { subject, object } = model.graph.claims;
  const found = new Uint8Array(model.entities);
  for (let claim = 0; claim < shown.length; claim++) {
    if (!shown[claim]) continue;
    found[subject[claim] ?? 0] = 1;
    const to = object[claim] ?? -1;
    if (to >= 0) found[to] = 1;
  }
  return found;
}
