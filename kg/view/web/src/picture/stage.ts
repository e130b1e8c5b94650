/** The picture on the page: which scene it shows, what is set off in it, and what the pointer and the keys do. */

import type { App } from "../app.ts";
import type { Ref } from "../payload.ts";
import { changed, type State } from "../state.ts";
import { CanvasView } from "./canvas.ts";
import { distance } from "./curve.ts";
import { queryScene } from "./drawing.ts";
import { focusScene, pathScene } from "./focus.ts";
import { toScreen, type Point } from "./frame.ts";
import { glide } from "./glide.ts";
import { Light } from "./light.ts";
import { shortestPath } from "./neighbours.ts";
import { figureId, wholeScene, type Edge, type Scene } from "./scene.ts";
import type { Events, View } from "./view.ts";
import { WebglView } from "./webgl.ts";

const SCENE_PARTS = ["focus", "open", "full", "shown", "sure", "from", "to", "language", "drawn"] as const;

export class Stage {
  readonly element: HTMLElement;
  scene: Scene;
  /** How many neighbours are left out around an entity. */
  left: ReadonlyMap<Ref, number> = new Map();
  private readonly app: App;
  private readonly view: View;
  private hovered: number | null = null;
  private readonly light: Light;
  private readonly listeners: (() => void)[] = [];
  /** Stops the way to another scene. */
  private halt: () => void = () => undefined;

  constructor(app: App, element: HTMLElement) {
    this.app = app;
    this.light = new Light(app);
    this.element = element;
    this.scene = this.build();
    this.view = viewOf(element, this.events());
    this.view.show(this.scene, this.light.now(this.hovered), true);
    app.store.on((state, before) => this.follow(state, before));
    app.onRenew(() => this.show(app.state.drawn || app.state.focus !== null));
    app.relight = () => {
      this.light.forget();
      this.view.recolour(this.light.now(this.hovered));
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.view.recolour(this.light.now(this.hovered)));
  }

  /** Calls back whenever the scene is another. */
  onScene(listener: () => void): void {
    this.listeners.push(listener);
  }

  zoom(factor: number): void {
    this.view.zoom(factor);
  }

  fit(): void {
    this.view.fit();
  }

  get drawing(): View {
    return this.view;
  }

  private show(fit: boolean, gliding = false): void {
    const before = this.scene;
    this.light.forget();
    this.scene = this.build();
    this.halt();
    if (gliding) this.halt = glide(before, this.scene, (scene) => this.view.show(scene, this.light.now(this.hovered), fit));
    else this.view.show(this.scene, this.light.now(this.hovered), fit);
    for (const listener of this.listeners) listener();
  }

  /** What the keyboard is on. */
  hover(entity: Ref | null): void {
    this.hovered = entity;
    const place = entity === null ? undefined : this.scene.place.get(entity);
    const node = place === undefined ? undefined : this.scene.nodes[place];
    if (node) {
      const frame = this.view.frame();
      const { x, y } = toScreen(frame, node);
      if (x < 40 || y < 40 || x > frame.width - 40 || y > frame.height - 40) this.view.goTo(node, frame.ratio);
    }
    this.view.recolour(this.light.now(this.hovered));
  }

  private follow(state: State, before: State): void {
    const path = state.selected?.kind === "path" || before.selected?.kind === "path";
    const scene = changed(state, before, ...SCENE_PARTS) || (path && state.selected !== before.selected);
    if (!scene) {
      if (state.selected !== before.selected) {
        this.view.recolour(this.light.now(this.hovered));
        this.reveal();
      }
      return;
    }
    const fit = changed(state, before, "focus", "open", "full", "drawn") || path;
    this.show(fit, state.focus === before.focus && changed(state, before, "open", "full"));
  }

  /** Brings what is chosen into sight where it is not. */
  private reveal(): void {
    const [entity] = this.light.now(this.hovered).chosen;
    const node = this.scene.nodes[this.scene.place.get(entity ?? -1) ?? -1];
    if (!node) return;
    const frame = this.view.frame();
    const { x, y } = toScreen(frame, node);
    if (x < 20 || y < 20 || x > frame.width - 20 || y > frame.height - 20) this.view.goTo(node, frame.ratio);
  }

  private build(): Scene {
    const scene = this.unscaled();
    const { clientWidth } = this.element;
    if (!clientWidth || clientWidth > NARROW) return scene;
    return { ...scene, room: null, nodes: scene.nodes.map((node) => ({ ...node, size: node.size * 0.62 })) };
  }

  private unscaled(): Scene {
    const { app } = this;
    const { model, state } = app;
    const shown = app.claimsShown();
    const words = { relation: (claim: Ref): string => model.relation(claim).label[state.language], predicate: (iri: string): string => app.predicateLabel(iri), source: app.t("source").toLowerCase() };
    this.left = new Map();
    if (state.selected?.kind === "path") {
      const [one, other] = [model.entity(state.selected.one), model.entity(state.selected.other)];
      const path = one !== null && other !== null ? shortestPath(model, one, other, shown) : null;
      if (path) return pathScene(model, path, shown, words);
    }
    if (state.drawn && app.drawing) return queryScene(model, app.drawing, words);
    const centre = state.focus === null ? null : model.entity(state.focus);
    if (centre !== null) {
      const refs = (iris: readonly string[]): Ref[] => iris.flatMap((iri) => model.entity(iri) ?? []);
      const { scene, around } = focusScene(model, centre, refs(state.open), new Set(refs(state.full)), shown, words);
      this.left = around.left;
      return scene;
    }
    return wholeScene(model, { claims: shown, types: shown && app.filtered().types }, words);
  }

  private events(): Events {
    const { app } = this;
    return {
      click: (entity, at) => {
        if (entity !== null) return entity < 0 ? app.selectClaim(figureId(entity)) : app.selectEntity(entity);
        const edge = this.edgeAt(at);
        if (edge) return this.selectEdge(edge);
        const { focus } = app.state;
        app.select(focus === null ? null : { kind: "entity", entity: focus });
      },
      double: (entity) => {
        if (entity === null || entity < 0) return;
        if (app.state.focus === null) app.focus(entity);
        else app.expand(entity);
      },
      hover: (entity) => {
        this.hovered = entity;
        this.element.classList.toggle("pointing", entity !== null);
        this.view.recolour(this.light.now(this.hovered));
      },
    };
  }

  private edgeAt(at: Point): Edge | null {
    let [best, least]: [Edge | null, number] = [null, 9];
    for (const { edge, curve } of this.view.drawn()) {
      const far = distance(curve, at);
      if (far < least) [best, least] = [edge, far];
    }
    return best;
  }

  private selectEdge(edge: Edge): void {
    const [one, other] = [this.scene.nodes[edge.from], this.scene.nodes[edge.to]];
    if (other && other.entity < 0) this.app.selectClaim(figureId(other.entity));
    else if (one && other) this.app.select({ kind: "pair", one: this.app.iri(one.entity), other: this.app.iri(other.entity) });
  }
}

const PADDING = 56;

/** On a stage narrower than this, nodes are smaller and closer. */
const NARROW = 500;

function viewOf(element: HTMLElement, events: Events): View {
  const padding = Math.min(PADDING, element.clientWidth / 10);
  try {
    const probe = document.createElement("canvas");
    if (!probe.getContext("webgl2") && !probe.getContext("webgl")) throw new Error("no WebGL");
    return new WebglView(element, events, padding);
  } catch {
    element.replaceChildren();
    return new CanvasView(element, events, padding);
  }
}
