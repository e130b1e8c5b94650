/** The scene of a CONSTRUCT: its triples between entities. Up to a size laid out anew, above it where Python placed them. */

import type { Drawing } from "../app.ts";
import type { Model } from "../data/model.ts";
import type { Ref } from "../payload.ts";
import { treeNodes } from "./focus.ts";
import { placesOf, type Edge, type Node, type Scene } from "./scene.ts";
import { nodeSize } from "./scene.ts";

const LAID_OUT = 250;

export function queryScene(model: Model, drawing: Drawing): Scene {
  const nodes = drawing.entities.length > LAID_OUT ? inPlace(model, drawing.entities) : laidOut(model, drawing);
  const place = placesOf(nodes);
  const edges = drawing.triples.flatMap(({ from, to, label }): Edge[] => {
    const [one, other] = [place.get(from), place.get(to)];
    return one === undefined || other === undefined ? [] : [{ from: one, to: other, claims: [], label, modality: "Asserted", bend: 0, timeless: false }];
  });
  return { nodes, edges, discs: [], place, close: nodes.length <= LAID_OUT, room: { width: 420, height: 260 } };
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
function laidOut(model: Model, { triples, entities }: Drawing): Node[] {
  const near = new Map<Ref, Ref[]>();
  const count = new Map<Ref, number>();
  for (const { from, to } of triples) {
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
