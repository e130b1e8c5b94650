"""Rows that are read when somebody looks: the same terms that the store holds."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.result import Term
from kg.query.rows import Labels, Rows

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def rows(*terms: ox.Literal | ox.NamedNode | ox.BlankNode) -> Rows:
    store = ox.Store()
    store.extend(ox.Quad(ox.NamedNode(f"urn:{i:03}"), ox.NamedNode("urn:p"), term) for i, term in enumerate(terms))
    found = store.query("SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s")
    return Rows(found.serialize(format=ox.QueryResultsFormat.TSV) or b"", left_out=["s"])


@given(st.lists(TEXTS, max_size=4))
def test_any_text_comes_through(texts: list[str]) -> None:
    found = rows(*map(ox.Literal, texts))
    assert [row["o"].value for row in found] == texts
    assert [set(row) for row in found] == [{"o"}] * len(texts)
    assert list(found.plain(["o"])) == [{"o": text} for text in texts]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (ox.NamedNode("urn:é"), Term("urn:é", "iri")),
        (
            ox.Literal("a\tb", language="nl"),
            Term("a\tb", "literal", "nl", ox.Literal("", language="nl").datatype.value),
        ),
        (ox.Literal(5), Term("5", "literal", "", "http://www.w3.org/2001/XMLSchema#integer")),
        (ox.Literal("x", language="en"), Term("x", "literal", "en", ox.Literal("", language="nl").datatype.value)),
        (
            ox.Literal("-1.25", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
            Term("-1.25", "literal", "", "http://www.w3.org/2001/XMLSchema#decimal"),
        ),
        (ox.Literal("<urn:x>"), Term("<urn:x>", "literal", "", "http://www.w3.org/2001/XMLSchema#string")),
        (ox.Literal(""), Term("", "literal", "", "http://www.w3.org/2001/XMLSchema#string")),
        (ox.Literal(1.5), Term("1.5", "literal", "", "http://www.w3.org/2001/XMLSchema#double")),
        (ox.Literal(True), Term("true", "literal", "", "http://www.w3.org/2001/XMLSchema#boolean")),
        (ox.Literal("x", datatype=ox.NamedNode("urn:t")), Term("x", "literal", "", "urn:t")),
    ],
)
def test_every_kind_of_term(term, expected: Term) -> None:
    found = rows(term)
    assert found[0] == {"o": expected}
    assert list(found.plain(["o"])) == [{"o": expected.value}]


def test_a_blank_node() -> None:
    assert rows(ox.BlankNode("b"))[0]["o"].kind == "bnode"


def test_they_are_a_sequence() -> None:
    found = rows(ox.Literal("a"), ox.Literal("b"))
    assert (len(found), found[-1]["o"].value, [row["o"].value for row in found[:1]]) == (2, "b", ["a"])
    assert found == list(found)
    assert found != found[:1]


def test_triples_are_refused_at_once() -> None:
    with pytest.raises(UsageError, match="a triple is no value here"):
        Rows(b"?t\n<<( <urn:a> <urn:b> <urn:c> )>>\n")
    assert len(Rows(b'?t\n"<<("\n')) == 1


def test_labels_are_looked_for_once_and_only_then() -> None:
    asked: list[list[str]] = []

    def find(iris: list[str]) -> dict[str, str]:
        asked.append(iris)
        return {iris[0]: "A"}

    labels = Labels(rows(ox.NamedNode("urn:b"), ox.NamedNode("urn:a"), ox.Literal("urn:c")), find)
    assert asked == []
    assert (dict(labels), labels["urn:a"], len(labels)) == ({"urn:a": "A"}, "A", 1)
    assert asked == [["urn:a", "urn:b"]]


def test_a_triple_after_a_row_without_any_value() -> None:
    with pytest.raises(UsageError, match="a triple is no value here"):
        Rows(b"?t\n\n<<( <urn:a> <urn:b> <urn:c> )>>\n")


def test_what_is_unbound_and_what_has_no_variable() -> None:
    found = Rows(b"?a\t?b\n\t<urn:b>\n")
    assert (found[0], list(found.plain(["a", "b"]))) == ({"b": Term("urn:b", "iri")}, [{"a": None, "b": "urn:b"}])
    assert (len(Rows(b"\n\n")), Rows(b"\n\n")[0], len(Rows(b"?a\n"))) == (1, {}, 0)
