/** The articles' texts: in the page, or asked of the endpoint when one is wanted. */

import type { Ref } from "../payload.ts";
import { readTexts } from "./blocks.ts";
import type { Model } from "./model.ts";
import { post } from "./endpoint.ts";
import { Article } from "./text.ts";

const articles = new Map<Ref, Article>();

/** Calls back with the article: at once if it is here, later if it has to come, with null if it cannot be had. */
export function withArticle(model: Model, document: Ref, use: (article: Article | null) => void): void {
  const known = articles.get(document);
  if (known) return use(known);
  const text = readTexts()?.[document];
  if (text !== undefined) return use(keep(document, text));
  const { endpoint } = model.graph;
  if (endpoint === null) return use(null);
  const iri = model.absolute(model.facts.documents.iri[document] ?? "");
  const query = `SELECT ?text WHERE { GRAPH ?g { <${iri.replace(/[<>"{}|\\^`\s]/g, encodeURIComponent)}> <${model.graph.vocabularyIri}text> ?text } }`;
  post(endpoint, query).then(
    (result) => use(keep(document, result.results?.bindings[0]?.["text"]?.value ?? "")),
    () => use(null),
  );
}

function keep(document: Ref, text: string): Article {
  const article = new Article(text);
  articles.set(document, article);
  return article;
}
