/** Search in claims: in the line that says what each means, and in the sentences that state it. */

import type { Ref } from "../payload.ts";
import { folded } from "./folded.ts";

export interface ClaimHit {
  readonly claim: Ref;
  /** The sentence that has the words, where the line has not; else empty. */
  readonly quote: string;
}

export interface ClaimHits {
  /** The best of them. */
  readonly hits: readonly ClaimHit[];
  /** How many there are. */
  readonly total: number;
}

/** What is searched. */
export interface Claims {
  readonly count: number;
  line(claim: Ref): string;
  /** Sentences, as they stand in the articles. */
  quotes(claim: Ref): readonly string[];
  /** How much it matters: breaks ties. */
  weight(claim: Ref): number;
}

/** Made in pieces, so that the page can do other things in between. */
export class ClaimSearch {
  private readonly claims: Claims;
  private readonly lines: string[] = [];
  /** Each sentence once: many state several claims. */
  private readonly sentences: { readonly text: string; readonly folded: string }[] = [];
  private readonly known = new Map<string, number>();
  /** The sentences of each claim, by their places. */
  private readonly of: number[][] = [];

  constructor(claims: Claims) {
    this.claims = claims;
  }

  /** Reads claims for about so long; whether all are read. */
  read(milliseconds = Infinity): boolean {
    const end = performance.now() + milliseconds;
    for (let claim = this.lines.length; claim < this.claims.count; claim++) {
      this.lines.push(` ${folded(this.claims.line(claim))}`);
      this.of.push(this.claims.quotes(claim).map((text) => this.place(text)));
      if (performance.now() > end) break;
    }
    return this.lines.length === this.claims.count;
  }

  private place(text: string): number {
    let place = this.known.get(text);
    if (place === undefined) {
      this.known.set(text, (place = this.sentences.length));
      this.sentences.push({ text, folded: ` ${folded(text)}` });
    }
    return place;
  }

  /** Claims with all of the words, each in the line or all in one sentence; those with the words as they stand first. */
  find(query: string, most: number): ClaimHits {
    const wanted = folded(query);
    if (wanted.length < 2) return { hits: [], total: 0 };
    const words = wanted.split(" ");
    const quoted = this.sentences.map((sentence) => score(sentence.folded, wanted, words));
    const found: { claim: Ref; quote: string; score: number }[] = [];
    for (const [claim, line] of this.lines.entries()) {
      let [best, quote] = [2 * score(line, wanted, words), ""];
      for (const place of this.of[claim] ?? []) {
        const value = quoted[place] ?? 0;
        if (value > best) [best, quote] = [value, this.sentences[place]?.text ?? ""];
      }
      if (best) found.push({ claim, quote, score: best });
    }
    const { weight } = this.claims;
    found.sort((a, b) => b.score - a.score || weight(b.claim) - weight(a.claim) || a.claim - b.claim);
    return { hits: found.slice(0, most).map(({ claim, quote }) => ({ claim, quote })), total: found.length };
  }
}

/** 3 the words in this order, 2 all of them as beginnings of words, 1 all of them somewhere, 0 not all. text: begins with a space. */
function score(text: string, wanted: string, words: readonly string[]): number {
  if (text.includes(` ${wanted}`)) return 3;
  if (!words.every((word) => text.includes(word))) return 0;
  return words.every((word) => text.includes(` ${word}`)) ? 2 : 1;
}
