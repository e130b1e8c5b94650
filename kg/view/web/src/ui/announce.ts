/** Says something to screen readers, and for a moment on the screen. */

import { h } from "./dom.ts";

let region: HTMLElement | null = null;
let timer = 0;

export function announce(text: string): void {
  if (!region) document.body.append((region = h("div", { class: "toast", role: "status", "aria-live": "polite" })));
  region.textContent = text;
  region.classList.add("seen");
  clearTimeout(timer);
  timer = window.setTimeout(() => region?.classList.remove("seen"), 2500);
}
