/** Parts of articles. Offsets count code points, JavaScript's strings count UTF-16 units: most texts have only one of either. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of text and the kinds of mark on it. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly string[];
}

/** Names and titles longer than this are not: articles are hostile, and a page of one letter helps nobody. */
const LONGEST_NAME = 120;

/** The text, or its beginning and "…". */
export function clipped(text: string, most = LONGEST_NAME): string {
  if (text.length <= most) return text;
  return `${Array.from(text.slice(0, 2 * most)).slice(0, most - 1).join("").trimEnd()}…`;
}

/** A text that is cut by code points. */
export class Article {
  private readonly text: string;
  private readonly points: readonly string[] | null;

  constructor(text: string) {
    this.text = text;
    this.points = /[\uD800-\uDBFF]/.test(text) ? Array.from(text) : null;
  }

  get length(): number {
    return this.points?.length ?? this.text.length;
  }

  cut(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }

  /** The part from start to end in pieces, each with the kinds of the marks that cover it. */
  marked(start: number, end: number, marks: readonly (Span & { readonly kind: string })[]): Piece[] {
    const within = marks.filter((mark) => mark.start < mark.end && mark.start < end && mark.end > start);
    const cuts = new Set([start, end]);
    for (const mark of within) cuts.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(1).map((to, place) => {
      const from = places[place] ?? start;
      const over = within.filter((mark) => mark.start <= from && mark.end >= to);
      return { text: this.cut(from, to), marks: over.map((mark) => mark.kind) };
    });
  }
}
