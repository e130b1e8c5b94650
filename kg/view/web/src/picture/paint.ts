/** Paints what lies under the nodes (communities, lines) and over them (rings, names), for WebGL, canvas and print alike. */

import { FAR, onScreen, toScreen, type Emphasis, type Frame } from "./frame.ts";
import { OUTLINES, shapeOf, type Colours } from "./looks.ts";
import { drawLines, visibleEdges, type Drawn } from "./lines.ts";
import { drawNames } from "./names.ts";
import type { Scene } from "./scene.ts";

type Pen = CanvasRenderingContext2D;

export function paintUnder(pen: Pen, scene: Scene, frame: Frame, looks: Colours): void {
  if (scene.discs.length && frame.ratio > FAR * 0.5) drawDiscs(pen, scene, frame, looks);
}

/** Returns the lines that it drew, null if there were too many. */
export function paintLines(pen: Pen, scene: Scene, frame: Frame, emphasis: Emphasis, looks: Colours): Drawn[] | null {
  const edges = visibleEdges(scene, frame, emphasis);
  return edges && drawLines(pen, scene, edges, frame, emphasis, looks);
}

function drawDiscs(pen: Pen, scene: Scene, frame: Frame, looks: Colours): void {
  pen.fillStyle = looks.disc;
  for (const disc of scene.discs) {
    const { x, y } = toScreen(frame, disc);
    pen.beginPath();
    pen.arc(x, y, disc.radius * frame.scale * 1.08 + 6, 0, 2 * Math.PI);
    pen.fill();
  }
}

export function paintOver(pen: Pen, scene: Scene, frame: Frame, emphasis: Emphasis, lines: readonly Drawn[] | null, looks: Colours): void {
  for (const entity of emphasis.chosen) ring(pen, scene, frame, entity, looks, 2.5);
  if (emphasis.hovered !== null) ring(pen, scene, frame, emphasis.hovered, looks, 1.5);
  drawNames(pen, scene, frame, emphasis, lines, looks);
}

function ring(pen: Pen, scene: Scene, frame: Frame, entity: number, looks: Colours, width: number): void {
  const node = scene.nodes[scene.place.get(entity) ?? -1];
  if (!node) return;
  const { x, y } = toScreen(frame, node);
  pen.strokeStyle = looks.focus;
  pen.lineWidth = width;
  pen.beginPath();
  pen.arc(x, y, onScreen(frame, node.size) * 1.15 + 4, 0, 2 * Math.PI);
  pen.stroke();
}

const outlines = new Map<string, Path2D>();

/** The nodes, where no WebGL draws them. */
export function paintNodes(pen: Pen, scene: Scene, frame: Frame, emphasis: Emphasis, looks: Colours): void {
  for (let place = scene.nodes.length - 1; place >= 0; place--) {
    const node = scene.nodes[place];
    if (!node) continue;
    const { x, y } = toScreen(frame, node);
    const radius = onScreen(frame, node.size);
    if (x < -radius || y < -radius || x > frame.width + radius || y > frame.height + radius) continue;
    const shape = shapeOf(node.type);
    let outline = outlines.get(shape);
    if (!outline) outlines.set(shape, (outline = new Path2D(OUTLINES[shape])));
    pen.fillStyle = emphasis.lit && !emphasis.lit.has(node.entity) ? looks.faint : looks.type(node.type);
    pen.save();
    pen.translate(x, y);
    pen.scale(radius, radius);
    pen.fill(outline, "evenodd");
    pen.restore();
  }
}
