import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHash, toHash } from "../src/hash.ts";
import { initial, type State } from "../src/state.ts";
import { barsOf, heights } from "../src/side/histogram.ts";
import { number, translator } from "../src/words.ts";

test("a state comes back from its address", () => {
  const state: State = {
    ...initial("en"),
    language: "nl",
    focus: "entity/xiaomi",
    open: ["entity/lei-jun", "https://example.org/a&b=c#d"],
    full: ["entity/xiaomi"],
    trail: ["entity/reuters"],
    selected: { kind: "path", one: "entity/a", other: "entity/b" },
    view: "list",
    drawer: true,
    query: "SELECT * { ?s ?p 'a & b' }\n# ~%",
    drawn: true,
    shown: { ...initial("en").shown, type: ["PER", "ORG"], relation: [] },
    sure: 70,
    from: 18_000,
    to: 18_999,
  };
  assert.deepEqual(fromHash(toHash(state, initial("en")), "en"), state);
  assert.equal(toHash(initial("en"), initial("en")), "");
});

test("nonsense in an address is left out", () => {
  const state = fromHash("#about=nothing&sure=x&from=soon&lang=xx&view=<b>", "nl");
  assert.deepEqual(state, initial("nl"));
});

test("bars are months, or longer where there would be too many", () => {
  assert.equal(barsOf(18_000, 18_200).unit, "month");
  const bars = barsOf(0, 20_000);
  assert.equal(bars.unit, "year");
  const counts = heights(bars, [0, 5, 20_000]);
  assert.equal(counts[0], 2);
  assert.equal(counts.reduce((sum, n) => sum + n, 0), 3);
});

test("numbers and plurals in both languages", () => {
  assert.equal(number(1_234_567, "nl"), "1.234.567");
  const t = translator(() => "en");
  assert.equal(t("facts", { n: 1 }), "1 fact");
  assert.equal(t("facts", { n: 1200 }), "1,200 facts");
});
