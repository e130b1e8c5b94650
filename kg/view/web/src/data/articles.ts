/** The articles' texts: in the page, or asked of the endpoint when one is wanted. */

import type { Ref } from "../payload.ts";
import { readTexts } from "./blocks.ts";
import type { Model } from "./model.ts";
import { post } from "./endpoint.ts";
import { Article } from "./text.ts";

/** Gets null for an article that cannot be had. */
type Use = (article: Article | null) => void;

const articles = new Map<Ref, Article>();
/** Who waits for an article that has been asked for. */
const waiting = new Map<Ref, Use[]>();

/** The article, null if it is not here yet. */
export function articleHere(document: Ref): Article | null {
  const text = readTexts()?.[document];
  return articles.get(document) ?? (text === undefined ? null : keep(document, text));
}

/** Calls back with the article: at once if it is here, later if it has to come. */
export function withArticle(model: Model, document: Ref, use: Use): void {
  const here = articleHere(document);
  const { endpoint } = model.graph;
  if (here || endpoint === null) return use(here);
  const others = waiting.get(document);
  if (others) return void others.push(use);
  const all = [use];
  waiting.set(document, all);
  const done = (article: Article | null): void => {
    waiting.delete(document);
    for (const one of all) one(article);
  };
  const iri = model.reference(model.facts.documents.iri[document] ?? "");
  post(endpoint, `SELECT ?text WHERE { GRAPH ?g { ${iri} <${model.graph.vocabularyIri}text> ?text } }`).then(
    (result) => done(keep(document, result.results?.bindings[0]?.["text"]?.value ?? "")),
    () => done(null),
  );
}

function keep(document: Ref, text: string): Article {
  const article = new Article(text);
  articles.set(document, article);
  return article;
}
