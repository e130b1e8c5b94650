/** What results mean on this page: their entities, claims and articles, and the picture that their triples make. */

import { localName, type App, type Drawing } from "../app.ts";
import type { Plain } from "../data/model.ts";
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

const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

/**
 * What the triples state: claims where there are some or where they name them, else plainly. Nodes that are not in the page become its
 * guests; what only gives such a node its name is no statement.
 */
export function drawingOf(app: App, { rows }: Table): Drawing {
  const names = new Map(rows.flatMap(({ subject, predicate, object }) => (predicate?.value === LABEL && subject && object ? [[subject.value, object.value] as const] : [])));
  const node = ({ type, value }: Term): Ref => {
    if (type === "literal") return app.model.guest(`literal:${encodeURIComponent(value)}`, value);
    return app.model.guest(type === "bnode" ? `_:${value}` : value, names.get(value) ?? localName(value));
  };
  const [claims, entities] = [new Set<Ref>(), new Set<Ref>()];
  const plain: Plain[] = [];
  for (const { subject, predicate, object } of rows) {
    if (!subject || !predicate || !object) continue;
    const named = [subject, object].flatMap(({ value }) => app.model.claim(value) ?? []);
    if (predicate.value === LABEL && !isOfPage(app, subject.value)) continue;
    const ends = named.length ? null : ([node(subject), node(object)] as const);
    const told = ends ? claimsOf(app, ends[0], predicate.value, ends[1]) : named;
    for (const claim of told) claims.add(claim);
    if (ends && !told.length) plain.push({ from: ends[0], to: ends[1], predicate: predicate.value });
    for (const end of ends ?? []) entities.add(end);
  }
  for (const claim of claims) {
    const { subject, object } = app.model.ends(claim);
    entities.add(subject).add(object ?? subject);
  }
  return { claims: [...claims].sort((a, b) => a - b), plain, entities: [...entities].sort((a, b) => a - b) };
}

function isOfPage({ model }: App, iri: string): boolean {
  const entity = model.entity(iri);
  return (entity !== null && !model.isGuest(entity)) || model.claim(iri) !== null;
}

/** The claims that state a triple. */
function claimsOf({ model }: App, from: Ref, predicate: string, to: Ref): Ref[] {
  const { vocabularyIri } = model.graph;
  return model.claimsOf(from).filter((claim) => {
    const { subject, object } = model.ends(claim);
    return subject === from && object === to && vocabularyIri + model.relation(claim).key === predicate;
  });
}

/** Entities, claims and articles as links within the page, other IRIs by their prefix. */
export function cell(app: App, term: Term): Node | string {
  if (term.type !== "uri") return h("bdi", {}, clipped(term.value, LONGEST));
  const { model } = app;
  const entity = model.entity(term.value);
  if (entity !== null) return h("span", {}, typeSign(model.typeKey(entity)), "\u00a0", entityLink(app, entity));
  const iri = model.relative(term.value);
  const claim = iri.startsWith("claim/") ? model.claim(iri) : null;
  if (claim !== null) return button(iri, () => app.selectClaim(claim), { class: "text" });
  const document = model.document(iri);
  if (document !== null) return button(clipped(model.facts.documents.title[document] || iri), () => app.openDocument(document, null), { class: "text" });
  const { vocabulary, vocabularyIri, prefixes, base } = model.graph;
  if (term.value.startsWith(vocabularyIri)) {
    const name = term.value.slice(vocabularyIri.length);
    const words = [...vocabulary.relations, ...vocabulary.modalities].find(({ key }) => key === name)?.label[app.state.language];
    if (words) return h("span", { title: term.value }, words);
  }
  return h("span", { title: term.value }, shortened(term.value, prefixes, base));
}
