/** The blocks of data in the page; each is parsed when it is first wanted, and freed from the document. */

import type { Facts, Graph, Texts } from "../payload.ts";

function text(id: string): string | null {
  const element = document.getElementById(id);
  const found = element?.textContent ?? null;
  element?.remove();
  return found;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function json<T>(id: string): T | null {
  const found = text(id);
  return found === null ? null : (JSON.parse(found) as T);
}

export const readGraph = lazily(() => {
  const graph = json<Graph>("kg-graph");
  if (!graph) throw new Error("This page has no graph in it.");
  return graph;
});

export const readFacts = lazily(() => {
  const facts = json<Facts>("kg-facts");
  if (!facts) throw new Error("This page has no facts in it.");
  return facts;
});

/** Null where the texts are not in the page. */
export const readTexts = lazily(() => json<Texts>("kg-texts"));

export const readRdf = lazily(() => text("kg-rdf"));
export const readEngine = lazily(() => text("kg-wasm"));
