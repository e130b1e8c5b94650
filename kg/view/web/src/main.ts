/** The explorer page. First the picture; the facts, filters and times come right after it is seen. */

import "./picture/nowebgl.ts";
import { App } from "./app.ts";
import { readGraph } from "./data/blocks.ts";
import { Model } from "./data/model.ts";
import { bindHash, fromHash } from "./hash.ts";
import { factsPanel } from "./panel/panel.ts";
import { Stage } from "./picture/stage.ts";
import { filtersPanel } from "./side/filters.ts";
import { histogram } from "./side/histogram.ts";
import { Store } from "./state.ts";
import { crumbs } from "./ui/crumbs.ts";
import { h } from "./ui/dom.ts";
import { topBar } from "./ui/header.ts";
import { pageKeys, stageKeys } from "./ui/keys.ts";
import { listView } from "./ui/list.ts";
import { stageControls } from "./ui/controls.ts";
import { browserLanguage, translator } from "./words.ts";

function start(): void {
  const language = browserLanguage();
  const store = new Store(fromHash(location.hash, language));
  const current = (): typeof language => store.state.language;
  const app = new App(new Model(readGraph(), current), store, translator(current), language);
  document.documentElement.lang = current();
  document.title = app.model.graph.title;

  const canvas = h("div", { class: "canvas", tabindex: 0, role: "application", "aria-label": app.t("pictureHelp") });
  const times = h("div", { class: "time" }); // keeps its place, so that the picture stays where it is
  const middle = h("section", { class: "middle" }, canvas, times);
  const main = h("main", {}, middle);
  document.body.append(main);
  const stage = new Stage(app, canvas);
  bindHash(store, language);
  const { bar, search } = topBar(app, stage, main);
  document.body.prepend(bar);
  pageKeys(app, search);
  store.on((state, before) => {
    document.documentElement.lang = state.language;
    if (state.language !== before.language) canvas.setAttribute("aria-label", app.t("pictureHelp"));
    middle.classList.toggle("listed", state.view === "list");
  });
  middle.classList.toggle("listed", store.state.view === "list");
  requestAnimationFrame(() => {
    performance.mark("kg-picture");
    setTimeout(() => rest(app, stage, main, middle, times));
  });
}

function rest(app: App, stage: Stage, main: HTMLElement, middle: HTMLElement, times: HTMLElement): void {
  middle.prepend(crumbs(app, stage));
  times.before(listView(app, stage), stageControls(app, stage));
  main.prepend(filtersPanel(app));
  main.append(factsPanel(app));
  histogram(app, times);
  stageKeys(app, stage);
  app.start();
  performance.mark("kg-ready");
  document.body.classList.add("ready");
}

try {
  start();
} catch (error) {
  document.body.append(h("p", { role: "alert", class: "failed" }, error instanceof Error ? error.message : String(error)));
  throw error;
}
