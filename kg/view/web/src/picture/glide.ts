/** From one scene to the next: nodes glide to their new places, new ones out of what brought them in. */

import type { Point } from "./frame.ts";
import type { Node, Scene } from "./scene.ts";

const LONG = 320; // milliseconds
const MOST = 300; // nodes; more would not glide but jerk

/** Shows scenes in between, if both are small enough and the reader wants movement; last the next one. Returns what stops it. */
export function glide(before: Scene, next: Scene, show: (scene: Scene) => void): () => void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || !before.close || !next.close || next.nodes.length > MOST) {
    show(next);
    return () => undefined;
  }
  const starts = startsOf(before, next);
  const begin = performance.now();
  let frame = 0;
  const step = (): void => {
    const part = Math.min(1, (performance.now() - begin) / LONG);
    if (part < 1) frame = requestAnimationFrame(step);
    show(part < 1 ? between(starts, next, part * part * (3 - 2 * part)) : next);
  };
  step();
  return () => cancelAnimationFrame(frame);
}

/** Where each node of the next scene begins. */
function startsOf(before: Scene, next: Scene): Point[] {
  const old = (node: Node | undefined): Node | undefined => (node ? before.nodes[before.place.get(node.entity) ?? -1] : undefined);
  const parents = new Map<number, Node>();
  for (const { from, to } of next.edges) {
    const [one, other] = [old(next.nodes[from]), old(next.nodes[to])];
    if (one && !parents.has(to)) parents.set(to, one);
    if (other && !parents.has(from)) parents.set(from, other);
  }
  return next.nodes.map((node, place) => old(node) ?? parents.get(place) ?? node);
}

function between(starts: readonly Point[], next: Scene, part: number): Scene {
  const nodes = next.nodes.map((node, place) => {
    const start = starts[place] ?? node;
    return { ...node, x: start.x + (node.x - start.x) * part, y: start.y + (node.y - start.y) * part };
  });
  return { ...next, nodes };
}
