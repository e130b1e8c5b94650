/** The scene of a CONSTRUCT: what its triples state. Up to a size laid out anew, above it where Python placed the entities. */

import type { Drawing } from "../app.ts";
import type { Model } from "../data/model.ts";
import type { Ref } from "../payload.ts";
import { treeNodes } from "./focus.ts";
import { edgesOf, nodeSize, placesOf, type Node, type Scene, type Words } from "./scene.ts";

const LAID_OUT = 250;

export function queryScene(model: Model, drawing: Drawing, words: Words): Scene {
  const close = drawing.entities.length <= LAID_OUT;
  const nodes = close ? laidOut(model, drawing) : inPlace(model, drawing.entities);
  const place = placesOf(nodes);
  const edges = edgesOf(model, { ...drawing, shown: null }, place, close ? words : null);
  return { nodes, edges, discs: [], place, close, room: { width: 420, height: 260 } };
}

function inPlace(model: Model, entities: readonly Ref[]): Node[] {
  const { x, y } = model.graph.entities;
  return entities.map((entity) => ({
    entity,
    x: x[entity] ?? 0,
    y: y[entity] ?? 0,
    size: nodeSize(model.degree(entity), entities.length),
    type: model.typeKey(entity),
    label: model.label(entity),
    community: 0,
  }));
}

/** Each component as a tree from its best known entity; components hang on the first one's centre. */
function laidOut(model: Model, { claims, plain, entities }: Drawing): Node[] {
  const near = new Map<Ref, Ref[]>();
  const count = new Map<Ref, number>();
  const { subject, object } = model.graph.claims;
  const links = [...claims.map((claim) => ({ from: subject[claim] ?? 0, to: object[claim] ?? 0 })), ...plain];
  for (const { from, to } of links) {
    near.set(from, [...(near.get(from) ?? []), to]);
    near.set(to, [...(near.get(to) ?? []), from]);
    for (const end of [from, to]) count.set(end, (count.get(end) ?? 0) + 1);
  }
  const order = [...entities].sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || a - b);
  const parents = new Map<Ref, Ref | null>();
  const [root] = order;
  for (const start of order) {
    if (parents.has(start)) continue;
    parents.set(start, start === root ? null : (root ?? null));
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const other of near.get(at) ?? []) {
        if (parents.has(other)) continue;
        parents.set(other, at);
        queue.push(other);
      }
    }
  }
  return treeNodes(model, parents);
}
