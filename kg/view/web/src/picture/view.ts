/** What a drawer of scenes offers; WebGL and canvas are two of them. */

import type { Emphasis, Frame, Point } from "./frame.ts";
import type { Drawn } from "./lines.ts";
import type { Scene } from "./scene.ts";

export interface Events {
  /** entity: null beside all nodes. */
  click(entity: number | null, at: Point): void;
  double(entity: number | null): void;
  hover(entity: number | null, at: Point): void;
}

export interface View {
  /** Puts another scene up; fit: so that all of it is seen. */
  show(scene: Scene, emphasis: Emphasis, fit: boolean): void;
  /** Same scene, other emphasis, or other colours. */
  recolour(emphasis: Emphasis): void;
  frame(): Frame;
  /** Above 1 nearer. */
  zoom(factor: number): void;
  fit(): void;
  /** Brings a place of the scene to the middle, at least as near as the ratio. */
  goTo(point: Point, ratio: number): void;
  /** The lines of the last frame, for the pointer. */
  drawn(): readonly Drawn[];
}

/** A narrower stage is hidden: nothing is painted. */
export const SMALLEST = 40;

/** Half the scene's extent and its middle; at least the room that it asks for. */
export function extent(scene: Scene): { x: [number, number]; y: [number, number] } {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of scene.nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) [left, right, low, high] = [-1, 1, -1, 1];
  const width = Math.max((right - left) / 2, scene.room?.width ?? 0, 1);
  const height = Math.max((high - low) / 2, scene.room?.height ?? 0, 1);
  const [x, y] = [(left + right) / 2, (low + high) / 2];
  return { x: [x - width, x + width], y: [y - height, y + height] };
}

/** A canvas that covers the stage, as sharp as the screen. */
export function penOf(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  const pen = canvas.getContext("2d");
  pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen?.clearRect(0, 0, width, height);
  return pen;
}
