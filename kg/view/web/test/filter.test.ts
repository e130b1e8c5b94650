import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, filtered } from "../src/data/filter.ts";
import { Model } from "../src/data/model.ts";
import type { Facts, Graph } from "../src/payload.ts";
import { initial, type State } from "../src/state.ts";

const words = (text: string) => ({ nl: text, en: text });

const graph = {
  base: "https://kg.example/",
  vocabulary: {
    types: [{ key: "ORG", label: words("organisation") }, { key: "PER", label: words("person") }, { key: "LOC", label: words("place") }],
    modalities: ["Asserted", "Planned"].map((key) => ({ key, label: words(key), comment: words("") })),
    relations: ["ceoOf", "says"].map((key) => ({ key })),
  },
  entities: { iri: ["entity/a", "entity/b", "entity/c"], label: ["A", "B", "C"], labelIn: {}, type: [0, 1, 2], degree: [2, 1, 0] },
  claims: { subject: [1, 0, 0], relation: [0, 1, 1], object: [0, -2, -2], modality: [0, 0, 1] },
} as unknown as Graph;

const facts = {
  literals: ["text"],
  claims: { confidence: [95, 60, 80], source: { 1: 1 }, start: { 0: 100 }, end: { 0: 200 } },
  evidence: { claim: [0, 0, 1, 2], document: [0, 1, 1, 1] },
  documents: { iri: ["document/x", "document/y"] },
} as unknown as Facts;

class Fixed extends Model {
  override get facts(): Facts {
    return facts;
  }
}

const model = new Fixed(graph, () => "en");
const state = (patch: Partial<State>): State => ({ ...initial("en"), ...patch });
const shown = (patch: Partial<State["shown"]>): Partial<State> => ({ shown: { ...initial("en").shown, ...patch } });

test("each filter leaves out what it should", () => {
  const cases: [Partial<State>, number[]][] = [
    [{}, [1, 1, 1]],
    [shown({ type: ["ORG"] }), [0, 1, 1]],
    [shown({ modality: ["Planned"] }), [0, 0, 1]],
    [shown({ relation: ["ceoOf"] }), [1, 0, 0]],
    [shown({ source: [ARTICLE] }), [1, 0, 1]],
    [shown({ source: ["entity/b"] }), [0, 1, 0]],
    [shown({ document: ["document/x"] }), [1, 0, 0]],
    [{ sure: 70 }, [1, 0, 1]],
    [{ from: 150 }, [1, 2, 2]],
    [{ from: 201 }, [0, 2, 2]],
    [{ to: 99 }, [0, 2, 2]],
    [shown({ relation: [] }), [0, 0, 0]],
  ];
  for (const [patch, claims] of cases) assert.deepEqual([...filtered(model, state(patch)).claims], claims, JSON.stringify(patch));
});

test("counts say what a choice would give beside the other filters", () => {
  const { counts, sure, shown: number } = filtered(model, state(shown({ modality: ["Planned"] })));
  assert.equal(number, 1);
  assert.deepEqual([...counts.modality], [["Asserted", 2], ["Planned", 1]]);
  assert.deepEqual([...counts.relation], [["says", 1]]);
  assert.deepEqual([...counts.type], [["ORG", 1]]);
  assert.deepEqual([...sure.values()], [1, 1, 1, 0]);
});

test("without filters every entity counts, with or without claims", () => {
  assert.deepEqual([...filtered(model, state({})).counts.type], [["ORG", 1], ["PER", 1], ["LOC", 1]]);
});

test("claims of an entity, and its evidence", () => {
  assert.deepEqual(model.claimsOf(0), [0, 1, 2]);
  assert.deepEqual(model.claimsOf(2), []);
  assert.deepEqual(model.documentsOf(0), [0, 1]);
  assert.deepEqual(model.claimsFrom(1), [1]);
  assert.equal(model.entity("https://kg.example/entity/b"), 1);
});
