/** SPARQL by the protocol: a query POSTed, its results as SPARQL JSON, a graph as N-Triples. */

export interface Term {
  readonly type: "uri" | "literal" | "bnode" | "triple";
  readonly value: string;
  readonly "xml:lang"?: string;
  readonly datatype?: string;
}

export type Row = { readonly [variable: string]: Term | undefined };

export interface Result {
  readonly head: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings: readonly Row[] };
  readonly boolean?: boolean;
  /** Of CONSTRUCT and DESCRIBE, as N-Triples. */
  readonly graph?: string;
}

/** Values for variables of a query, by their names. */
export type Values = { readonly [name: string]: string };

/** values: kg serve binds them to the variables. Rejects with the server's words. */
export async function post(endpoint: string, query: string, values: Values = {}, signal: AbortSignal | null = null): Promise<Result> {
  const accept = "application/sparql-results+json, application/n-triples;q=0.9, application/json;q=0.8";
  const answer = await fetch(endpoint, { method: "POST", body: new URLSearchParams({ query, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`$${name}`, value])) }), headers: { Accept: accept }, signal });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text.slice(0, 2000) || `${answer.status} ${answer.statusText}`);
  const kind = answer.headers.get("Content-Type") ?? "";
  return kind.includes("json") ? (JSON.parse(text) as Result) : { head: {}, graph: text };
}
