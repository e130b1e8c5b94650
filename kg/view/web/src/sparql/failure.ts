/** Tells how a query went, and where it is wrong. */

import { fill, h } from "../ui/dom.ts";
import type { Translate } from "../words.ts";
import type { Editor } from "./editor.ts";
import { excerptAt, Mistake } from "./mistake.ts";

export function tell(status: HTMLElement, text: string): void {
  status.classList.remove("wrong");
  fill(status, text);
}

/** One line, and for a mistake in the query the line of it with a caret below; the editor marks the place. */
export function tellFailure(status: HTMLElement, editor: Editor, error: unknown, t: Translate): void {
  if (error instanceof Error && error.name === "AbortError") return tell(status, t("stopped"));
  const words = error instanceof Error ? error.message : String(error);
  status.classList.add("wrong");
  if (!(error instanceof Mistake)) return fill(status, words);
  const { line, column, excerpt } = excerptAt(editor.value, error.offset);
  fill(status, t("wrongAt", { line, column, problem: words }), h("pre", {}, excerpt));
  editor.mark(error.offset);
}
