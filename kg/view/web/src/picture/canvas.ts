/** Scenes on a plain canvas, for browsers without WebGL. */

import { CALM, onScreen, toScreen, type Emphasis, type Frame, type Point } from "./frame.ts";
import { colours, type Colours } from "./looks.ts";
import type { Drawn } from "./lines.ts";
import { paintLines, paintNodes, paintOver, paintUnder } from "./paint.ts";
import type { Scene } from "./scene.ts";
import { extent, penOf, SMALLEST, type Events, type View } from "./view.ts";
import { h } from "../ui/dom.ts";

const NEAREST = 0.004;
const FARTHEST = 3;

export class CanvasView implements View {
  private readonly stage: HTMLElement;
  private readonly canvas = h("canvas", { class: "plain" });
  private readonly padding: number;
  private scene: Scene | null = null;
  private emphasis: Emphasis = CALM;
  private looks: Colours = colours();
  private middle: Point = { x: 0, y: 0 };
  private ratio = 1;
  private pending = false;
  private lines: Drawn[] | null = null;

  constructor(stage: HTMLElement, events: Events, padding: number) {
    this.stage = stage;
    this.padding = padding;
    stage.append(this.canvas);
    this.bind(events);
    new ResizeObserver(() => this.draw()).observe(stage);
  }

  show(scene: Scene, emphasis: Emphasis, fit: boolean): void {
    this.scene = scene;
    this.recolour(emphasis);
    if (fit) this.fit();
  }

  recolour(emphasis: Emphasis): void {
    this.emphasis = emphasis;
    this.looks = colours();
    this.draw();
  }

  frame(): Frame {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const box = this.scene ? extent(this.scene) : { x: [-1, 1], y: [-1, 1] };
    const wide = (width - 2 * this.padding) / ((box.x[1] ?? 1) - (box.x[0] ?? 0));
    const high = (height - 2 * this.padding) / ((box.y[1] ?? 1) - (box.y[0] ?? 0));
    const scale = Math.max(Math.min(wide, high), 1e-6) / this.ratio;
    return { width, height, scale, left: width / 2 - this.middle.x * scale, top: height / 2 + this.middle.y * scale, ratio: this.ratio };
  }

  zoom(factor: number): void {
    this.ratio = Math.max(NEAREST, Math.min(FARTHEST, this.ratio / factor));
    this.draw();
  }

  fit(): void {
    const box = this.scene ? extent(this.scene) : { x: [-1, 1], y: [-1, 1] };
    this.middle = { x: ((box.x[0] ?? 0) + (box.x[1] ?? 0)) / 2, y: ((box.y[0] ?? 0) + (box.y[1] ?? 0)) / 2 };
    this.ratio = 1;
    this.draw();
  }

  goTo(point: Point, ratio: number): void {
    this.middle = point;
    this.ratio = Math.min(this.ratio, ratio);
    this.draw();
  }

  drawn(): readonly Drawn[] {
    return this.lines ?? [];
  }

  private draw(): void {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      const frame = this.frame();
      const pen = frame.width < SMALLEST ? null : penOf(this.canvas, frame.width, frame.height);
      if (!pen || !this.scene) return;
      paintUnder(pen, this.scene, frame, this.looks);
      this.lines = paintLines(pen, this.scene, frame, this.emphasis, this.looks);
      paintNodes(pen, this.scene, frame, this.emphasis, this.looks);
      paintOver(pen, this.scene, frame, this.emphasis, this.lines, this.looks);
    });
  }

  private at(point: Point): number | null {
    const frame = this.frame();
    for (const node of this.scene?.nodes ?? []) {
      const { x, y } = toScreen(frame, node);
      if (Math.hypot(x - point.x, y - point.y) < onScreen(frame, node.size) + 4) return node.entity;
    }
    return null;
  }

  private bind(events: Events): void {
    let [down, moved, last]: [Point | null, boolean, number | null] = [null, false, null];
    const place = (event: MouseEvent): Point => {
      const box = this.canvas.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    this.canvas.addEventListener("pointerdown", (event) => {
      [down, moved] = [place(event), false];
      this.canvas.setPointerCapture(event.pointerId);
    });
    this.canvas.addEventListener("pointermove", (event) => {
      const now = place(event);
      if (down) {
        if (Math.hypot(now.x - down.x, now.y - down.y) < 4 && !moved) return;
        const { scale } = this.frame();
        this.middle = { x: this.middle.x - (now.x - down.x) / scale, y: this.middle.y + (now.y - down.y) / scale };
        [down, moved] = [now, true];
        this.draw();
        return;
      }
      const entity = this.at(now);
      if (entity !== last) events.hover((last = entity), now);
    });
    this.canvas.addEventListener("pointerup", (event) => {
      if (!moved) events.click(this.at(place(event)), place(event));
      down = null;
    });
    this.canvas.addEventListener("pointercancel", () => (down = null));
    this.canvas.addEventListener("dblclick", (event) => events.double(this.at(place(event))));
    this.canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.3 : 1 / 1.3);
    });
  }
}
