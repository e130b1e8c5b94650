/** Runs queries: in a worker on the graph in the page, or at the endpoint that serves it. */

import { readEngine, readRdf } from "../data/blocks.ts";
import { post, type Result, type Values } from "../data/endpoint.ts";
import { Mistake, mistakeTold } from "./mistake.ts";
import { bound, formOf, prologueOf } from "./tokens.ts";
import type { Answer, Ask, Load } from "./worker.ts";

/** The code of the worker, written in by the build. */
declare const WORKER: string;

export interface Engine {
  /** Rejects with a Mistake in the query, with words for the reader, with an AbortError if it was stopped. */
  run(query: string, values: Values): Promise<Result>;
  stop(): void;
  /** Told while it starts, and when it is ready. */
  onState: (state: { readonly ready: boolean; readonly triples: number; readonly milliseconds: number }) => void;
}

class Stopped extends Error {
  override readonly name = "AbortError";
}

type Prefixes = { readonly [prefix: string]: string };

/** Null where the page has neither the engine nor an endpoint. prefixes: that a query need not declare; kg serve knows them too. */
export function engineOf(endpoint: string | null, prefixes: Prefixes): Engine | null {
  if (endpoint !== null) return new Remote(endpoint);
  const [wasm, rdf] = [readEngine(), readRdf()];
  return wasm && rdf ? new Local(wasm, rdf, prefixes) : null;
}

export class Remote implements Engine {
  onState: Engine["onState"] = () => undefined;
  private readonly endpoint: string;
  private control: AbortController | null = null;

  constructor(endpoint: string) {
    this.endpoint = endpoint;
  }

  async run(query: string, values: Values): Promise<Result> {
    this.control = new AbortController();
    try {
      return await post(this.endpoint, query, values, this.control.signal);
    } catch (error) {
      throw (error instanceof Error && mistakeTold(query, error.message)) || error;
    }
  }

  stop(): void {
    this.control?.abort();
  }
}

class Local implements Engine {
  onState: Engine["onState"] = () => undefined;
  private readonly wasm: string;
  private readonly rdf: string;
  private readonly prefixes: Prefixes;
  private worker: Worker | null = null;
  private reject: (error: Error) => void = () => undefined;

  constructor(wasm: string, rdf: string, prefixes: Prefixes) {
    this.wasm = wasm;
    this.rdf = rdf;
    this.prefixes = prefixes;
  }

  async run(written: string, values: Values): Promise<Result> {
    if (!this.worker) await this.start();
    const form = formOf(written);
    const graph = form === "CONSTRUCT" || form === "DESCRIBE";
    const prologue = prologueOf(written, this.prefixes);
    const query = prologue + bound(written, values);
    const text = await this.send({ kind: "ask", query, written, prologue, format: graph ? "application/n-triples" : "application/sparql-results+json" });
    return graph ? { head: {}, graph: text } : (JSON.parse(text) as Result);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.reject(new Stopped("stopped"));
  }

  private async start(): Promise<void> {
    const begin = performance.now();
    this.onState({ ready: false, triples: 0, milliseconds: 0 });
    const url = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
    this.worker = new Worker(url);
    URL.revokeObjectURL(url);
    try {
      const triples = Number(await this.send({ kind: "load", wasm: this.wasm, rdf: this.rdf }));
      performance.measure("kg-engine", { start: begin });
      this.onState({ ready: true, triples, milliseconds: performance.now() - begin });
    } catch (error) {
      this.stop(); // the next query starts it anew
      throw error;
    }
  }

  /** One message at a time; its answer's text, or the number of triples. */
  private send(message: Load | Ask): Promise<string> {
    return new Promise((resolve, reject) => {
      const { worker } = this;
      if (!worker) return reject(new Stopped("stopped"));
      this.reject = reject;
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind !== "failed") resolve(data.kind === "loaded" ? String(data.triples) : data.text);
        else reject(data.offset < 0 ? new Error(data.message) : new Mistake(data.offset, data.message));
      };
      worker.onerror = (event) => reject(new Error(event.message || "The engine could not start."));
      worker.postMessage(message);
    });
  }
}
