/** Lines with all that they say: dashes, signs, arrows, curves. For as many as a reader can tell apart; WebGL draws more of them, plainly. */

import { curveOf, type Curve } from "./curve.ts";
import { FAR, type Emphasis, type Frame } from "./frame.ts";
import { lineOf, type Colours } from "./looks.ts";
import type { Edge, Scene } from "./scene.ts";

/** More lines than these on the screen are drawn plainly. */
export const MOST_LINES = 900;

export interface Drawn {
  readonly edge: Edge;
  readonly curve: Curve;
  readonly lit: boolean;
}

/** The edges that touch the screen: all, or only those of what is lit; null if there are too many to draw in full. */
export function visibleEdges(scene: Scene, frame: Frame, emphasis: Emphasis): Edge[] | null {
  const inside = insideOf(scene, frame);
  const found: Edge[] = [];
  const { chosen, lit } = emphasis;
  const some = lit !== null && !scene.close;
  const apart = isFar(scene, frame) && lit === null;
  for (const edge of scene.edges) {
    if (apart && scene.nodes[edge.from]?.community !== scene.nodes[edge.to]?.community) continue;
    if (some && !isLit(scene, edge, emphasis)) continue;
    if (!some && scene.edges.length > MOST_LINES && !(inside[edge.from] && inside[edge.to])) continue;
    if (!inside[edge.from] && !inside[edge.to] && chosen.size === 0) continue;
    found.push(edge);
    if (found.length > MOST_LINES) return null;
  }
  return found;
}

function insideOf(scene: Scene, frame: Frame): Uint8Array {
  const inside = new Uint8Array(scene.nodes.length);
  for (const [place, node] of scene.nodes.entries()) {
    const x = frame.left + node.x * frame.scale;
    const y = frame.top - node.y * frame.scale;
    if (x > -40 && y > -40 && x < frame.width + 40 && y < frame.height + 40) inside[place] = 1;
  }
  return inside;
}

/** With a chosen node, its own lines; with two, those between them; else lines between lit nodes. */
export function isLit(scene: Scene, edge: Edge, { lit, hubs, chosen }: Emphasis): boolean {
  const [from, to] = [scene.nodes[edge.from]?.entity ?? -1, scene.nodes[edge.to]?.entity ?? -1];
  if (chosen.size === 2) return chosen.has(from) && chosen.has(to);
  if (chosen.size === 1 && (chosen.has(from) || chosen.has(to))) return true;
  if (chosen.size === 1) return lit === null && (hubs.has(from) || hubs.has(to));
  return lit === null || (lit.has(from) && lit.has(to));
}

export function drawLines(pen: CanvasRenderingContext2D, scene: Scene, edges: readonly Edge[], frame: Frame, emphasis: Emphasis, looks: Colours): Drawn[] {
  const drawn: Drawn[] = [];
  const styles = new Map<string, Drawn[]>();
  for (const edge of edges) {
    const curve = curveOf(edge, scene.nodes, frame);
    if (!curve) continue;
    const one = { edge, curve, lit: isLit(scene, edge, emphasis) };
    drawn.push(one);
    const style = `${one.lit ? 1 : 0}${edge.timeless ? 1 : 0}${edge.modality}`;
    styles.set(style, [...(styles.get(style) ?? []), one]);
  }
  const far = isFar(scene, frame) && emphasis.lit === null;
  const detail = far ? "little" : edges.length > 250 ? "some" : "all";
  const calm = scene.close || emphasis.lit !== null ? 1 : 0.6;
  for (const same of styles.values()) stroke(pen, same, detail, calm, looks);
  pen.setLineDash([]);
  return drawn;
}

/** From afar lines have neither arrows nor signs. */
type Detail = "little" | "some" | "all";

function isFar(scene: Scene, frame: Frame): boolean {
  return scene.discs.length > 0 && frame.ratio > FAR;
}

function stroke(pen: CanvasRenderingContext2D, same: readonly Drawn[], detail: Detail, alpha: number, looks: Colours): void {
  const [first] = same;
  if (!first) return;
  const { modality, timeless } = first.edge;
  const line = lineOf(modality);
  pen.globalAlpha = alpha * (first.lit ? (timeless ? 0.4 : 1) : 0.22);
  pen.strokeStyle = pen.fillStyle = looks.modality(modality);
  pen.lineWidth = detail === "all" ? 1.5 : 1;
  pen.setLineDash(line.dashes as number[]);
  pen.beginPath();
  for (const { curve } of same) {
    pen.moveTo(curve.start.x, curve.start.y);
    if (curve.loop) pen.bezierCurveTo(curve.by.x, curve.by.y, curve.loop.x, curve.loop.y, curve.end.x, curve.end.y);
    else pen.quadraticCurveTo(curve.by.x, curve.by.y, curve.end.x, curve.end.y);
  }
  pen.stroke();
  pen.setLineDash([]);
  if (detail !== "little") {
    pen.beginPath();
    for (const { curve } of same) arrow(pen, curve, detail === "some" ? 5 : 7);
    pen.fill();
    if (line.sign) for (const { curve } of same) sign(pen, curve, line.sign, looks);
  }
  pen.globalAlpha = 1;
}

function arrow(pen: CanvasRenderingContext2D, { end, angle }: Curve, length: number): void {
  pen.moveTo(end.x, end.y);
  for (const side of [0.42, -0.42]) {
    pen.lineTo(end.x - length * 1.25 * Math.cos(angle + side), end.y - length * 1.25 * Math.sin(angle + side));
  }
  pen.closePath();
}

/** A small disc with a sign at a third of the line, out of the way of the relation's name. */
function sign(pen: CanvasRenderingContext2D, { start, by, end }: Curve, text: string, looks: Colours): void {
  const x = 0.09 * end.x + 0.42 * by.x + 0.49 * start.x;
  const y = 0.09 * end.y + 0.42 * by.y + 0.49 * start.y;
  const colour = pen.fillStyle;
  pen.fillStyle = looks.paper;
  pen.beginPath();
  pen.arc(x, y, 7, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  pen.fillStyle = colour;
  pen.font = "bold 11px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, x, y + 0.5);
}
