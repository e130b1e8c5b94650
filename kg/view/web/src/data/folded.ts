/** Words as searches compare them. */

/** Lower case, without accents and punctuation: "Škoda Auto" -> "skoda auto". */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** A text around the first of its words that has one of those wanted: what is before it, the word, what is behind it. */
export interface Excerpt {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

const BEFORE = 5; // words
const AFTER = 16;

/** wanted: folded. The beginning of the text if none of its words has one of them. */
export function excerpt(text: string, wanted: string): Excerpt {
  const words = text.split(/\s+/);
  const sought = wanted.split(" ");
  const found = words.findIndex((word) => sought.some((one) => ` ${folded(word)}`.includes(` ${one}`)));
  const at = found < 0 ? words.findIndex((word) => sought.some((one) => folded(word).includes(one))) : found;
  if (at < 0) return { before: words.slice(0, AFTER).join(" "), word: "", after: "" };
  const start = Math.max(0, at - BEFORE);
  return {
    before: `${start ? "… " : ""}${words.slice(start, at).map((word) => `${word} `).join("")}`,
    word: words[at] ?? "",
    after: words.slice(at + 1, at + 1 + AFTER).map((word) => ` ${word}`).join("") + (words.length > at + 1 + AFTER ? " …" : ""),
  };
}
