/** The picture by keyboard: arrows go from node to node, Enter opens, + - 0 zoom. And / anywhere goes to the search. */

import type { App } from "../app.ts";
import type { Stage } from "../picture/stage.ts";
import { figureId, type Node } from "../picture/scene.ts";
import { clipped } from "../data/text.ts";
import { announce } from "./announce.ts";

const DIRECTIONS: { readonly [key: string]: readonly [number, number] } = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function stageKeys(app: App, stage: Stage): void {
  let on: Node | null = null;
  stage.onScene(() => (on = null));
  const go = (node: Node | null): void => {
    if (!node) return;
    on = node;
    stage.hover(node.entity);
    const about = node.entity < 0 ? app.t("figures") : `${app.model.typeLabel(node.entity)}, ${app.t("facts", { n: app.model.degree(node.entity) })}`;
    announce(`${clipped(node.label)}, ${about}`);
  };
  stage.element.addEventListener("blur", () => stage.hover(null));
  stage.element.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    if (direction) go(on ? next(stage.scene.nodes, on, direction) : (stage.scene.nodes[0] ?? null));
    else if ((event.key === "Enter" || event.key === " ") && on) open(app, on.entity, event);
    else if (event.key === "+" || event.key === "=") stage.zoom(1.4);
    else if (event.key === "-") stage.zoom(1 / 1.4);
    else if (event.key === "0") stage.fit();
    else return;
    event.preventDefault();
  });
}

/** Space shows the facts, Enter the neighbourhood, Shift+Enter one hop more. */
function open(app: App, entity: number, event: KeyboardEvent): void {
  if (entity < 0) app.selectClaim(figureId(entity));
  else if (event.key === " ") app.selectEntity(entity);
  else if (event.shiftKey) app.expand(entity);
  else app.focus(entity);
}

/** The nearest node in a direction: what lies to the side counts as farther. */
export function next(nodes: readonly Node[], from: Node, [dx, dy]: readonly [number, number]): Node | null {
  let [best, least]: [Node | null, number] = [null, Infinity];
  for (const node of nodes) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const ahead = x * dx + y * dy;
    if (ahead <= 0) continue;
    const far = ahead + 2 * Math.abs(x * dy - y * dx);
    if (far < least) [best, least] = [node, far];
  }
  return best;
}

/** "/" to the search, Esc a step back to the whole; only where the reader is not typing. */
export function pageKeys(app: App, search: () => void): void {
  addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    const typing = target.matches("input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select");
    if (typing || target.closest("dialog, details[open].menu") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      search();
    } else if (event.key === "Escape" && (app.state.selected || app.state.focus)) {
      const { focus, selected } = app.state;
      if (focus !== null && (selected?.kind !== "entity" || selected.entity !== focus)) app.select({ kind: "entity", entity: focus });
      else app.home();
    }
  });
}
