import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "oxigraph";
import { completionAt, type Known } from "../src/sparql/complete.ts";
import { Mistake, excerptAt, mistakeIn, mistakeTold } from "../src/sparql/mistake.ts";
import { csv, shortened } from "../src/sparql/table.ts";
import { bound, declared, formOf, prologueOf, quoted, tokens } from "../src/sparql/tokens.ts";
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
  assert.equal(prologueOf("ASK { ?a kg:ceoOf ?b, ex:c }", prefixes), "PREFIX kg: <https://kg.example/ontology#> ");
  for (const query of ["PREFIX kg: <a> ASK { ?a kg:b ?c }", 'ASK { ?a ?b "kg:c" } # rdf:x']) assert.equal(prologueOf(query, prefixes), "");
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

const empty = new Store();

function complain(text: string): string {
  try {
    empty.query(text);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

test("a mistake has its place, and what could stand there", () => {
  const cases: [string, number, RegExp][] = [
    ["SELECT *\nWHERE { ?s ?p\n  }", 25, /^expected a variable, an IRI or prefixed name, a string/],
    ["SELECT ?who WHERE { ?who kg:ceoOf ?what", 39, /^expected .*'}'/],
    ["SELECT ?who # who?\n{ ?who kg:ceoOf ?what", 40, /^expected .*'}'/],
    ["SELECTE ?a { ?a ?b ?c }", 0, /^expected SELECT, ASK, CONSTRUCT, DESCRIBE$/],
    ["SELECT ?a { ?a ?b ?c FILTER(?a >= 1 && ?b <= .5 || ) }", 51, /^expected a variable/],
    ["SELECT ?x ?x {}", 15, /Duplicated variable/],
    ["ASK { ?x ?y <b> }", 12, /^this is no absolute IRI$/],
    ["ASK { ?x ex:y ?z }", 9, /^the prefix ex: is not declared$/],
    ["ASK { ?s ?p ?o } }", 17, /./],
    ['ASK { ?s ?p "小米 }', 12, /^the string is not closed$/],
    ['ASK { ?s ?p """\n""" ?x ?y }', 20, /./],
  ];
  const prefixes = { kg: "https://kg.example/ontology#" };
  for (const [query, offset, problem] of cases) {
    const found = mistakeIn(query, prologueOf(query, prefixes), complain);
    assert.equal(found?.offset, offset, query);
    assert.match(found.message, problem, query);
  }
  assert.equal(mistakeIn("ASK { ?a kg:ceoOf ?b }", prologueOf("kg:a", prefixes), complain), null);
});

test("a mistake is never told before what was put in", () => {
  const words = "SELECT DISTINCT ?a (COUNT(?b) AS ?n) { ?a a/<urn:x>* ?b FILTER(?b > 1.5 && !BOUND(?c)) } GROUP BY ?a LIMIT 5".split(" ");
  for (const [place] of words.entries()) {
    for (const wrong of ["}", "BY"]) {
      const before = words.slice(0, place).join(" ");
      const found = mistakeIn([before, wrong, ...words.slice(place)].join(" "), "", complain);
      assert.ok(!found || found.offset >= before.length, `${wrong} at ${place}`);
    }
  }
});

test("the server's words for a mistake give its place", () => {
  assert.deepEqual(mistakeTold("ASK {\n 🚗🚗 }", "the query is wrong in line 2, column 5: expected x"), new Mistake(12, "expected x"));
  assert.equal(mistakeTold("ASK {}", "the query took longer than 5 s"), null);
});

test("an excerpt has a caret under the place", () => {
  assert.deepEqual(excerptAt("ASK {\n\tx }\n# more", 7), { line: 2, column: 2, excerpt: " x }\n ^" });
  assert.deepEqual(excerptAt("'小米' x", 5), { line: 1, column: 6, excerpt: "'小米' x\n       ^" });
  assert.deepEqual(excerptAt("", 0), { line: 1, column: 1, excerpt: "\n^" });
  assert.equal(excerptAt("x".repeat(300), 150).excerpt, `${"x".repeat(120)}\n${" ".repeat(60)}^`);
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
