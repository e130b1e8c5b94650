/** An editor for SPARQL: a textarea, so that it works as readers expect, over a coloured copy of its text; and proposals at the caret. */

import { fill, h } from "../ui/dom.ts";
import { completionAt, type Completion, type Known, type Proposal } from "./complete.ts";
import { tokens } from "./tokens.ts";

export class Editor {
  readonly element: HTMLElement;
  readonly area: HTMLTextAreaElement;
  private readonly copy = h("pre", { "aria-hidden": "true" });
  private readonly list: HTMLElement;
  private readonly known: Known;
  private completion: { readonly from: number; readonly proposals: readonly Proposal[] } | null = null;
  private at = 0;
  private asked = 0;

  /** area: one that stands in the page already, or a new one. */
  constructor(known: Known, label: string, run: () => void, area: HTMLTextAreaElement = h("textarea", {})) {
    this.known = known;
    this.area = area;
    this.list = h("ul", { class: "proposals", id: "proposals", role: "listbox", "aria-label": label, hidden: true, onmousedown: (event: MouseEvent) => event.preventDefault() });
    for (const [name, value] of Object.entries({ spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-controls": "proposals", "aria-label": label, wrap: "soft" })) area.setAttribute(name, value);
    area.addEventListener("input", () => [this.paint(), this.complete(false)]);
    area.addEventListener("scroll", () => this.follow());
    area.addEventListener("blur", () => this.close());
    area.addEventListener("click", () => this.close());
    area.addEventListener("keydown", (event) => this.key(event, run));
    this.element = h("div", { class: "editor" });
    if (area.parentNode) area.replaceWith(this.element);
    this.element.append(this.copy, area, this.list);
    this.paint();
  }

  get value(): string {
    return this.area.value;
  }

  set value(text: string) {
    this.area.value = text;
    this.area.scrollTop = 0;
    this.paint();
    this.close();
  }

  /** Marks what stands there, or what stands last before it, and puts the caret there. */
  mark(offset: number): void {
    this.close();
    this.area.setSelectionRange(offset, offset);
    const all = tokens(this.area.value).filter(({ kind }) => kind !== "space" && kind !== "comment");
    this.paint(all.findLast(({ start }) => start <= offset)?.start ?? null);
  }

  /** wrong: where the token begins that is marked. */
  private paint(wrong: number | null = null): void {
    const shown = tokens(this.area.value).map(({ kind, text, start }) => {
      const own = kind === "space" || kind === "sign" ? "" : kind;
      const marked = start === wrong ? "wrong" : "";
      return own || marked ? h("span", { class: `${own} ${marked}`.trim() }, text) : text;
    });
    fill(this.copy, ...shown, "\n "); // a last empty line has no height of its own
    this.follow();
  }

  private follow(): void {
    this.copy.scrollTop = this.area.scrollTop;
    this.copy.scrollLeft = this.area.scrollLeft;
  }

  private key(event: KeyboardEvent, run: () => void): void {
    const { completion } = this;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return run();
    }
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      return this.complete(true);
    }
    if (!completion) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) this.point((this.at + step + completion.proposals.length) % completion.proposals.length);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.at);
    else if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else return;
    event.preventDefault();
  }

  private complete(asked: boolean): void {
    const found = this.area.selectionStart === this.area.selectionEnd ? completionAt(this.area.value, this.area.selectionEnd, this.known, asked) : null;
    const turn = ++this.asked;
    if (!found) return this.close();
    if (Array.isArray(found.proposals)) return this.open(found, found.proposals);
    Promise.resolve(found.proposals).then(
      (proposals) => turn === this.asked && this.open(found, proposals),
      () => this.close(),
    );
  }

  private open({ from }: Completion, proposals: readonly Proposal[]): void {
    if (!proposals.length) return this.close();
    this.completion = { from, proposals };
    const rows = proposals.map(({ label, detail }, rank) =>
      h("li", { id: `proposal-${rank}`, role: "option", onclick: () => this.take(rank) }, h("bdi", {}, label), h("span", { class: "soft" }, detail)),
    );
    fill(this.list, ...rows);
    this.list.hidden = false;
    this.place(from);
    this.point(0);
  }

  /** Under the place where the completion begins, found by the coloured copy. */
  private place(from: number): void {
    const range = document.createRange();
    let rest = from;
    for (const node of this.copy.childNodes) {
      const length = node.textContent?.length ?? 0;
      if (rest < length) {
        range.setStart(node.firstChild ?? node, rest);
        range.setEnd(node.firstChild ?? node, rest + 1);
        break;
      }
      rest -= length;
    }
    const [box, own] = [range.getBoundingClientRect(), this.element.getBoundingClientRect()];
    const left = Math.max(4, Math.min(box.left - own.left, own.width - this.list.offsetWidth - 8));
    this.list.style.left = `${left}px`;
    const below = box.bottom - own.top + 4;
    const fits = box.bottom + this.list.offsetHeight + 8 < innerHeight;
    this.list.style.top = `${fits ? below : box.top - own.top - this.list.offsetHeight - 4}px`;
  }

  private point(rank: number): void {
    this.at = rank;
    for (const [place, row] of [...this.list.children].entries()) {
      row.setAttribute("aria-selected", String(place === rank));
      if (place === rank) row.scrollIntoView({ block: "nearest" });
    }
    this.area.setAttribute("aria-activedescendant", `proposal-${rank}`);
  }

  private take(rank: number): void {
    const proposal = this.completion?.proposals[rank];
    if (!proposal || !this.completion) return;
    const { from } = this.completion;
    this.area.focus();
    this.area.setRangeText(proposal.insert, from, this.area.selectionEnd, "end");
    const iri = proposal.prefix === undefined ? undefined : this.known.prefixes[proposal.prefix];
    if (iri !== undefined) this.area.setRangeText(`PREFIX ${proposal.prefix}: <${iri}>\n`, 0, 0, "preserve");
    this.paint();
    this.close();
    this.area.dispatchEvent(new Event("change"));
  }

  private close(): void {
    this.asked++;
    this.completion = null;
    this.list.hidden = true;
    this.area.removeAttribute("aria-activedescendant");
  }
}
