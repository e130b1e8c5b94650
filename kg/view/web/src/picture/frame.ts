/** How the scene lies on the screen at the moment. */

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Pixels per unit of the scene; the scene's y grows upwards, the screen's downwards. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** 1 where the whole scene fits, 0.5 zoomed in twice. */
  readonly ratio: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function toScreen(frame: Frame, point: Point): Point {
  return { x: frame.left + point.x * frame.scale, y: frame.top - point.y * frame.scale };
}

/** Radius on the screen: nodes grow with the square root of the zoom. */
export function onScreen(frame: Frame, size: number): number {
  return size / Math.sqrt(frame.ratio);
}

/** Zoomed out further than this, communities have names, and lines between them are left out. */
export const FAR = 0.55;

/** What of the scene is set off from the rest. */
export interface Emphasis {
  /** Entities that are not faded; null: nothing is faded. */
  readonly lit: ReadonlySet<number> | null;
  /** The centre of a neighbourhood and what is expanded beside it: their lines are not faded while all is calm. */
  readonly hubs: ReadonlySet<number>;
  /** Has a ring around it. */
  readonly chosen: ReadonlySet<number>;
  /** Under the pointer, or what the keyboard is on. */
  readonly hovered: number | null;
}

export const CALM: Emphasis = { lit: null, hubs: new Set(), chosen: new Set(), hovered: null };
