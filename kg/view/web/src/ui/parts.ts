/** Small parts that stand in many places: names of entities, signs of types, buttons. */

import type { App } from "../app.ts";
import { clipped } from "../data/text.ts";
import type { Ref } from "../payload.ts";
import { lineOf, OUTLINES, shapeOf } from "../picture/looks.ts";
import { h, s } from "./dom.ts";

/** The shape of a type, in its colour. */
export function typeSign(type: string): SVGElement {
  return s(
    "svg",
    { class: `sign type-${type.toLowerCase()}`, viewBox: "-1.4 -1.4 2.8 2.8", width: 14, height: 14, "aria-hidden": "true", focusable: "false" },
    s("path", { d: OUTLINES[shapeOf(type)], "fill-rule": "evenodd" }),
  );
}

/** A piece of the line of a modality. */
export function lineSign(modality: string): SVGElement {
  const { dashes, sign } = lineOf(modality);
  return s(
    "svg",
    { class: `sign line-${modality.toLowerCase()}`, viewBox: "0 0 26 14", width: 26, height: 14, "aria-hidden": "true", focusable: "false" },
    s("path", { d: "M1 7H25", "stroke-dasharray": dashes.map((length) => length * 0.7).join(" ") || null }),
    sign ? s("text", { x: 13, y: 11, "text-anchor": "middle" }, sign) : null,
  );
}

/** The name of an entity, a link to its neighbourhood. Bidirectional marks in a name stay within it. */
export function entityLink(app: App, entity: Ref, text = app.model.label(entity)): HTMLElement {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    app.focus(entity);
  };
  return h("a", { class: "name", href: app.linkTo(entity), onclick: follow }, h("bdi", {}, clipped(text)));
}

export function button(text: string, press: () => void, attributes: { readonly [name: string]: string | boolean | null } = {}): HTMLButtonElement {
  return h("button", { type: "button", onclick: press, ...attributes }, text);
}

/** A button with a sign only; its name is for screen readers and on hover. */
export function signButton(name: string, path: string, press: () => void, attributes: { readonly [name: string]: string | boolean | null } = {}): HTMLButtonElement {
  const image = s("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true", focusable: "false" }, s("path", { d: path }));
  return h("button", { type: "button", class: "icon", "aria-label": name, title: name, onclick: press, ...attributes }, image);
}

/** Signs as SVG paths, drawn with a line in a square of 20. */
export const ICONS = {
  plus: "M10 4V16M4 10H16",
  minus: "M4 10H16",
  whole: "M3 8V3H8M12 3H17V8M17 12V17H12M8 17H3V12",
  back: "M12 4L6 10L12 16",
  forward: "M8 4L14 10L8 16",
  close: "M5 5L15 15M15 5L5 15",
  menu: "M4 6H16M4 10H16M4 14H16",
  search: "M9 3A6 6 0 1 1 9 15A6 6 0 1 1 9 3M13.5 13.5L17.5 17.5",
  funnel: "M3 4H17L12 10.5V16L8 14V10.5Z",
} as const;
