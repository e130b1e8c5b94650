/** What a search finds, in groups: entities and articles by their names, claims by the words in them. */

import { localName, type App } from "../app.ts";
import { articleHere } from "../data/articles.ts";
import { ClaimSearch, type ClaimHit } from "../data/claimsearch.ts";
import { excerpt, folded } from "../data/folded.ts";
import { Search, type Entry, type Hit } from "../data/search.ts";
import { plainSentence } from "../data/sentence.ts";
import { clipped } from "../data/text.ts";
import { dateWords } from "../data/when.ts";
import type { Ref } from "../payload.ts";
import { number } from "../words.ts";
import { h, s, type Child } from "./dom.ts";
import { lineSign, typeSign } from "./parts.ts";

export interface Choice {
  readonly row: readonly Child[];
  choose(): void;
  /** The list stays open. */
  readonly stays?: boolean;
}

export interface Group {
  readonly title: string;
  readonly total: number;
  readonly choices: readonly Choice[];
}

const NAMES = 8;
const CLAIMS = 6;
const MORE_CLAIMS = 60;

export class Hits {
  private readonly app: App;
  private search: Search | null = null;
  private claimSearch: ClaimSearch | null = null;

  constructor(app: App) {
    this.app = app;
  }

  /** After names or words have changed. */
  forget(): void {
    this.search = this.claimSearch = null;
  }

  /** Entities and articles; only entities where the other end of a path is sought. */
  names(wanted: string): Group {
    const { app } = this;
    this.search ??= new Search(entries(app));
    const found = this.search.find(wanted, app.pathFrom === null ? NAMES : 2 * NAMES);
    const hits = app.pathFrom === null ? found : found.filter(({ entry }) => entry.kind === "entity");
    const choices = hits.map((hit) => (hit.entry.kind === "entity" ? this.entity(hit) : this.document(hit)));
    return { title: app.t("hits"), total: choices.length, choices };
  }

  private entity({ entry, name }: Hit): Choice {
    const { app } = this;
    const { model } = app;
    const count = h("span", { class: "count" }, number(model.degree(entry.ref), app.state.language));
    const row = [typeSign(model.typeKey(entry.ref)), ...named(entry, name), h("span", { class: "kind" }, model.typeLabel(entry.ref)), count];
    return { row, choose: () => app.found(entry.ref) };
  }

  /** Entities that the server knows and the page has not. */
  async elsewhere(wanted: string): Promise<Group> {
    const { app } = this;
    const { labels } = app.model.graph;
    const answer = labels === null || app.elsewhere === null ? null : await fetch(labels + encodeURIComponent(wanted));
    const found = answer?.ok ? ((await answer.json()) as readonly { readonly iri: string; readonly label: string; readonly type?: string }[]) : [];
    const choices = found.flatMap(({ iri, label, type }): Choice[] => {
      if (app.model.entity(iri) !== null) return [];
      const kind = h("span", { class: "kind" }, localName(type ?? ""));
      return [{ row: [typeSign(""), h("bdi", { class: "hit" }, clipped(label)), kind], choose: () => app.focusOn(app.model.relative(iri)) }];
    });
    return { title: app.t("elsewhere"), total: choices.length, choices };
  }

  private document({ entry, name }: Hit): Choice {
    const { app } = this;
    const sheet = s("svg", { class: "sign", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, s("path", { d: "M3 1H9L12 4V13H3ZM5 7H10M5 10H10", class: "sheet" }));
    const kind = `${app.t("article")} ${dateWords(app.model.facts.documents.date[entry.ref] ?? "", app.state.language)}`;
    return { row: [sheet, ...named(entry, name), h("span", { class: "kind" }, kind)], choose: () => app.openDocument(entry.ref, null) };
  }

  /** Reads claims for a moment; whether `claims` can be asked. */
  read(milliseconds: number): boolean {
    const { app } = this;
    const { model } = app;
    this.claimSearch ??= new ClaimSearch({
      count: model.claims,
      line: (claim) => plainSentence(model, claim, app.state.language),
      quotes: (claim) => quotes(app, claim),
      weight: (claim) => model.facts.claims.documents[claim] ?? 1,
    });
    return this.claimSearch.read(milliseconds);
  }

  /** more: is called for a longer list. */
  claims(wanted: string, all: boolean, more: () => void): Group {
    const { app } = this;
    const { hits, total } = this.claimSearch?.find(wanted, all ? MORE_CLAIMS : CLAIMS) ?? { hits: [], total: 0 };
    const choices = hits.map((hit) => this.claim(hit, folded(wanted)));
    const left = Math.min(MORE_CLAIMS, total) - hits.length;
    if (left > 0) choices.push({ row: [app.t("showMore", { n: left })], choose: more, stays: true });
    return { title: app.t("factsTitle"), total, choices };
  }

  private claim({ claim, quote }: ClaimHit, wanted: string): Choice {
    const { app } = this;
    const { model } = app;
    const { before, word, after } = excerpt(quote, wanted);
    const row = [
      lineSign(model.modality(claim)),
      h("bdi", { class: "hit" }, clipped(plainSentence(model, claim, app.state.language), 200)),
      h("span", { class: "kind" }, model.relation(claim).label[app.state.language]),
      h("span", { class: "count", title: app.t("articles", { n: model.facts.claims.documents[claim] ?? 1 }) }, number(model.facts.claims.documents[claim] ?? 1, app.state.language)),
      quote ? h("bdi", { class: "quote" }, before, h("mark", {}, word), after) : null,
    ];
    return { row, choose: () => app.selectClaim(claim) };
  }
}

/** The label, and the other name by which it was found. */
function named({ names }: Entry, name: string): Child[] {
  const own = names[0] ?? "";
  return [h("bdi", { class: "hit" }, clipped(own)), name === own ? null : h("span", { class: "as" }, h("bdi", {}, clipped(name)))];
}

/** The sentences that state a claim, of the articles that are here. */
function quotes(app: App, claim: Ref): string[] {
  const { document, start, end } = app.model.facts.evidence;
  return app.model.evidenceOf(claim).flatMap((piece) => articleHere(document[piece] ?? 0)?.cut(start[piece] ?? 0, end[piece] ?? 0) ?? []);
}

function* entries(app: App): Generator<Entry> {
  const { graph, facts } = app.model;
  for (let entity = 0; entity < app.model.entities; entity++) {
    const translated = Object.values(graph.entities.labelIn).flatMap((labels) => labels[entity] ?? []);
    const names = [...new Set([app.model.label(entity), graph.entities.label[entity] ?? "", ...translated, ...(facts.entities.aliases[entity] ?? [])])];
    yield { kind: "entity", ref: entity, names: names.filter((name) => name), weight: graph.entities.degree[entity] ?? 0 };
  }
  for (const [document, title] of facts.documents.title.entries()) {
    yield { kind: "document", ref: document, names: [title, ...(facts.documents.files[document] ?? [])].filter((name) => name), weight: 0 };
  }
}
