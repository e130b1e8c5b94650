import assert from "node:assert/strict";
import { test } from "node:test";
import { completionAt, type Known } from "../src/sparql/complete.ts";
import { csv, shortened } from "../src/sparql/table.ts";
import { bound, declared, formOf, quoted, tokens, withPrefixes } from "../src/sparql/tokens.ts";
import { triplesOf } from "../src/sparql/triples.ts";

test("tokens give back all of the text", () => {
  for (const query of ['SELECT ?a WHERE { ?a a kg:Claim ; rdfs:label "x\\"#"@nl . # ?b\n FILTER(?a < 3 && ?b > 2) }', "'''a'b''' <x", '"open\n?x', "é:ü ☃ \uD800"]) {
    assert.equal(tokens(query).map(({ text }) => text).join(""), query);
  }
});

test("less-than is no IRI, a comment no query", () => {
  assert.deepEqual(tokens("?a <?b").map(({ kind }) => kind), ["variable", "space", "sign", "variable"]);
  assert.equal(formOf("# SELECT\nPREFIX select: <x#ASK>\nCONSTRUCT { }"), "CONSTRUCT");
  assert.deepEqual([...declared("PREFIX kg: <a> PREFIX : <b>")], ["kg", ""]);
});

test("known prefixes need not be declared", () => {
  const prefixes = { kg: "https://kg.example/ontology#", rdf: "urn:rdf" };
  assert.equal(withPrefixes("ASK { ?a kg:ceoOf ?b, ex:c }", prefixes), "PREFIX kg: <https://kg.example/ontology#> ASK { ?a kg:ceoOf ?b, ex:c }");
  for (const query of ["PREFIX kg: <a> ASK { ?a kg:b ?c }", 'ASK { ?a ?b "kg:c" } # rdf:x']) assert.equal(withPrefixes(query, prefixes), query);
});

test("parameters are bound as strings, and only as strings", () => {
  const query = "SELECT ?name ?x WHERE { { SELECT ?name ?e WHERE { ?e rdfs:label ?t FILTER(?t = ?name) } } ?x ?y ?e }";
  assert.equal(bound(query, { name: "Xi" }), 'SELECT ?name ?x WHERE { { SELECT ?name ?e WHERE { VALUES ?name { "Xi" } ?e rdfs:label ?t FILTER(?t = ?name) } } ?x ?y ?e }');
  assert.equal(quoted('a" } DROP ALL #\\\n'), '"a\\" } DROP ALL #\\\\\\n"');
});

const known: Known = {
  prefixes: { kg: "https://kg.example/ontology#" },
  terms: [{ name: "kg:ceoOf", detail: "CEO van" }, { name: "kg:investsIn", detail: "investeert in" }],
  entities: (text) => [{ insert: `<e/${text}>`, label: text, detail: "" }],
};

function proposed(query: string): string[] {
  const found = completionAt(query, query.length, known, false)?.proposals ?? [];
  return (found as { insert: string }[]).map(({ insert }) => insert);
}

test("completion offers variables, terms, keywords and entities", () => {
  assert.deepEqual(proposed("SELECT ?person { ?pe"), ["?person"]);
  assert.deepEqual(proposed("SELECT * { ?a kg:c"), ["kg:ceoOf"]);
  assert.deepEqual(proposed("SELECT * { ?a inves"), ["kg:investsIn"]);
  assert.deepEqual(proposed("sel"), ["SELECT"]);
  assert.deepEqual(proposed("SELECT * { <Xiao"), ["<e/Xiao>"]);
  assert.deepEqual(proposed("SELECT * { <https://kg"), []);
  assert.deepEqual(proposed("# sel"), []);
});

test("N-Triples become rows", () => {
  const [row, other] = triplesOf('<a> <b> "x\\"\\u00e9"@nl .\n<a> <b> "1"^^<int> .\n<a> <b> "1"^^<int> .\nnonsense');
  assert.deepEqual(row?.["object"], { type: "literal", value: 'x"é', "xml:lang": "nl" });
  assert.deepEqual(other?.["object"], { type: "literal", value: "1", datatype: "int" });
});

test("CSV quotes what needs it and holds no formulas", () => {
  const rows = ['a"b', "x,y", "=1+1", "-2,99 %", "-5"].map((value) => ({ v: { type: "literal" as const, value } }));
  assert.equal(csv({ columns: ["v"], rows }), 'v\r\n"a""b"\r\n"x,y"\r\n\'=1+1\r\n"-2,99 %"\r\n-5\r\n');
});

test("IRIs by prefix", () => {
  assert.equal(shortened("https://kg.example/ontology#ceoOf", known.prefixes, "https://kg.example/"), "kg:ceoOf");
  assert.equal(shortened("https://kg.example/entity/x", known.prefixes, "https://kg.example/"), "entity/x");
});
