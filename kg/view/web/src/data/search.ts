/** Search in names: what begins with the words, then what has them, then what is a slip of the finger away. */

import type { Ref } from "../payload.ts";
import { folded } from "./folded.ts";

export interface Entry {
  readonly kind: "entity" | "document";
  readonly ref: Ref;
  /** Label, aliases; the first is shown. */
  readonly names: readonly string[];
  /** How much it matters: breaks ties. */
  readonly weight: number;
}

export interface Hit {
  readonly entry: Entry;
  /** The name that matched. */
  readonly name: string;
  readonly score: number;
}

export class Search {
  private readonly names: { readonly entry: Entry; readonly name: string; readonly folded: string }[] = [];

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) {
      for (const name of entry.names) this.names.push({ entry, name, folded: folded(name.slice(0, 200)) });
    }
  }

  /** The best hits, at most one an entry. */
  find(query: string, most = 12): Hit[] {
    const wanted = folded(query);
    if (!wanted) return [];
    let hits = this.scored((name) => literal(name, wanted));
    if (hits.length < 3) hits = [...hits, ...this.scored((name) => near(name, wanted))];
    return best(hits, most);
  }

  private scored(score: (name: string) => number): Hit[] {
    const hits: Hit[] = [];
    for (const { entry, name, folded } of this.names) {
      const found = score(folded);
      if (found > 0) hits.push({ entry, name, score: found });
    }
    return hits;
  }
}

function best(hits: readonly Hit[], most: number): Hit[] {
  const order = (a: Hit, b: Hit): number =>
    b.score - a.score || b.entry.weight - a.entry.weight || a.name.length - b.name.length || a.entry.ref - b.entry.ref;
  const seen = new Set<Entry>();
  const found: Hit[] = [];
  for (const hit of [...hits].sort(order)) {
    if (seen.has(hit.entry)) continue;
    seen.add(hit.entry);
    found.push(hit);
    if (found.length === most) break;
  }
  return found;
}

/** 4 the name itself, 3 begins with it, 2 a word begins with it, 1 has it, 0 none. */
function literal(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return 0;
  if (at === 0) return name.length === wanted.length ? 4 : 3;
  return name[at - 1] === " " || name.includes(` ${wanted}`) ? 2 : 1;
}

/** Between 0 and 1 if every word wanted is near the beginning of a word in the name. */
function near(name: string, wanted: string): number {
  let total = 0;
  const words = name.split(" ");
  for (const want of wanted.split(" ")) {
    const allowed = want.length < 4 ? 0 : want.length < 8 ? 1 : 2;
    let least = allowed + 1;
    for (const word of words) least = Math.min(least, prefixDistance(want, word, allowed));
    if (least > allowed) return 0;
    total += least;
  }
  return 1 / (1.5 + total);
}

/** Edit distance (a swap counts once) between what is wanted and the nearest beginning of a word; more than `most` is `most + 1`. */
export function prefixDistance(wanted: string, word: string, most: number): number {
  if (wanted.length > word.length + most) return most + 1;
  const width = Math.min(word.length, wanted.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, place) => place);
  for (let row = 1; row <= wanted.length; row++) {
    const current = [row];
    for (let column = 1; column <= width; column++) {
      const same = wanted[row - 1] === word[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && wanted[row - 1] === word[column - 2] && wanted[row - 2] === word[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    before = last;
    last = current;
  }
  return Math.min(most + 1, ...last);
}
