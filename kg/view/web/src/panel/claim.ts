/** A claim as a reader sees it: the sentence that it means, the sentence that says so, and how sure that is. */

import type { App } from "../app.ts";
import { withArticle } from "../data/articles.ts";
import { sentence } from "../data/sentence.ts";
import { clipped, type Article } from "../data/text.ts";
import { dateWords, whenWords } from "../data/when.ts";
import type { Ref } from "../payload.ts";
import { fill, h } from "../ui/dom.ts";
import { entityLink, lineSign } from "../ui/parts.ts";
import { copyMenu } from "./copy.ts";
import { disagreementNotes } from "./disagreement.ts";

/** What somebody said may be long. */
const LONGEST = 600;

export interface Options {
  /** The entity whose facts these are: its name is no link. */
  readonly about?: Ref | null;
  /** Without the list of what disagrees. */
  readonly bare?: boolean;
}

export function claimCard(app: App, claim: Ref, options: Options = {}): HTMLElement {
  const pieces = app.model.evidenceOf(claim);
  const [first, ...rest] = distinct(app, pieces);
  const greyed = app.claimsShown()?.[claim] === 2;
  return h(
    "article",
    { class: greyed ? "claim greyed" : "claim" },
    h("p", { class: "says" }, ...statement(app, claim, options.about ?? null)),
    first === undefined ? null : quotation(app, claim, first),
    h("div", { class: "meta" }, meta(app, claim), copyMenu(app, claim)),
    rest.length ? more(app, claim, rest) : null,
    options.bare ? null : disagreementNotes(app, claim),
  );
}

/** The sentence with its names as links, its modality, source and time. */
export function statement(app: App, claim: Ref, about: Ref | null): (HTMLElement | string)[] {
  const { model, state, t } = app;
  const { source, when } = model.facts.claims;
  const parts = sentence(model, claim, state.language).map((part) => {
    if (part.entity === undefined) return part.slot ? h("bdi", { class: "value" }, clipped(part.text, LONGEST)) : part.text;
    return part.entity === about ? h("bdi", { class: "self" }, clipped(part.text)) : entityLink(app, part.entity, part.text);
  });
  const found: (HTMLElement | string)[] = model.modality(claim) === "Asserted" ? parts : [modalityChip(app, claim), " ", ...parts];
  const from = source[claim];
  if (from !== undefined && !(model.relation(claim).kind === "text" && from === model.ends(claim).subject)) {
    found.push(`, ${t("accordingTo")} `, from === about ? h("bdi", { class: "self" }, clipped(model.label(from))) : entityLink(app, from));
  }
  const time = when[claim];
  if (time) found.push(h("span", { class: "when" }, `, ${clipped(whenWords(time, state.language))}`));
  return found;
}

export function modalityChip(app: App, claim: Ref): HTMLElement {
  const { graph } = app.model;
  const modality = graph.vocabulary.modalities[graph.claims.modality[claim] ?? 0];
  const words = modality?.label[app.state.language] ?? "";
  return h("span", { class: "chip", title: modality?.comment[app.state.language] ?? "" }, lineSign(modality?.key ?? ""), words);
}

/** One piece of evidence for each different sentence: an article may repeat itself. */
function distinct(app: App, pieces: readonly Ref[]): Ref[] {
  const { document, start, end } = app.model.facts.evidence;
  const seen = new Set<string>();
  return pieces.filter((piece) => {
    const where = document[piece] ?? 0;
    let key = `${where} ${start[piece]}`;
    withArticle(app.model, where, (article) => void (key = article ? `${where} ${article.cut(start[piece] ?? 0, end[piece] ?? 0)}` : key));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function marksOf(app: App, piece: Ref): { start: number; end: number; kind: string }[] {
  const { subjectStart, subjectEnd, objectStart, objectEnd } = app.model.facts.evidence;
  return [
    { start: subjectStart[piece] ?? -1, end: subjectEnd[piece] ?? -1, kind: "subject" },
    { start: objectStart[piece] ?? -1, end: objectEnd[piece] ?? -1, kind: "object" },
  ].filter((mark) => mark.start >= 0);
}

function quotation(app: App, claim: Ref, piece: Ref): HTMLElement {
  const { evidence, documents } = app.model.facts;
  const document = evidence.document[piece] ?? 0;
  const quote = h("blockquote", { lang: documents.language[document] || null });
  const write = (article: Article | null): void => {
    if (!article) return fill(quote, app.t("noText"));
    const found = article.marked(evidence.start[piece] ?? 0, evidence.end[piece] ?? 0, marksOf(app, piece));
    fill(quote, ...found.map(({ text, marks }) => (marks.length ? h("mark", { class: marks.join(" ") }, text) : text)));
  };
  withArticle(app.model, document, write);
  return h("div", { class: "evidence" }, quote, h("p", { class: "from" }, documentLink(app, document, claim)));
}

/** Title and date of a document, a link to it in the reader. */
export function documentLink(app: App, document: Ref, claim: Ref | null): HTMLElement {
  const { documents } = app.model.facts;
  const title = documents.title[document] || documents.files[document]?.[0] || app.t("untitled");
  const rest = [documents.publisher[document], clipped(dateWords(documents.date[document] ?? "", app.state.language))].filter(Boolean).join(", ");
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    app.openDocument(document, claim);
  };
  const name = h("a", { class: "document", href: app.linkToDocument(document, claim), title: app.t("readArticle"), onclick: follow }, h("bdi", {}, clipped(title)));
  return h("span", {}, name, rest ? ` · ${rest}` : null);
}

function meta(app: App, claim: Ref): HTMLElement {
  const { confidence, documents, sources } = app.model.facts.claims;
  const sure = confidence[claim] ?? 0;
  const facts = [
    h("span", { class: "sure", title: app.t("confidenceIs", { n: sure }) }, h("meter", { min: 0, max: 100, value: sure, "aria-label": app.t("confidence") }), ` ${sure}%`),
    h("span", {}, app.t("articles", { n: documents[claim] ?? 1 })),
    h("span", {}, app.t("sources", { n: sources[claim] ?? 1 })),
  ];
  return h("span", { class: "figures" }, ...facts);
}

function more(app: App, claim: Ref, pieces: readonly Ref[]): HTMLElement {
  const box = h("details", { class: "more" }, h("summary", {}, app.t("moreSentences", { n: pieces.length })));
  box.addEventListener("toggle", () => box.append(...pieces.map((piece) => quotation(app, claim, piece))), { once: true });
  return box;
}
