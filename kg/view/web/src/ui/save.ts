/** The picture as a file: SVG drawn from the scene, PNG painted at twice the size. */

import type { App } from "../app.ts";
import { curveOf, type Curve } from "../picture/curve.ts";
import { CALM, onScreen, toScreen, type Frame } from "../picture/frame.ts";
import { drawable } from "../picture/labels.ts";
import { colours, lineOf, OUTLINES, shapeOf, type Colours } from "../picture/looks.ts";
import { FONT } from "../picture/names.ts";
import { paintLines, paintNodes, paintOver, paintUnder } from "../picture/paint.ts";
import type { Edge, Scene } from "../picture/scene.ts";
import type { Stage } from "../picture/stage.ts";
import { download, s } from "./dom.ts";

const MOST_LABELS = 150;
const SHARPER = 2;

function fileName(app: App, ending: string): string {
  const focus = app.state.focus === null ? null : app.model.entity(app.state.focus);
  const name = focus === null ? app.model.graph.title : app.model.label(focus);
  return `${name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "graph"}.${ending}`;
}

export function savePng(app: App, stage: Stage): void {
  const frame = stage.drawing.frame();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [frame.width * SHARPER, frame.height * SHARPER];
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const looks = colours();
  pen.scale(SHARPER, SHARPER);
  pen.fillStyle = looks.paper;
  pen.fillRect(0, 0, frame.width, frame.height);
  paintUnder(pen, stage.scene, frame, looks);
  const lines = paintLines(pen, stage.scene, frame, CALM, looks);
  paintNodes(pen, stage.scene, frame, CALM, looks);
  paintOver(pen, stage.scene, frame, CALM, lines, looks);
  canvas.toBlob((blob) => blob && download(fileName(app, "png"), blob), "image/png");
}

export function saveSvg(app: App, stage: Stage): void {
  const text = new XMLSerializer().serializeToString(svgOf(stage.scene, stage.drawing.frame(), colours()));
  download(fileName(app, "svg"), new Blob([text], { type: "image/svg+xml" }));
}

/** The scene as it lies on the screen. */
export function svgOf(scene: Scene, frame: Frame, looks: Colours): SVGElement {
  const { width, height } = frame;
  const image = s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, "font-family": FONT });
  image.append(s("rect", { width, height, fill: looks.paper }));
  for (const edge of scene.edges) image.append(...line(edge, scene, frame, looks));
  for (const node of scene.nodes) {
    const { x, y } = toScreen(frame, node);
    const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${onScreen(frame, node.size).toFixed(2)})`;
    image.append(s("path", { d: OUTLINES[shapeOf(node.type)], fill: looks.type(node.type), "fill-rule": "evenodd", transform: place }));
  }
  for (const node of scene.nodes.slice(0, MOST_LABELS)) {
    const { x, y } = toScreen(frame, node);
    const below = y + onScreen(frame, node.size) + 15;
    image.append(label(drawable(node.label), x, below, node.centre ? 15 : 13, looks.ink, looks));
  }
  return image;
}

function line(edge: Edge, scene: Scene, frame: Frame, looks: Colours): SVGElement[] {
  const curve = curveOf(edge, scene.nodes, frame);
  if (!curve) return [];
  const colour = looks.modality(edge.modality);
  const { dashes, sign } = lineOf(edge.modality);
  const found = [s("path", { d: path(curve), fill: "none", stroke: colour, "stroke-width": 1.5, "stroke-dasharray": dashes.join(" ") || null }), s("path", { d: arrow(curve), fill: colour })];
  const words = [sign, scene.close ? drawable(edge.label) : ""].filter(Boolean).join(" ");
  if (words) found.push(label(words, curve.middle.x, curve.middle.y, 11, looks.soft, looks));
  return found;
}

const at = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

function path({ start, by, loop, end }: Curve): string {
  return loop ? `M${at(start)}C${at(by)} ${at(loop)} ${at(end)}` : `M${at(start)}Q${at(by)} ${at(end)}`;
}

function arrow({ end, angle }: Curve): string {
  const corner = (side: number): string => at({ x: end.x - 9 * Math.cos(angle + side), y: end.y - 9 * Math.sin(angle + side) });
  return `M${at(end)}L${corner(0.42)}L${corner(-0.42)}Z`;
}

function label(text: string, x: number, y: number, size: number, colour: string, looks: Colours): SVGElement {
  return s("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": size, "text-anchor": "middle", fill: colour, stroke: looks.paper, "stroke-width": 3, "paint-order": "stroke" }, text);
}
