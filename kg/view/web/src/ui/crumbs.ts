/** Where the reader is and how to go back: whole graph, entities focused before, the one in focus; and what is left out around it. */

import type { App } from "../app.ts";
import { clipped } from "../data/text.ts";
import type { Stage } from "../picture/stage.ts";
import { fill, h } from "./dom.ts";
import { button, ICONS, signButton } from "./parts.ts";

export function crumbs(app: App, stage: Stage): HTMLElement {
  const bar = h("nav", { class: "crumbs" });
  const draw = (): void => {
    bar.setAttribute("aria-label", app.t("way"));
    fill(bar, ...content(app, stage));
  };
  app.store.on(draw);
  stage.onScene(draw);
  draw();
  return bar;
}

function content(app: App, stage: Stage): (HTMLElement | null)[] {
  const { model, state, t } = app;
  const focus = state.focus === null ? null : model.entity(state.focus);
  const special = state.selected?.kind === "path" || state.drawn;
  if (focus === null && !special) return [];
  const steps = state.trail.slice(-4).flatMap((iri) => model.entity(iri) ?? []);
  const items = [
    h("li", {}, button(t("wholeGraph"), () => app.home(), { class: "text" })),
    ...steps.map((entity) => h("li", {}, button(clipped(model.label(entity), 40), () => app.focus(entity), { class: "text" }))),
    special ? h("li", { "aria-current": "location" }, state.drawn ? t("queryResult") : t("path")) : focus === null ? null : h("li", { "aria-current": "location" }, h("bdi", {}, clipped(model.label(focus)))),
  ];
  const left = special ? [] : [...stage.left].map(([entity, n]) => button(t("showAllOf", { n, name: clipped(model.label(entity), 40) }), () => app.showAll(entity), { class: "text more" }));
  return [
    signButton(t("back"), ICONS.back, () => history.back()),
    signButton(t("forward"), ICONS.forward, () => history.forward()),
    h("ol", {}, ...items),
    ...left,
  ];
}
