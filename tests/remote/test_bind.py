"""Values in the text of a query: the same answer as with parameters, and nothing but values, whatever they hold."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.prepare import prepare
from kg.query.result import Term
from kg.remote.bind import bound

LABELS = {"urn:a": "Xiaomi", "urn:b": 'quote " \\', "urn:c": "line\nbreak", "urn:d": "?name } SERVICE <urn:x> {"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def store() -> ox.Store:
    found = ox.Store()
    label, knows = ox.NamedNode("urn:label"), ox.NamedNode("urn:knows")
    for iri, text in LABELS.items():
        found.add(ox.Quad(ox.NamedNode(iri), label, ox.Literal(text)))
        found.add(ox.Quad(ox.NamedNode(iri), knows, ox.NamedNode("urn:a")))
    return found


STORE = store()


def answers(sparql: str, name: str, value: str | Term) -> tuple[list[object], list[object]]:
    """What the text with the value in it gives, and what the query gives with a parameter."""
    query = prepare(sparql)
    text, added = bound(query, {name: value})
    term = ox.Literal(value) if isinstance(value, str) else ox.NamedNode(value.value)
    expected = STORE.query("".join(query.pieces), substitutions={ox.Variable(name): term})
    found = STORE.query(text)
    return _rows(found, {name, *added}), _rows(expected, {name})


def _rows(found: ox.QuerySolutions, left_out: set[str]) -> list[object]:
    names = sorted({variable.value for variable in found.variables} - left_out)
    return [{name: str(row[name]) for name in names} for row in found]


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?name ?e { ?e <urn:label> ?name }",
        "SELECT ?e $name { ?e <urn:label> $name }",
        "SELECT DISTINCT ?name ?e { { SELECT DISTINCT ?name ?e { ?e <urn:label> ?t FILTER(?t = ?name) } } }",
        "SELECT ?name (COUNT(*) AS ?n) { ?e <urn:label> ?t FILTER(?t != ?name) } GROUP BY ?name ORDER BY ?name",
        "SELECT ?name (COUNT(?name) AS ?n) (CONCAT(?name, '!') AS ?m) { ?e <urn:label> ?name } GROUP BY ?name",
        "SELECT ?e ?t ?name { ?e <urn:knows> ?f OPTIONAL { ?e <urn:label> ?t FILTER(?t = LCASE(?name)) } } ORDER BY ?e",
        "SELECT ?e ?name { ?e <urn:label> ?t FILTER EXISTS { ?x <urn:label> ?name } } ORDER BY ?e",
        "SELECT ?e ?name { ?e <urn:label> ?t } ORDER BY (?t = ?name) ?name ?e",
        "SELECT ?name (MIN(?t) AS ?m) { ?e <urn:label> ?t } GROUP BY ?e ?name HAVING (?m != ?name) ORDER BY ?e LIMIT 2",
    ],
)
@pytest.mark.parametrize("value", [*LABELS.values(), "", "absent"])
def test_the_same_answer_as_with_a_parameter(sparql: str, value: str) -> None:
    found, expected = answers(sparql, "name", value)
    assert found == expected


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("ASK { ?e <urn:label> ?name }", "true"),
        ("ASK { ?e <urn:label> ?name FILTER(?name != 'Xiaomi') }", "false"),
        ("SELECT ?e { ?e <urn:label> ?t FILTER(?t IN (?name)) }", "?e\n<urn:a>\n"),
        ("SELECT (?name AS ?n) { }", '?n\n"Xiaomi"\n'),
        ("SELECT ?e { ?e <urn:label> ?t FILTER(BOUND(?name) && ?t = ?name) }", "?e\n<urn:a>\n"),
        ("SELECT ?e { ?e <urn:label> ?t FILTER(EXISTS { SELECT ?e { ?e <urn:label> ?name } }) }", "?e\n<urn:a>\n"),
        ("CONSTRUCT { ?e <urn:is> ?name } WHERE { ?e <urn:label> ?name }", '<urn:a> <urn:is> "Xiaomi" .\n'),
    ],
)
def test_other_forms(sparql: str, expected: str) -> None:
    found = STORE.query(bound(prepare(sparql), {"name": "Xiaomi"})[0])
    if isinstance(found, ox.QueryTriples):
        written = found.serialize(format=ox.RdfFormat.N_TRIPLES)
    else:
        written = found.serialize(format=ox.QueryResultsFormat.TSV)
    assert written is not None
    assert written.decode() == expected


def test_an_iri() -> None:
    found, expected = answers("SELECT ?e ?who { ?e <urn:knows> ?who } ORDER BY ?who ?e", "who", Term("urn:a", "iri"))
    assert found == expected
    assert len(found) == len(LABELS)
    text, _ = bound(prepare("ASK { FILTER(BOUND(?who)) }"), {"who": Term("urn:a", "iri")})
    assert STORE.query(text)
    with pytest.raises(UsageError, match="this is no IRI"):
        bound(prepare("ASK { ?e ?p ?who }"), {"who": Term("urn:a> ?x", "iri")})


@given(TEXTS)
def test_a_value_is_one_string(text: str) -> None:
    query = prepare("SELECT ?name ?text { BIND(STR(?name) AS ?text) }")
    solutions = STORE.query(bound(query, {"name": text})[0])
    assert [solution["text"].value for solution in solutions] == [text]


@given(TEXTS)
def test_a_value_never_matches_but_itself(text: str) -> None:
    found = STORE.query(bound(prepare("SELECT ?e { ?e <urn:label> ?name }"), {"name": text})[0])
    assert {row["e"].value for row in found} == {iri for iri, label in LABELS.items() if label == text}


def test_columns_that_are_added_do_not_clash() -> None:
    query = prepare("SELECT ?name ?bound1 { ?bound1 <urn:label> ?name }")
    text, added = bound(query, {"name": "Xiaomi"})
    assert not added & {"name", "bound1"}
    assert [row["bound1"].value for row in STORE.query(text)] == ["urn:a"]


def test_iris_stand_as_they_are() -> None:
    """Inside kg a letter of a certain word is escaped, and Virtuoso knows no escapes in IRIs."""
    text, _ = bound(prepare("PREFIX e: <http://service.example/> ASK { e:SERVICE ?p <http://x.example/service> }"), {})
    assert "<http://service.example/SERVICE> ?p <http://x.example/service>" in text
