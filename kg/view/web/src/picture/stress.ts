/**
 * Lays a neighbourhood with several centres out anew: places whose distances come nearest to those along the lines. Stress majorization
 * (Gansner, Koren and North 2004), as in kg/view/layout/labelled.py, but node by node, from places that are nearly right: so little moves.
 */

interface Place {
  x: number;
  y: number;
}

export type Link = readonly [number, number];

const EDGE = 150;
const CROWDED = 6; // from so many lines on, those of a node are longer
const ROUNDS = 50;
const STILL = 0.5; // pixels

/** Moves all places but the first. links: between their numbers. */
export function relax(places: readonly Place[], links: readonly Link[]): void {
  const wanted = distances(places.length, links);
  for (let round = 0; round < ROUNDS; round++) {
    let most = 0;
    for (let one = 1; one < places.length; one++) most = Math.max(most, move(places, one, wanted[one] ?? []));
    if (most < STILL) return;
  }
}

/** To the mean of where the others want it; how far it went. */
function move(places: readonly Place[], one: number, wanted: readonly number[]): number {
  const own = places[one];
  if (!own) return 0;
  let [x, y, weights] = [0, 0, 0];
  for (const [rank, other] of places.entries()) {
    const far = wanted[rank] ?? Infinity;
    if (rank === one || far === Infinity) continue;
    const now = Math.hypot(own.x - other.x, own.y - other.y) || 1;
    const weight = 1 / (far * far);
    x += weight * (other.x + (far * (own.x - other.x)) / now);
    y += weight * (other.y + (far * (own.y - other.y)) / now);
    weights += weight;
  }
  if (!weights) return 0;
  const gone = Math.hypot(x / weights - own.x, y / weights - own.y);
  [own.x, own.y] = [x / weights, y / weights];
  return gone;
}

/** How far apart each two should be, along the lines; Infinity where none lead from one to the other. */
function distances(count: number, links: readonly Link[]): number[][] {
  const near: number[][] = Array.from({ length: count }, () => []);
  for (const [one, other] of links) {
    near[one]?.push(other);
    near[other]?.push(one);
  }
  const length = (one: number, other: number): number => EDGE * (1 + 0.05 * Math.max(0, Math.max(near[one]?.length ?? 0, near[other]?.length ?? 0) - CROWDED));
  return near.map((_, from) => {
    const far = new Array<number>(count).fill(Infinity);
    far[from] = 0;
    const queue = [from];
    for (const at of queue) {
      for (const next of near[at] ?? []) {
        if (far[next] !== Infinity) continue;
        far[next] = (far[at] ?? 0) + length(at, next);
        queue.push(next);
      }
    }
    return far;
  });
}
