/** The course of a line between two nodes, from rim to rim. */

import type { Edge, Node } from "./scene.ts";
import { onScreen, toScreen, type Frame, type Point } from "./frame.ts";

export interface Curve {
  readonly start: Point;
  /** Quadratic, or the first of two for a loop. */
  readonly by: Point;
  readonly loop: Point | null;
  readonly end: Point;
  readonly middle: Point;
  /** Direction at the end, in radians. */
  readonly angle: number;
}

export function curveOf(edge: Edge, nodes: readonly Node[], frame: Frame): Curve | null {
  const [from, to] = [nodes[edge.from], nodes[edge.to]];
  if (!from || !to) return null;
  const [a, b] = [toScreen(frame, from), toScreen(frame, to)];
  if (edge.from === edge.to) return loop(a, onScreen(frame, from.size), edge.bend);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const by = { x: (a.x + b.x) / 2 + dy * edge.bend, y: (a.y + b.y) / 2 - dx * edge.bend };
  const start = towards(a, by, onScreen(frame, from.size) + 2);
  const end = towards(b, by, onScreen(frame, to.size) + 3);
  const middle = { x: (start.x + 2 * by.x + end.x) / 4, y: (start.y + 2 * by.y + end.y) / 4 };
  return { start, by, loop: null, end, middle, angle: Math.atan2(end.y - by.y, end.x - by.x) };
}

function loop(centre: Point, radius: number, bend: number): Curve {
  const wide = radius + 22 + Math.abs(bend) * 60;
  const start = { x: centre.x + radius * 0.7, y: centre.y - radius * 0.7 };
  const end = { x: centre.x - radius * 0.7 - 2, y: centre.y - radius * 0.7 - 2 };
  const by = { x: centre.x + wide, y: centre.y - wide * 1.5 };
  const other = { x: centre.x - wide, y: centre.y - wide * 1.5 };
  const middle = { x: centre.x, y: (start.y + 3 * by.y + 3 * other.y + end.y) / 8 };
  return { start, by, loop: other, end, middle, angle: Math.atan2(end.y - other.y, end.x - other.x) };
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.min(by / length, 0.9);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** The point at t in 0..1. */
export function along(curve: Curve, t: number): Point {
  const u = 1 - t;
  const mix = (a: number, b: number, c: number, d: number | null): number =>
    d === null ? u * u * a + 2 * u * t * b + t * t * c : u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * c;
  return {
    x: mix(curve.start.x, curve.by.x, curve.end.x, curve.loop?.x ?? null),
    y: mix(curve.start.y, curve.by.y, curve.end.y, curve.loop?.y ?? null),
  };
}

/** How far a point is from the curve, in pixels. */
export function distance(curve: Curve, point: Point): number {
  let least = Infinity;
  for (let step = 0; step <= 16; step++) {
    const on = along(curve, step / 16);
    least = Math.min(least, Math.hypot(on.x - point.x, on.y - point.y));
  }
  return least;
}
