/** What results mean on this page: their entities, claims and articles, and the picture that their triples make. */

import type { App, Drawing } from "../app.ts";
import { clipped } from "../data/text.ts";
import type { Term } from "../data/endpoint.ts";
import type { Ref } from "../payload.ts";
import { h } from "../ui/dom.ts";
import { button, entityLink, typeSign } from "../ui/parts.ts";
import { shortened, type Table } from "./table.ts";

/** A cell shows so much; a download has all of it. */
const LONGEST = 400;

/** The entities of the page that a result names. */
export function entitiesIn(app: App, { rows }: Table): Set<Ref> {
  const found = new Set<Ref>();
  for (const row of rows) {
    for (const term of Object.values(row)) {
      const entity = term?.type === "uri" ? app.model.entity(term.value) : null;
      if (entity !== null) found.add(entity);
    }
  }
  return found;
}

/** The triples whose ends are both entities of the page; null if there is none. */
export function drawingOf(app: App, { rows }: Table): Drawing | null {
  const entities = new Set<Ref>();
  const triples = rows.flatMap(({ subject, predicate, object }) => {
    const from = subject?.type === "uri" ? app.model.entity(subject.value) : null;
    const to = object?.type === "uri" ? app.model.entity(object.value) : null;
    if (from === null || to === null) return [];
    entities.add(from).add(to);
    return [{ from, to, label: relationName(app, predicate?.value ?? "") }];
  });
  return triples.length ? { triples, entities: [...entities].sort((a, b) => a - b) } : null;
}

function relationName(app: App, iri: string): string {
  const { vocabulary, vocabularyIri, prefixes, base } = app.model.graph;
  const relation = vocabulary.relations.find(({ key }) => vocabularyIri + key === iri);
  return relation?.label[app.state.language] ?? shortened(iri, prefixes, base);
}

/** Entities, claims and articles as links within the page, other IRIs by their prefix. */
export function cell(app: App, term: Term): Node | string {
  if (term.type !== "uri") return h("bdi", {}, clipped(term.value, LONGEST));
  const { model } = app;
  const entity = model.entity(term.value);
  if (entity !== null) return h("span", {}, typeSign(model.typeKey(entity)), "\u00a0", entityLink(app, entity));
  const iri = model.relative(term.value);
  const { claims, documents } = model.facts;
  if (iri.startsWith("claim/") && claims.iri.includes(iri)) return button(iri, () => app.select({ kind: "claim", claim: iri }), { class: "text" });
  const document = documents.iri.indexOf(iri);
  if (document >= 0) return button(clipped(documents.title[document] || iri), () => app.openDocument(document, null), { class: "text" });
  const { vocabulary, vocabularyIri, prefixes, base } = model.graph;
  if (term.value.startsWith(vocabularyIri)) {
    const name = term.value.slice(vocabularyIri.length);
    const words = [...vocabulary.relations, ...vocabulary.modalities].find(({ key }) => key === name)?.label[app.state.language];
    if (words) return h("span", { title: term.value }, words);
  }
  return h("span", { title: term.value }, shortened(term.value, prefixes, base));
}
