/** Where labels go so that none lies on another: the most important first, each where it finds room, or nowhere. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Takes boxes for as long as they are free; a grid keeps it quick. */
export class Room {
  private readonly cells = new Map<number, Box[]>();

  take(box: Box): boolean {
    const cells = this.around(box);
    for (const cell of cells) {
      for (const taken of this.cells.get(cell) ?? []) if (overlap(box, taken)) return false;
    }
    this.put(box, cells);
    return true;
  }

  /** Takes it even if it is not free. */
  put(box: Box, cells = this.around(box)): void {
    for (const cell of cells) {
      const known = this.cells.get(cell);
      if (known) known.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  private around(box: Box): number[] {
    const found: number[] = [];
    for (let x = Math.floor(box.left / 90); x <= Math.floor(box.right / 90); x++) {
      for (let y = Math.floor(box.top / 40); y <= Math.floor(box.bottom / 40); y++) found.push(x * 65_536 + y);
    }
    return found;
  }
}

const LONGEST = 34;

/** A label short enough to draw: one line, without characters that turn the direction of what follows. */
export function drawable(label: string): string {
  const line = label.slice(0, 4 * LONGEST).replace(/[\u0000-\u001f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  const points = Array.from(line);
  return points.length > LONGEST ? `${points.slice(0, LONGEST - 1).join("").trimEnd()}…` : line;
}

const widths = new Map<string, number>();

export function textWidth(pen: CanvasRenderingContext2D, text: string): number {
  const key = pen.font + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    widths.set(key, (width = pen.measureText(text).width));
  }
  return width;
}
