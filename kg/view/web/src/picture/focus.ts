/** Scenes of a part of the graph: the neighbourhood of an entity, a path, or what a query gave. */

import type { Ref } from "../payload.ts";
import type { Model } from "../data/model.ts";
import { figuresOf, neighbourhood, sourcedBy, ties, type Neighbourhood } from "./neighbours.ts";
import { drawable } from "./labels.ts";
import { radial, type Spot } from "./radial.ts";
import type { Link } from "./stress.ts";
import { edgesOf, figureId, placesOf, type Edge, type Node, type Scene, type Words } from "./scene.ts";

/** The words on lines, those to what an entity is the source of too. */
export interface FocusWords extends Words {
  readonly source: string;
}

const ROOM = { width: 420, height: 260 };

/** The entity, its neighbours, its figures, and what it is the source of. */
export function focusScene(model: Model, centre: Ref, open: readonly Ref[], full: ReadonlySet<Ref>, shown: Uint8Array | null, words: FocusWords): { scene: Scene; around: Neighbourhood } {
  const around = neighbourhood(model, centre, open, full, shown);
  const parents = new Map(around.parents);
  const sourced = sourcedBy(model, centre, shown);
  for (const { entity } of sourced) if (!parents.has(entity)) parents.set(entity, centre);
  for (const { from, to } of model.plain) {
    if (from === centre && !parents.has(to)) parents.set(to, centre);
    if (to === centre && !parents.has(from)) parents.set(from, centre);
  }
  const figures = figuresOf(model, centre, shown);
  for (const claim of figures) parents.set(figureId(claim), centre);
  const nodes = placed(model, parents, centre, open.length ? linksAmong(model, parents, shown) : null);
  const scene = assemble(model, nodes, shown, words);
  const hub = scene.place.get(centre) ?? 0;
  const more = [
    ...figures.map((claim) => spoke(scene, hub, figureId(claim), words.relation(claim), model.modality(claim))),
    ...sourced.map(({ entity }) => spoke(scene, hub, entity, words.source, "Source")),
  ];
  return { scene: { ...scene, edges: [...scene.edges, ...more] }, around };
}

function spoke(scene: Scene, hub: number, to: number, label: string, modality: string): Edge {
  const place = scene.place.get(to) ?? hub;
  const beside = scene.edges.some((edge) => (edge.from === hub && edge.to === place) || (edge.from === place && edge.to === hub));
  return { from: hub, to: place, label, modality, bend: beside ? 0.28 : 0, timeless: false };
}

/** parents: each entity with the one that it hangs on, the first one in the middle. */
export function treeNodes(model: Model, parents: ReadonlyMap<number, number | null>): Node[] {
  return placed(model, parents, null, null);
}

/** Which entities have claims with one another. */
function linksAmong(model: Model, entities: ReadonlyMap<number, unknown>, shown: Uint8Array | null): Link[] {
  return [...entities.keys()].flatMap((one) => (one < 0 ? [] : ties(model, one, shown).flatMap(({ entity }): Link[] => (entity > one && entities.has(entity) ? [[one, entity]] : []))));
}

function placed(model: Model, parents: ReadonlyMap<number, number | null>, centre: Ref | null, links: readonly Link[] | null): Node[] {
  const spots = radial([...parents].map(([id, parent]) => ({ id, parent, ...room(labelOf(model, id)) })), links);
  return [...spots].map(([id, spot]) => (id >= 0 ? node(model, id, spot, id === centre, spots.size) : figure(model, id, spot)));
}

/** The entities of a path in a row, slightly waved so that the lines' names have room. */
export function pathScene(model: Model, path: readonly Ref[], shown: Uint8Array | null, words: Words): Scene {
  const gap = Math.min(260, 1000 / Math.max(1, path.length - 1));
  const nodes = path.map((entity, rank) => {
    const spot = { x: (rank - (path.length - 1) / 2) * gap, y: path.length > 2 ? (rank % 2 ? -45 : 45) : 0, width: 0, height: 0 };
    return node(model, entity, spot, rank === 0 || rank === path.length - 1, path.length);
  });
  return assemble(model, nodes, shown, words);
}

function labelOf(model: Model, id: number): string {
  return id >= 0 ? model.label(id) : model.objectText(figureId(id));
}

function node(model: Model, entity: Ref, spot: Spot, centre: boolean, nodes: number): Node {
  const least = nodes > 80 ? 6 : 8;
  const size = centre ? 20 : Math.min(15, least + 1.3 * Math.log2(1 + model.degree(entity)));
  return { entity, x: spot.x, y: spot.y, size, type: model.typeKey(entity), label: model.label(entity), community: 0, centre };
}

function figure(model: Model, id: number, spot: Spot): Node {
  return { entity: id, x: spot.x, y: spot.y, size: 4, type: "FIGURE", label: labelOf(model, id), community: 0 };
}

function room(label: string): { width: number; height: number } {
  const letters = Array.from(drawable(label)).length;
  return { width: Math.max(26, letters * 3.6 + 10), height: 27 };
}

function assemble(model: Model, nodes: Node[], shown: Uint8Array | null, words: Words): Scene {
  const place = placesOf(nodes);
  const claims = new Set<Ref>();
  for (const { entity } of nodes) {
    if (entity < 0) continue;
    for (const claim of model.claimsOf(entity)) if (!shown || shown[claim]) claims.add(claim);
  }
  const edges = edgesOf(model, { claims: [...claims].sort((a, b) => a - b), plain: model.plain, shown }, place, words);
  return { nodes, edges, discs: [], place, close: true, room: ROOM };
}
