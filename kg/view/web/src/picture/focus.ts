/** Scenes of a part of the graph: the neighbourhood of an entity, a path, or what a query gave. */

import type { Ref } from "../payload.ts";
import type { Model } from "../data/model.ts";
import { neighbourhood, type Neighbourhood } from "./neighbours.ts";
import { drawable } from "./labels.ts";
import { radial, type Spot } from "./radial.ts";
import { edgesOf, placesOf, type Node, type Scene } from "./scene.ts";

type Label = (claim: Ref) => string;
const ROOM = { width: 420, height: 260 };

export function focusScene(model: Model, centre: Ref, open: readonly Ref[], full: ReadonlySet<Ref>, shown: Uint8Array | null, label: Label): { scene: Scene; around: Neighbourhood } {
  const around = neighbourhood(model, centre, open, full, shown);
  return { scene: treeScene(model, around.parents, centre, shown, label), around };
}

/** parents: each entity with the one that it hangs on, the centre first. */
export function treeScene(model: Model, parents: ReadonlyMap<Ref, Ref | null>, centre: Ref | null, shown: Uint8Array | null, label: Label): Scene {
  const members = [...parents].map(([id, parent]) => ({ id, parent, ...room(model, id) }));
  const spots = radial(members);
  const nodes = [...spots].map(([entity, spot]) => node(model, entity, spot, entity === centre, spots.size));
  return assemble(model, nodes, shown, label);
}

/** The entities of a path in a row, slightly waved so that the lines' names have room. */
export function pathScene(model: Model, path: readonly Ref[], shown: Uint8Array | null, label: Label): Scene {
  const gap = Math.min(260, 1000 / Math.max(1, path.length - 1));
  const nodes = path.map((entity, rank) => {
    const spot = { x: (rank - (path.length - 1) / 2) * gap, y: path.length > 2 ? (rank % 2 ? -45 : 45) : 0, width: 0, height: 0 };
    return node(model, entity, spot, rank === 0 || rank === path.length - 1, path.length);
  });
  return assemble(model, nodes, shown, label);
}

function node(model: Model, entity: Ref, spot: Spot, centre: boolean, nodes: number): Node {
  const least = nodes > 80 ? 6 : 8;
  const size = centre ? 20 : Math.min(15, least + 1.3 * Math.log2(1 + model.degree(entity)));
  return { entity, x: spot.x, y: spot.y, size, type: model.typeKey(entity), label: model.label(entity), community: 0, centre };
}

function room(model: Model, entity: Ref): { width: number; height: number } {
  const letters = Array.from(drawable(model.label(entity))).length;
  return { width: Math.max(26, letters * 3.6 + 10), height: 27 };
}

function assemble(model: Model, nodes: Node[], shown: Uint8Array | null, label: Label): Scene {
  const place = placesOf(nodes);
  const claims = new Set<Ref>();
  for (const { entity } of nodes) {
    for (const claim of model.claimsOf(entity)) if (!shown || shown[claim]) claims.add(claim);
  }
  const edges = edgesOf(model, [...claims].sort((a, b) => a - b), place, shown ?? undefined, label);
  return { nodes, edges, discs: [], place, close: true, room: ROOM };
}
