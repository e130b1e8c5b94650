/** N-Triples, as CONSTRUCT gives them, as rows of terms. */

import type { Row, Term } from "../data/endpoint.ts";

const LINE = /^(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)/;

/** Rows with subject, predicate and object; each once, in order. Lines that are none are left out. */
export function triplesOf(text: string): Row[] {
  const lines = [...new Set(text.split("\n"))];
  return lines.flatMap((line) => {
    const match = LINE.exec(line);
    return match ? [{ subject: term(match[1] ?? ""), predicate: term(match[2] ?? ""), object: term(match[3] ?? "") }] : [];
  });
}

function term(text: string): Term {
  if (text.startsWith("<")) return { type: "uri", value: unescaped(text.slice(1, -1)) };
  if (text.startsWith("_:")) return { type: "bnode", value: text.slice(2) };
  const end = text.lastIndexOf('"');
  const value = unescaped(text.slice(1, end));
  const rest = text.slice(end + 1);
  if (rest.startsWith("@")) return { type: "literal", value, "xml:lang": rest.slice(1) };
  return rest ? { type: "literal", value, datatype: rest.slice(3, -1) } : { type: "literal", value };
}

const ESCAPES: { readonly [letter: string]: string } = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four?: string, eight?: string, letter?: string) => {
    const code = four ?? eight;
    return code ? String.fromCodePoint(parseInt(code, 16)) : (ESCAPES[letter ?? ""] ?? letter ?? "");
  });
}
