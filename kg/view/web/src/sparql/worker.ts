/** The SPARQL engine in a thread of its own, so that a query can be stopped and the page never waits. */

import init, { Store } from "oxigraph/web.js";
import { mistakeIn } from "./mistake.ts";

export interface Load {
  readonly kind: "load";
  /** base64 of gzip. */
  readonly wasm: string;
  readonly rdf: string;
}

export interface Ask {
  readonly kind: "ask";
  readonly query: string;
  /** The query as the reader wrote it, and what goes before it: places of mistakes are in it. */
  readonly written: string;
  readonly prologue: string;
  /** Media type of the answer. */
  readonly format: string;
}

export type Answer =
  | { readonly kind: "loaded"; readonly triples: number }
  | { readonly kind: "answer"; readonly text: string }
  /** offset: of a mistake in the query as it was written; -1 for a failure of another kind. */
  | { readonly kind: "failed"; readonly message: string; readonly offset: number };

let store: Store | null = null;

async function unpacked(base64: string): Promise<Uint8Array> {
  const text = atob(base64.trim());
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function load({ wasm, rdf }: Load): Promise<Answer> {
  const [code, quads] = await Promise.all([unpacked(wasm), unpacked(rdf)]);
  await init({ module_or_path: code });
  store = new Store();
  store.load(quads, { format: "application/n-quads", no_transaction: true, lenient: true });
  return { kind: "loaded", triples: store.size };
}

function ask({ query, written, prologue, format }: Ask): Answer {
  if (!store) throw new Error("The engine is not loaded.");
  try {
    const found = store.query(query, { results_format: format, use_default_graph_as_union: true });
    return { kind: "answer", text: String(found) };
  } catch (error) {
    const empty = new Store();
    const complain = (text: string): string => {
      try {
        empty.query(text);
        return "";
      } catch (complaint) {
        return told(complaint);
      }
    };
    const mistake = mistakeIn(written, prologue, complain);
    if (!mistake) throw error;
    return { kind: "failed", message: mistake.message, offset: mistake.offset };
  }
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

self.onmessage = async ({ data }: MessageEvent<Load | Ask>): Promise<void> => {
  let answer: Answer;
  try {
    answer = data.kind === "load" ? await load(data) : ask(data);
  } catch (error) {
    answer = { kind: "failed", message: told(error), offset: -1 };
  }
  self.postMessage(answer);
};
