import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimSearch } from "../src/data/claimsearch.ts";
import { excerpt } from "../src/data/folded.ts";
import { grouped } from "../src/data/groups.ts";
import { Search } from "../src/data/search.ts";
import { parts } from "../src/data/sentence.ts";
import { Article, clipped } from "../src/data/text.ts";
import { dayOf, isoDay, whenWords } from "../src/data/when.ts";

const names = [["Xiaomi"], ["Lei Jun", "Jun Lei"], ["Škoda Auto"], ["Volkswagen", "VW"], ["Xi'an"], ["General Motors"]];
const search = new Search(names.map((own, ref) => ({ kind: "entity" as const, ref, names: own, weight: 10 - ref })));
const first = (query: string): string | undefined => search.find(query)[0]?.entry.names[0];

test("search finds names by their beginning, words, aliases, without accents, and with slips", () => {
  const cases = { xia: "Xiaomi", jun: "Lei Jun", skoda: "Škoda Auto", vw: "Volkswagen", motors: "General Motors", xiomi: "Xiaomi", volkswagne: "Volkswagen", "genral moters": "General Motors" };
  for (const [query, name] of Object.entries(cases)) assert.equal(first(query), name, query);
  assert.deepEqual(search.find("qqqqq"), []);
  assert.deepEqual(search.find("  "), []);
});

const stated = [
  { line: "Lei Jun is CEO of Xiaomi", quotes: ["Xiaomi-CEO Lei Jun maakte dat statement dinsdag."], weight: 1 },
  { line: "Xiaomi invests in a division", quotes: ["Xiaomi steekt 10 miljard in zijn divisie.", "De divisie krijgt één miljard."], weight: 3 },
  { line: "Xiaomi plans cars", quotes: ["Xiaomi steekt 10 miljard in zijn divisie."], weight: 2 },
];
const claimSearch = new ClaimSearch({ count: stated.length, line: (n) => stated[n]?.line ?? "", quotes: (n) => stated[n]?.quotes ?? [], weight: (n) => stated[n]?.weight ?? 0 });

test("search finds claims by the words of their line and of their sentences", () => {
  while (!claimSearch.read(0)); // piece by piece
  const found = (query: string): (number | string)[][] => claimSearch.find(query, 9).hits.map(({ claim, quote }) => [claim, quote]);
  assert.deepEqual(found("ceo xiaomi"), [[0, ""]]);
  assert.deepEqual(found("statement"), [[0, "Xiaomi-CEO Lei Jun maakte dat statement dinsdag."]]);
  assert.deepEqual(found("10 miljard").map(([claim]) => claim), [1, 2], "the better supported first");
  assert.deepEqual(found("een miljard"), [[1, "De divisie krijgt één miljard."]]);
  assert.deepEqual(found("atement"), [[0, "Xiaomi-CEO Lei Jun maakte dat statement dinsdag."]], "within a word");
  assert.deepEqual(found("statement divisie"), [], "all words in one sentence");
  assert.deepEqual([found("x"), found("")], [[], []]);
  assert.deepEqual(claimSearch.find("xiaomi", 1), { hits: [{ claim: 1, quote: "" }], total: 3 });
});

test("an excerpt shows the first word that was sought", () => {
  const text = "een twee drie vier vijf zes Zéven acht";
  assert.deepEqual(excerpt(text, "zeven acht"), { before: "… twee drie vier vijf zes ", word: "Zéven", after: " acht" });
  assert.deepEqual(excerpt("een twee", "q"), { before: "een twee", word: "", after: "" });
});

test("a pattern drops what stands in brackets without a value", () => {
  const fill = (pattern: string, values: Record<string, string>): string => parts(pattern, (slot) => ({ text: values[slot] ?? "" })).map(({ text }) => text).join("");
  assert.equal(fill("{subject} invests[ {amount}] in {object}", { subject: "A", object: "B" }), "A invests in B");
  assert.equal(fill("{subject} invests[ {amount}] in {object}", { subject: "A", object: "B", amount: "10" }), "A invests 10 in B");
  assert.equal(fill("{subject} is {object}", { subject: "{object}", object: "[x]" }), "{object} is [x]");
});

test("offsets count code points", () => {
  const article = new Article("a🚗b Xiaomi 🚗.");
  assert.equal(article.cut(4, 10), "Xiaomi");
  assert.deepEqual(article.marked(3, 13, [{ start: 4, end: 10, kind: "subject" }]).map(({ text, marks }) => [text, ...marks]), [[" "], ["Xiaomi", "subject"], [" 🚗."]]);
});

test("overlapping marks keep all of the text", () => {
  const pieces = new Article("abcdef").marked(0, 6, [{ start: 1, end: 4, kind: "x" }, { start: 3, end: 9, kind: "y" }]);
  assert.equal(pieces.map(({ text }) => text).join(""), "abcdef");
  assert.deepEqual(pieces.map(({ marks }) => marks.join("")), ["", "x", "xy", "y"]);
});

test("long names are clipped between characters", () => {
  assert.equal(clipped("short"), "short");
  assert.equal(clipped("🚗".repeat(200), 10), `${"🚗".repeat(9)}…`);
});

test("times in words", () => {
  const cases: [string, "en" | "nl", string][] = [
    ["2023/..", "en", "from 2023"],
    ["2023/..", "nl", "vanaf 2023"],
    ["2021-04~", "en", "about April 2021"],
    ["2024-01/2024-06", "nl", "januari 2024 tot en met juni 2024"],
    ["2021-05-12", "en", "12 May 2021"],
    ["<b>", "en", "<b>"],
  ];
  for (const [when, language, words] of cases) assert.equal(whenWords(when, language), words);
});

test("days and dates", () => {
  assert.equal(isoDay(dayOf("2021-10") ?? 0), "2021-10-01");
  assert.equal(dayOf("1970-01-02"), 1);
  assert.equal(dayOf("soon"), null);
});

test("groups hold their members in order", () => {
  const of = grouped(3, 5, (thing, add) => {
    add(thing % 2);
    if (thing === 4) add(2);
  });
  assert.deepEqual([of(0), of(1), of(2)], [[0, 2, 4], [1, 3], [4]]);
});
