/** The names in the picture: of nodes, of communities when zoomed out, of relations where there is room. */

import { along, type Curve } from "./curve.ts";
import { FAR, onScreen, toScreen, type Emphasis, type Frame, type Point } from "./frame.ts";
import { drawable, Room, textWidth, type Box } from "./labels.ts";
import type { Drawn } from "./lines.ts";
import type { Colours } from "./looks.ts";
import type { Node, Scene } from "./scene.ts";

export const FONT = "system-ui, -apple-system, 'Segoe UI', sans-serif";
const MOST_NAMES = 90;
const TRIED = 1200;

/** So few nodes have names of their own from afar too. */
const FEW = 150;

type Pen = CanvasRenderingContext2D;
type Side = "above" | "below" | "beside";

export function drawNames(pen: Pen, scene: Scene, frame: Frame, emphasis: Emphasis, lines: readonly Drawn[] | null, looks: Colours): void {
  const room = new Room();
  pen.lineJoin = "round";
  pen.textBaseline = "middle";
  const far = scene.discs.length > 0 && scene.nodes.length > FEW && frame.ratio > FAR && emphasis.chosen.size === 0 && emphasis.lit === null;
  if (far) drawCommunities(pen, scene, frame, room, looks);
  keepNodesFree(scene, frame, room);
  drawNodeNames(pen, scene, frame, emphasis, room, looks, far);
  if (lines) drawRelations(pen, scene, lines, emphasis, room, looks);
}

function text(pen: Pen, words: string, x: number, y: number, colour: string, looks: Colours): void {
  pen.strokeStyle = looks.paper;
  pen.lineWidth = 4;
  pen.strokeText(words, x, y);
  pen.fillStyle = colour;
  pen.fillText(words, x, y);
}

function drawCommunities(pen: Pen, scene: Scene, frame: Frame, room: Room, looks: Colours): void {
  pen.textAlign = "center";
  for (const disc of [...scene.discs].sort((a, b) => b.size - a.size)) {
    const at = toScreen(frame, disc);
    const words = drawable(disc.name);
    if (!words || disc.size < 3) continue;
    const size = Math.max(11, Math.min(17, 8 + Math.sqrt(disc.size) * 0.6));
    pen.font = `600 ${size}px ${FONT}`;
    const half = textWidth(pen, words) / 2 + 5;
    const x = within(at.x - half, 2 * half, frame) + half;
    const box = { left: x - half, right: x + half, top: at.y - size * 0.8, bottom: at.y + size * 0.8 };
    const seen = Math.abs(x - at.x) < half && visible(box, frame);
    if (seen && room.take(box)) text(pen, words, x, at.y, looks.ink, looks);
  }
}

/** Where something of a width begins so that it is whole on the screen. */
function within(left: number, width: number, frame: Frame): number {
  return Math.max(3, Math.min(left, frame.width - width - 3));
}

function visible(box: Box, frame: Frame): boolean {
  return box.right > 0 && box.left < frame.width && box.bottom > 0 && box.top < frame.height;
}

/** In a picture of few nodes no name lies on a node. */
function keepNodesFree(scene: Scene, frame: Frame, room: Room): void {
  if (scene.nodes.length > 400) return;
  for (const node of scene.nodes) {
    const { x, y } = toScreen(frame, node);
    const radius = onScreen(frame, node.size) * 0.8;
    room.put({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
}

function drawNodeNames(pen: Pen, scene: Scene, frame: Frame, emphasis: Emphasis, room: Room, looks: Colours, far: boolean): void {
  let [named, tried] = [0, 0];
  const middle = scene.close ? scene.nodes.reduce((sum, { y }) => sum + y, 0) / Math.max(1, scene.nodes.length) : 0;
  for (const node of inOrder(scene, emphasis)) {
    const special = isSpecial(node, emphasis);
    if (!special) {
      if (far || named >= MOST_NAMES || tried > TRIED) break;
      if (emphasis.lit && !emphasis.lit.has(node.entity)) continue;
      if (scene.nodes.length > 150 && onScreen(frame, node.size) < 3.2) continue;
    }
    const at = toScreen(frame, node);
    if (at.x < -50 || at.y < -20 || at.x > frame.width + 50 || at.y > frame.height + 20) continue;
    tried++;
    const side = scene.close ? (node.y > middle && !node.centre ? "above" : "below") : "beside";
    if (name(pen, node, at, frame, special, side, room, looks)) named++;
  }
}

function isSpecial(node: Node, emphasis: Emphasis): boolean {
  return node.centre === true || emphasis.hovered === node.entity || emphasis.chosen.has(node.entity);
}

/** Nodes come sorted by degree; those that the reader points at go first. */
function* inOrder(scene: Scene, emphasis: Emphasis): Generator<Node> {
  const first = scene.nodes.filter((node) => isSpecial(node, emphasis));
  yield* first;
  for (const node of scene.nodes) if (!isSpecial(node, emphasis)) yield node;
}

function name(pen: Pen, node: Node, at: Point, frame: Frame, special: boolean, side: Side, room: Room, looks: Colours): boolean {
  const words = drawable(node.label);
  const size = node.centre ? 15 : special || side !== "beside" ? 13 : 12;
  pen.font = `${special ? "600 " : ""}${size}px ${FONT}`;
  const width = textWidth(pen, words) + 8;
  const [half, gap] = [size * 0.72, onScreen(frame, node.size) + 4];
  for (const [left, middle] of spots(at, width, half, gap, side, frame)) {
    const box = { left, right: left + width, top: middle - half, bottom: middle + half };
    if (box.left < 0 || box.right > frame.width || !room.take(box)) continue;
    pen.textAlign = "left";
    text(pen, words, left + 4, middle, looks.ink, looks);
    return true;
  }
  if (!special) return false;
  pen.textAlign = "left";
  text(pen, words, at.x + gap, at.y, looks.ink, looks);
  return true;
}

/** Left ends and middles, the best first. Above and below lie away from the middle, where a node's lines come from. */
function spots(at: Point, width: number, half: number, gap: number, side: Side, frame: Frame): [number, number][] {
  const beside: [number, number][] = [[at.x + gap - 2, at.y], [at.x - gap - width + 2, at.y]];
  const left = within(at.x - width / 2, width, frame);
  const below: [number, number][] = [[left, at.y + gap + half], [left, at.y - gap - half]];
  if (side === "above") below.reverse();
  return side === "beside" ? [...beside, ...below] : [...below, ...beside];
}

/** Names of relations: in a small picture all that find room, in a big one those of what is chosen. */
function drawRelations(pen: Pen, scene: Scene, lines: readonly Drawn[], emphasis: Emphasis, room: Room, looks: Colours): void {
  if (!scene.close && emphasis.chosen.size === 0) return;
  pen.font = `11px ${FONT}`;
  pen.textAlign = "center";
  for (const { edge, curve, lit } of lines) {
    const words = lit ? drawable(edge.label) : "";
    const width = textWidth(pen, words);
    if (!words || !longEnough(curve, width)) continue;
    const spot = [0.5, 0.62, 0.38, 0.72].map((t) => along(curve, t)).find((point) => room.take(around(point, width)));
    if (!spot) continue;
    pen.fillStyle = looks.paper; // the line does not show between the letters
    pen.fillRect(spot.x - width / 2 - 2, spot.y - 6, width + 4, 12);
    pen.fillStyle = looks.soft;
    pen.fillText(words, spot.x, spot.y);
  }
}

function around({ x, y }: { x: number; y: number }, width: number): Box {
  return { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - 8, bottom: y + 8 };
}

function longEnough(curve: Curve, width: number): boolean {
  return curve.loop !== null || Math.hypot(curve.end.x - curve.start.x, curve.end.y - curve.start.y) > Math.min(width * 0.6, 40);
}
