/** SPARQL in tokens: enough to colour it, to complete it and to bind parameters; no parser. */

export type Kind = "comment" | "iri" | "string" | "variable" | "name" | "keyword" | "number" | "sign" | "space" | "tag";

export interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly start: number;
}

const PATTERNS: readonly (readonly [Kind, string])[] = [
  ["space", "\\s+"],
  ["comment", "#[^\\n]*"],
  ["iri", "<[^<>\"{}|^`\\\\\\s]*>"],
  ["string", '"""(?:[^"\\\\]|\\\\[\\s\\S]|"(?!""))*"""|\'\'\'(?:[^\'\\\\]|\\\\[\\s\\S]|\'(?!\'\'))*\'\'\''],
  ["string", '"(?:[^"\\\\\\n]|\\\\.)*"?|\'(?:[^\'\\\\\\n]|\\\\.)*\'?'],
  ["variable", "[?$][\\p{L}\\p{N}_]+"],
  ["tag", "@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*"],
  ["name", "(?:[\\p{L}_][\\p{L}\\p{N}_.-]*)?:(?:[\\p{L}\\p{N}_:](?:[\\p{L}\\p{N}_:.%\\\\-]*[\\p{L}\\p{N}_:%-])?)?"],
  ["number", "(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"],
  ["keyword", "[\\p{L}_][\\p{L}\\p{N}_-]*"],
  ["sign", "\\^\\^|&&|\\|\\||[!<>]=|<<\\(|\\)>>|<<|>>|\\{\\||\\|\\}|[\\s\\S]"],
];

const TOKEN = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join("|"), "gu");

/** All of the text, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const place = match.slice(1).findIndex((group) => group !== undefined);
    found.push({ kind: PATTERNS[place]?.[0] ?? "sign", text: match[0], start: match.index });
  }
  return found;
}

/** SELECT, ASK, CONSTRUCT or DESCRIBE; null if it is none of them. */
export function formOf(query: string): string | null {
  for (const { kind, text } of tokens(query)) {
    if (kind === "keyword" && /^(SELECT|ASK|CONSTRUCT|DESCRIBE)$/i.test(text)) return text.toUpperCase();
  }
  return null;
}

/** The prefixes that a query declares. */
export function declared(query: string): Set<string> {
  const found = new Set<string>();
  const all = tokens(query).filter(({ kind }) => kind !== "space" && kind !== "comment");
  for (const [place, token] of all.entries()) {
    const next = all[place + 1];
    if (token.kind === "keyword" && /^prefix$/i.test(token.text) && next?.kind === "name") found.add(next.text.replace(/:.*$/, ""));
  }
  return found;
}

/** Declares the known prefixes that a query uses and does not declare; in one line, so that the query's lines keep their numbers. */
export function prologueOf(query: string, prefixes: { readonly [prefix: string]: string }): string {
  const own = declared(query);
  const used = new Set(tokens(query).flatMap(({ kind, text }) => (kind === "name" ? [text.replace(/:.*$/, "")] : [])));
  const missing = Object.entries(prefixes).filter(([prefix]) => used.has(prefix) && !own.has(prefix));
  return missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `).join("");
}

/** A string as SPARQL writes it. */
export function quoted(text: string): string {
  const escapes: { readonly [character: string]: string } = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
}

/**
 * Binds variables to strings: in every group that uses one, VALUES gives it its value. The value is written as a string literal, so
 * that nothing in it becomes query.
 */
export function bound(query: string, values: { readonly [name: string]: string }): string {
  let text = query;
  for (const [name, value] of Object.entries(values)) text = bindOne(text, name, ` VALUES ?${name} { ${quoted(value)} }`);
  return text;
}

function bindOne(query: string, name: string, values: string): string {
  const places: number[] = [];
  const open: { place: number; used: boolean }[] = [];
  let projecting = false;
  for (const { kind, text, start } of tokens(query)) {
    if (kind === "keyword" && /^select$/i.test(text)) projecting = true;
    else if (text === "{") {
      projecting = false;
      open.push({ place: start + 1, used: false });
    } else if (text === "}") {
      const group = open.pop();
      if (group?.used) places.push(group.place);
    } else if (kind === "variable" && text.slice(1) === name && !projecting) {
      const group = open[open.length - 1];
      if (group) group.used = true;
    }
  }
  let bound = query;
  for (const place of places.sort((a, b) => b - a)) bound = bound.slice(0, place) + values + bound.slice(place);
  return bound;
}
