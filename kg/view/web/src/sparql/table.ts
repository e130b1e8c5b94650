/** Results as a table, and as files. */

import type { Result, Row, Term } from "../data/endpoint.ts";
import { download, fill, h } from "../ui/dom.ts";
import { triplesOf } from "./triples.ts";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** A result of any form: ASK gives one row, CONSTRUCT rows of triples. */
export function tableOf(result: Result): Table {
  if (result.graph !== undefined) return { columns: ["subject", "predicate", "object"], rows: triplesOf(result.graph) };
  if (result.boolean !== undefined) return { columns: ["answer"], rows: [{ answer: { type: "literal", value: String(result.boolean) } }] };
  return { columns: result.head.vars ?? [], rows: result.results?.bindings ?? [] };
}

const PAGE = 100;
const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** show: how a term is shown. more: the words of the button for more rows. */
export function tableElement({ columns, rows }: Table, show: (term: Term) => Node | string, more: (n: number) => string): HTMLElement {
  const body = h("tbody", {});
  const box = h("div", { class: "result", tabindex: 0, role: "region", "aria-label": columns.join(", ") }, h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))), body));
  const cell = (term: Term | undefined): HTMLElement => h("td", { class: term && NUMBER.test(term.value) ? "number" : "" }, term ? show(term) : null);
  let shown = 0;
  const button = h("button", { type: "button", onclick: () => add() });
  const add = (): void => {
    const some = rows.slice(shown, shown + PAGE);
    body.append(...some.map((row) => h("tr", {}, ...columns.map((name) => cell(row[name])))));
    shown += some.length;
    button.hidden = shown >= rows.length;
    fill(button, more(rows.length - shown));
  };
  add();
  box.append(button);
  return box;
}

/** By the W3C's SPARQL 1.1 Query Results CSV format; a cell that a spreadsheet would run as a formula stays text. */
export function csv({ columns, rows }: Table): string {
  const cell = (text: string): string => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((name) => cell(row[name]?.value ?? "")))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

export function downloadTable(table: Table, form: "csv" | "json"): void {
  if (form === "csv") return download("result.csv", new Blob(["\ufeff", csv(table)], { type: "text/csv" }));
  const text = JSON.stringify({ head: { vars: table.columns }, results: { bindings: table.rows } }, null, 1);
  download("result.json", new Blob([text], { type: "application/sparql-results+json" }));
}

/** An IRI as people write it: by a prefix, else without the scheme. */
export function shortened(iri: string, prefixes: { readonly [prefix: string]: string }, base: string): string {
  for (const [prefix, start] of Object.entries(prefixes)) {
    const rest = iri.slice(start.length);
    if (iri.startsWith(start) && /^[\w-]+$/.test(rest)) return `${prefix}:${rest}`;
  }
  return base && iri.startsWith(base) ? iri.slice(base.length) : iri;
}
