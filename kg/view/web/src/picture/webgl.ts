/** Scenes by sigma: WebGL draws nodes and, where there are very many, plain lines; the rest is painted on canvases around them. */

import Graph from "graphology";
import Sigma from "sigma";
import { EdgeRectangleProgram, type EdgeProgramType } from "sigma/rendering";
import type { RenderParams } from "sigma/types";
import { CALM, FAR, type Emphasis, type Frame, type Point } from "./frame.ts";
import { MOST_LINES, type Drawn } from "./lines.ts";
import { colours, shapeOf, SHAPES, type Colours } from "./looks.ts";
import { ShapeProgram } from "./nodes.ts";
import { paintLines, paintOver, paintUnder } from "./paint.ts";
import type { Scene } from "./scene.ts";
import { extent, penOf, SMALLEST, type Events, type View } from "./view.ts";

/** Lines between communities are fog from afar. Lines of either kind give way to those that are painted. */
const gate = { inner: true, cross: true };

class Inner extends EdgeRectangleProgram {
  override render(params: RenderParams): void {
    if (gate.inner) super.render(params);
  }
}

class Cross extends EdgeRectangleProgram {
  override render(params: RenderParams): void {
    if (gate.cross) super.render(params);
  }
}

export class WebglView implements View {
  private readonly stage: HTMLElement;
  private readonly sigma: Sigma;
  private readonly under: HTMLCanvasElement;
  private readonly over: HTMLCanvasElement;
  private scene: Scene | null = null;
  private emphasis: Emphasis = CALM;
  private looks: Colours = colours();

  /** Throws where there is no WebGL. */
  constructor(stage: HTMLElement, events: Events, padding: number) {
    this.stage = stage;
    this.sigma = new Sigma(new Graph({ multi: true }), stage, settings(padding));
    this.under = this.sigma.createCanvas("under", { beforeLayer: "edges" });
    this.over = this.sigma.createCanvas("over", { beforeLayer: "mouse" });
    this.sigma.on("afterRender", () => this.paint());
    this.bind(events);
  }

  show(scene: Scene, emphasis: Emphasis, fit: boolean): void {
    this.scene = scene;
    this.emphasis = emphasis;
    this.looks = colours();
    this.sigma.setCustomBBox(extent(scene));
    this.sigma.setGraph(this.graph(scene));
    if (fit) this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  recolour(emphasis: Emphasis): void {
    const before = this.emphasis;
    const looks = colours();
    const same = before.lit === emphasis.lit && looks.paper === this.looks.paper;
    this.emphasis = emphasis;
    this.looks = looks;
    if (same) {
      this.sigma.scheduleRender();
      return;
    }
    this.sigma.getGraph().updateEachNodeAttributes((_, data) => ({ ...data, ...this.look(data["entity"] as number, data["kind"] as string) }));
    this.sigma.getGraph().updateEachEdgeAttributes((_, data) => ({ ...data, color: looks.thread }));
  }

  frame(): Frame {
    const { width, height } = this.sigma.getDimensions();
    const at = this.sigma.graphToViewport({ x: 0, y: 0 });
    const unit = this.sigma.graphToViewport({ x: 1, y: 0 });
    return { width, height, scale: unit.x - at.x, left: at.x, top: at.y, ratio: this.sigma.getCamera().ratio };
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    camera.setState({ ratio: Math.max(0.004, Math.min(3, camera.ratio / factor)) });
  }

  fit(): void {
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  goTo(point: Point, ratio: number): void {
    const { x, y } = this.sigma.viewportToFramedGraph(this.sigma.graphToViewport(point));
    const camera = this.sigma.getCamera();
    camera.setState({ x, y, ratio: Math.min(camera.ratio, ratio) });
  }

  /** What is not lit lies below what is. */
  private look(entity: number, type: string): { color: string; zIndex: number } {
    const faded = this.emphasis.lit !== null && !this.emphasis.lit.has(entity);
    return faded ? { color: this.looks.faint, zIndex: 0 } : { color: this.looks.type(type), zIndex: 1 };
  }

  private graph(scene: Scene): Graph {
    const graph = new Graph({ multi: true, allowSelfLoops: true });
    for (const { entity, x, y, size, type } of scene.nodes) {
      graph.addNode(String(entity), { entity, kind: type, x, y, size, shape: SHAPES.indexOf(shapeOf(type)), ...this.look(entity, type) });
    }
    if (scene.edges.length <= MOST_LINES) return graph; // all of them are painted
    const seen = new Set<number>();
    for (const { from, to } of scene.edges) {
      const key = Math.min(from, to) * 1e7 + Math.max(from, to);
      const [one, other] = [scene.nodes[from], scene.nodes[to]];
      if (from === to || seen.has(key) || !one || !other) continue;
      seen.add(key);
      const type = one.community === other.community ? "inner" : "cross";
      graph.addEdge(String(one.entity), String(other.entity), { type, color: this.looks.thread, size: 0.6 });
    }
    return graph;
  }

  private lines: Drawn[] | null = null;

  private paint(): void {
    if (!this.scene) return;
    const frame = this.frame();
    if (frame.width < SMALLEST) return;
    const [under, over] = [this.under, this.over].map((canvas) => penOf(canvas, frame.width, frame.height));
    if (!under || !over) return;
    paintUnder(under, this.scene, frame, this.looks);
    // Lines between lit nodes lie over the faded ones.
    const pen = this.emphasis.lit && !this.scene.close ? over : under;
    this.lines = paintLines(pen, this.scene, frame, this.emphasis, this.looks);
    paintOver(over, this.scene, frame, this.emphasis, this.lines, this.looks);
    const inner = this.lines === null && this.emphasis.lit === null;
    const cross = inner && frame.ratio < FAR / 4;
    if (inner === gate.inner && cross === gate.cross) return;
    [gate.inner, gate.cross] = [inner, cross];
    this.sigma.scheduleRender();
  }

  drawn(): readonly Drawn[] {
    return this.lines ?? [];
  }

  private bind(events: Events): void {
    const entity = (node: string): number => Number(node);
    this.sigma.on("clickNode", ({ node, event }) => events.click(entity(node), event));
    this.sigma.on("clickStage", ({ event }) => events.click(null, event));
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.double(entity(node));
    });
    this.sigma.on("enterNode", ({ node, event }) => events.hover(entity(node), event));
    this.sigma.on("leaveNode", ({ event }) => events.hover(null, event));
    // The frame fits itself to the stage; resized before it, the stage would be empty for a moment.
    new ResizeObserver(() => this.sigma.scheduleRender()).observe(this.stage);
  }
}

function settings(padding: number): ConstructorParameters<typeof Sigma>[2] {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    allowInvalidContainer: true,
    defaultNodeType: "shape",
    nodeProgramClasses: { shape: ShapeProgram },
    nodeHoverProgramClasses: { shape: ShapeProgram },
    defaultEdgeType: "inner",
    edgeProgramClasses: { inner: Inner as EdgeProgramType, cross: Cross as EdgeProgramType },
    zIndex: true,
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: () => undefined,
    enableCameraRotation: false,
    minCameraRatio: 0.004,
    maxCameraRatio: 3,
    minEdgeThickness: 0.7,
    stagePadding: padding,
    inertiaDuration: still ? 0 : 150,
    zoomDuration: still ? 1 : 150,
    doubleClickZoomingDuration: still ? 1 : 150,
  };
}
