/**
 * Where a query is wrong and what could stand there; what kg/query/mistakes.py does, for the engine in the page.
 *
 * Oxigraph's parser names the place up to which it looked ahead, often a word or two beyond the mistake. But it can be asked: the
 * beginning of a query is right as long as the parser, given only that and some blanks, wants more after the blanks. So the mistake is
 * the first token that makes a beginning wrong, and what could stand there are those tokens that do not.
 */

import { declared, tokens, type Token } from "./tokens.ts";

/** A query that is wrong. offset: where in its text. */
export class Mistake extends Error {
  readonly offset: number;

  constructor(offset: number, problem: string) {
    super(problem);
    this.offset = offset;
  }
}

/** What the parser says of a text, nothing if it is a query. */
export type Complain = (text: string) => string;

const BLANKS = " ".repeat(40); // longer than every keyword, so than every look ahead
const PLACE = /^error at (\d+):(\d+): expected (?:one of )?/;
const CHARACTERS = /\[[^\]]*\](?:'\])?|"(?:\\.|[^"])*"/g;
const CLOSED = /^(?:"""[^]*"""|'''[^]*'''|"[^]*"|'[^]*')$/;
const IRI = "<a:b>";

/** Tokens to try, and what they are called. */
const SAMPLES: readonly (readonly [string, string])[] = [
  ...["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"].map((word) => [word, word] as const),
  ["?x", "a variable"],
  [IRI, "an IRI or prefixed name"],
  ['"a"', "a string"],
  ["1", "a number"],
  ...["AS", "BY", "WHERE", "FILTER", "OPTIONAL", "UNION", "GROUP", "ORDER", "LIMIT"].map((word) => [word, word] as const),
  ...Array.from("{}()[].;,*=", (sign) => [sign, `'${sign}'`] as const),
];

/** A query to be looked at. prologue: a line of prefixes that goes before it. */
interface Asked {
  readonly prologue: string;
  readonly tokens: readonly Token[];
  readonly complain: Complain;
}

/** Null if the query is right, or wrong in no place of its text. prologue: what is put before it in its first line. */
export function mistakeIn(query: string, prologue: string, complain: Complain): Mistake | null {
  const complaint = complain(prologue + query);
  if (!PLACE.test(complaint)) return null;
  const asked = { prologue, complain, tokens: tokens(query).filter(({ kind }) => kind !== "space" && kind !== "comment") };
  const open = asked.tokens.findIndex(({ kind, text }) => kind === "string" && !CLOSED.test(text));
  const at = open < 0 ? firstWrong(asked) : Math.min(open, firstWrong(asked));
  return new Mistake(asked.tokens[at]?.start ?? query.trimEnd().length, problem(asked, at, complaint));
}

/** The number of the first token that makes a beginning wrong; that of all tokens if only the end is. */
function firstWrong(asked: Asked): number {
  let [right, wrong] = [0, asked.tokens.length + 1];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (begins(asked, middle)) right = middle;
    else wrong = middle;
  }
  return right;
}

function problem(asked: Asked, at: number, complaint: string): string {
  const token = asked.tokens[at];
  if (token?.kind === "string" && !CLOSED.test(token.text)) return "the string is not closed";
  if (token?.kind === "iri" && begins(asked, at, IRI)) return "this is no absolute IRI";
  const [prefix = ""] = token?.kind === "name" ? token.text.split(":") : ["_"];
  if (prefix !== "_" && !declared(beginning(asked, at)).has(prefix)) return `the prefix ${prefix}: is not declared`;
  const reason = reasonIn([complaint, ...[at, at + 1].map((count) => asked.complain(beginning(asked, count) + BLANKS))]);
  if (reason) return reason;
  const expected = SAMPLES.filter(([sample]) => begins(asked, at, sample)).map(([, name]) => name);
  return expected.length ? `expected ${expected.join(", ")}` : "this does not belong here";
}

/** Whether a query can begin with so many of the tokens, and with one more. */
function begins(asked: Asked, count: number, more = ""): boolean {
  const text = `${beginning(asked, count)}${more && " "}${more}${BLANKS}`;
  const place = PLACE.exec(asked.complain(text));
  const lines = text.split("\n");
  return !place || (Number(place[1]) === lines.length && Number(place[2]) === Array.from(lines[lines.length - 1] ?? "").length + 1);
}

/** The text of so many tokens, without comments. */
function beginning({ prologue, tokens }: Asked, count: number): string {
  let [text, end] = [prologue, 0];
  for (const token of tokens.slice(0, count)) {
    text += (token.start > end ? " " : "") + token.text;
    end = token.start + token.text.length;
  }
  return text;
}

/** A sentence that stands among the tokens in a complaint, as for a variable that SELECT names twice. */
function reasonIn(complaints: readonly string[]): string {
  for (const complaint of complaints) {
    for (const item of complaint.replace(PLACE, "").replace(CHARACTERS, "").split(", ")) if (/ .* /.test(item.trim())) return item.trim();
  }
  return "";
}

const TOLD = /^the query is wrong in line (\d+), column (\d+): (.*)$/s;

/** The mistake that the words of kg serve name; null if they name none. */
export function mistakeTold(query: string, words: string): Mistake | null {
  const [, line, column, problem] = TOLD.exec(words) ?? [];
  if (problem === undefined) return null;
  const lines = query.split("\n");
  const before = lines.slice(0, Number(line) - 1).join("\n").length + (Number(line) > 1 ? 1 : 0);
  const within = Array.from(lines[Number(line) - 1] ?? "").slice(0, Number(column) - 1).join("").length;
  return new Mistake(before + within, problem.trim());
}

const AROUND = 60; // characters that are shown on each side of the place
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Line and column, from 1, and the line with a caret under the place; a long line is cut on both sides. */
export function excerptAt(text: string, offset: number): { line: number; column: number; excerpt: string } {
  const before = text.slice(0, offset).split("\n");
  const own = before[before.length - 1] ?? "";
  const rest = text.slice(offset).split("\n")[0] ?? "";
  const left = Array.from(own.slice(-AROUND).replace(/\s/g, " "));
  const caret = left.map((letter) => (WIDE.test(letter) ? "  " : " ")).join("");
  const line = `${left.join("")}${rest.slice(0, AROUND).replace(/\s/g, " ")}`.trimEnd();
  return { line: before.length, column: Array.from(own).length + 1, excerpt: `${line}\n${caret}^` };
}
