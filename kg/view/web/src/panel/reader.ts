/** A whole article with every sentence marked that states a claim; a mark opens what it states. */

import type { App } from "../app.ts";
import { withArticle } from "../data/articles.ts";
import { clipped, type Article } from "../data/text.ts";
import { dateWords } from "../data/when.ts";
import type { Ref } from "../payload.ts";
import { fill, h, link } from "../ui/dom.ts";
import { claimCard } from "./claim.ts";

interface Stated {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly Ref[];
}

export function readerPanel(app: App, document: Ref, claim: Ref | null): HTMLElement {
  const { documents } = app.model.facts;
  const text = h("div", { class: "article", lang: documents.language[document] || null });
  const stated = statedIn(app, document);
  const claims = new Set(stated.flatMap((one) => one.claims)).size;
  withArticle(app.model, document, (article) => {
    if (!article) return fill(text, h("p", { class: "empty" }, app.t("noText")));
    fill(text, ...paragraphs(app, article, stated, claim));
    // Once it is on the page: opens and shows the sentence that the reader came for.
    requestAnimationFrame(() => {
      const mark = text.querySelector<HTMLElement>("mark.here");
      mark?.click();
      mark?.scrollIntoView({ block: "center" });
    });
  });
  const about = [documents.publisher[document], dateWords(documents.date[document] ?? "", app.state.language), documents.language[document], documents.files[document]?.join(", ")];
  return h(
    "div",
    { class: "panel reader" },
    h("header", {}, h("h2", {}, h("bdi", {}, clipped(documents.title[document] || app.t("untitled"), 300))), h("p", { class: "kind" }, about.filter(Boolean).join(" · ")), address(documents.url[document])),
    h("p", { class: "note" }, app.t("marked", { n: claims })),
    text,
  );
}

function address(url: string | undefined): HTMLElement | null {
  return url ? h("p", { class: "kind" }, link(url)) : null;
}

/** The sentences that state claims, in order; sentences that overlap become one. */
function statedIn(app: App, document: Ref): Stated[] {
  const { evidence } = app.model.facts;
  const found: { start: number; end: number; claims: Set<Ref> }[] = [];
  const pieces = evidence.document.flatMap((one, piece) => (one === document ? [piece] : []));
  for (const piece of pieces.sort((a, b) => (evidence.start[a] ?? 0) - (evidence.start[b] ?? 0))) {
    const [start, end] = [evidence.start[piece] ?? 0, evidence.end[piece] ?? 0];
    const last = found[found.length - 1];
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.claims.add(evidence.claim[piece] ?? 0);
    } else found.push({ start, end, claims: new Set([evidence.claim[piece] ?? 0]) });
  }
  return found.map((one) => ({ ...one, claims: [...one.claims] }));
}

function paragraphs(app: App, article: Article, stated: readonly Stated[], here: Ref | null): HTMLElement[] {
  const whole = article.cut(0, article.length);
  const found: HTMLElement[] = [];
  let start = 0;
  for (const part of whole.split(/(\n\s*\n|\n)/)) {
    const length = Array.from(part).length;
    if (part.trim()) found.push(...paragraph(app, article, start, start + length, stated, here));
    start += length;
  }
  return found;
}

function paragraph(app: App, article: Article, start: number, end: number, stated: readonly Stated[], here: Ref | null): HTMLElement[] {
  const below = h("div", { class: "stated" });
  const within = stated.filter((one) => one.start < end && one.end > start);
  const marks = within.map((one, rank) => ({ ...one, kind: String(rank) }));
  const pieces = article.marked(start, end, marks).map(({ text, marks: [rank] }) => {
    const one = within[Number(rank ?? -1)];
    return one ? sentenceMark(app, text, one, below, here) : text;
  });
  return [h("p", {}, ...pieces), below];
}

function sentenceMark(app: App, text: string, one: Stated, below: HTMLElement, here: Ref | null): HTMLElement {
  const isHere = here !== null && one.claims.includes(here);
  const toggle = (): void => {
    const open = mark.getAttribute("aria-expanded") === "true";
    for (const other of below.parentElement?.querySelectorAll("mark[aria-expanded=true]") ?? []) other.setAttribute("aria-expanded", "false");
    for (const other of below.parentElement?.querySelectorAll(".stated") ?? []) other.replaceChildren();
    mark.setAttribute("aria-expanded", String(!open));
    fill(below, ...(open ? [] : one.claims.map((claim) => claimCard(app, claim))));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle();
  };
  const mark = h("mark", { class: isHere ? "here" : "", role: "button", tabindex: 0, "aria-expanded": "false", title: app.t("factsHere", { n: one.claims.length }), onclick: toggle, onkeydown: press }, text);
  return mark;
}
