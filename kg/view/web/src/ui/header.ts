/** The bar at the top: title, search, picture or list, SPARQL, menu. */

import type { App } from "../app.ts";
import type { Stage } from "../picture/stage.ts";
import { drawerOf } from "../sparql/drawer.ts";
import { openAbout } from "./about.ts";
import { fill, h } from "./dom.ts";
import { button, ICONS, signButton } from "./parts.ts";
import { savePng, saveSvg } from "./save.ts";
import { SearchBox } from "./searchbox.ts";

export function topBar(app: App, stage: Stage, main: HTMLElement): { bar: HTMLElement; search: () => void } {
  const search = new SearchBox(app);
  const tools = h("nav", { class: "tools" });
  const title = h("h1", {}, button(app.model.graph.title, () => app.home(), { class: "text" }));
  const bar = h("header", { class: "top" }, title, search.element, tools);
  const drawer = drawerOf(app);
  const draw = (): void => fill(tools, ...content(app, stage, main));
  app.store.on((state, before) => {
    drawer();
    if (state.view !== before.view || state.drawer !== before.drawer || state.language !== before.language) draw();
  });
  draw();
  drawer();
  return { bar, search: () => search.focus() };
}

function content(app: App, stage: Stage, main: HTMLElement): HTMLElement[] {
  const { state, t } = app;
  const view = (name: "picture" | "list"): HTMLElement => button(t(name), () => app.store.set({ view: name }), { "aria-pressed": String(state.view === name) });
  const filters = signButton(t("filters"), ICONS.funnel, () => filters.setAttribute("aria-expanded", String(main.classList.toggle("with-filters"))), {
    class: "icon narrow",
    "aria-expanded": String(main.classList.contains("with-filters")),
  });
  const sparql = button(t("sparql"), () => app.store.set({ drawer: !state.drawer }), { "aria-expanded": String(state.drawer), class: "plain-button" });
  return [filters, h("div", { class: "segments", role: "group" }, view("picture"), view("list")), sparql, menu(app, stage)];
}

function menu(app: App, stage: Stage): HTMLElement {
  const { t, state } = app;
  const box = h("details", { class: "menu" }, h("summary", { "aria-label": t("menu"), title: t("menu") }, "⋯"));
  const choice = (name: string, run: () => void): HTMLElement =>
    button(name, () => {
      box.open = false;
      run();
    });
  box.append(
    h(
      "div",
      { class: "choices" },
      choice(t("saveSvg"), () => saveSvg(app, stage)),
      choice(t("savePng"), () => savePng(app, stage)),
      choice(t("print"), () => print()),
      choice(t("inOther"), () => app.store.set({ language: state.language === "en" ? "nl" : "en" })),
      choice(t("about"), () => openAbout(app)),
    ),
  );
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget as globalThis.Node | null)) box.open = false;
  });
  return box;
}
