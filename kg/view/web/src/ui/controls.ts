/** Zoom buttons in a corner of the picture. */

import type { App } from "../app.ts";
import type { Stage } from "../picture/stage.ts";
import { fill, h } from "./dom.ts";
import { ICONS, signButton } from "./parts.ts";

export function stageControls(app: App, stage: Stage): HTMLElement {
  const box = h("div", { class: "controls" });
  const draw = (): void =>
    fill(
      box,
      signButton(app.t("zoomIn"), ICONS.plus, () => stage.zoom(1.5)),
      signButton(app.t("zoomOut"), ICONS.minus, () => stage.zoom(1 / 1.5)),
      signButton(app.t("fit"), ICONS.whole, () => stage.fit()),
    );
  app.store.on((state, before) => {
    if (state.language !== before.language) draw();
  });
  draw();
  return box;
}
