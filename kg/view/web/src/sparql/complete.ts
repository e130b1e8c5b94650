/** What may stand at the caret of a query: variables, terms of the vocabulary, keywords, entities by their name. */

import { declared, tokens } from "./tokens.ts";

export interface Proposal {
  /** What is put in place of what was typed. */
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
  /** The prefix that it needs. */
  readonly prefix?: string;
}

export interface Known {
  readonly prefixes: { readonly [prefix: string]: string };
  /** Prefixed names with what they are called. */
  readonly terms: readonly { readonly name: string; readonly detail: string }[];
  /** Entities whose name is like the text. */
  entities(text: string): readonly Proposal[] | Promise<readonly Proposal[]>;
}

export interface Completion {
  /** What is replaced: from here to the caret. */
  readonly from: number;
  readonly proposals: readonly Proposal[] | Promise<readonly Proposal[]>;
}

const KEYWORDS = (
  "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND AS ORDER BY GROUP BY HAVING LIMIT OFFSET ASK CONSTRUCT DESCRIBE PREFIX ASC DESC " +
  "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LCASE UCASE CONTAINS STRSTARTS STRENDS REGEX REPLACE CONCAT BOUND COALESCE IF YEAR MONTH DAY EXISTS NOT IN"
).split(" ");

const MOST = 12;

/** Null where nothing is to be completed. asked: the reader asks for it, so that nothing typed will do too. */
export function completionAt(query: string, caret: number, known: Known, asked: boolean): Completion | null {
  const before = query.slice(0, caret);
  const entity = /(?:^|\s)<([\p{L}\p{N}][^<>\n]*)$/u.exec(before);
  if (entity && !/^[a-z]+:/i.test(entity[1] ?? "")) return { from: caret - (entity[1] ?? "").length - 1, proposals: known.entities(entity[1] ?? "") };
  if (/(?:^|\s)<[a-z]+:\S*$/i.test(before)) return null; // an IRI being written
  const last = tokens(before).at(-1);
  if (!last || last.kind === "comment" || last.kind === "string") return null;
  const typed = last.kind === "space" || (last.kind === "sign" && last.text !== "?") ? "" : last.text;
  if (!typed && !asked) return null;
  const proposals = proposalsFor(query, typed, known).slice(0, MOST);
  const done = proposals.length === 1 && proposals[0]?.insert === typed;
  return proposals.length && !done ? { from: caret - typed.length, proposals } : null;
}

function proposalsFor(query: string, typed: string, known: Known): Proposal[] {
  const wanted = typed.toLowerCase();
  if (typed.startsWith("?")) {
    const names = new Set(tokens(query).flatMap(({ kind, text }) => (kind === "variable" && text !== typed ? [text] : [])));
    return [...names].filter((name) => name.toLowerCase().startsWith(wanted)).map((name) => ({ insert: name, label: name, detail: "" }));
  }
  const own = declared(query);
  const terms = known.terms
    .filter(({ name, detail }) => matches(name, detail, wanted))
    .map(({ name, detail }) => ({ insert: name, label: name, detail, ...needs(name, own) }))
    .sort((a, b) => Number(b.label.toLowerCase().startsWith(wanted)) - Number(a.label.toLowerCase().startsWith(wanted)));
  if (typed.includes(":")) return terms;
  const words = KEYWORDS.filter((word) => word.toLowerCase().startsWith(wanted)).map((word) => ({ insert: word, label: word, detail: "" }));
  return typed.length < 2 ? words : [...words, ...terms];
}

/** By its beginning, or without the prefix, or by what it is called. */
function matches(name: string, detail: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  const [, local = ""] = lower.split(":");
  return lower.startsWith(wanted) || (!wanted.includes(":") && (local.startsWith(wanted) || (wanted.length > 2 && detail.toLowerCase().includes(wanted))));
}

function needs(name: string, own: ReadonlySet<string>): { prefix?: string } {
  const prefix = name.replace(/:.*$/, "");
  return own.has(prefix) ? {} : { prefix };
}
