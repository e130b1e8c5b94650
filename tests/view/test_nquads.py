import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.terms import literal
from kg.view.explorer.nquads import iris, language, number, text, things, value

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, st.sampled_from([None, "nl", "zh-hant"]))
def test_a_literal_is_read_as_it_was_written(content, tag):
    lines = f"<urn:s> <urn:p> {literal(content, tag)} <urn:g> ."
    store = ox.Store()
    store.bulk_load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    dumped = store.dump(format=ox.RdfFormat.N_QUADS).decode().split("\n")[:-1]
    for written in ([lines], dumped):
        (term,) = things(written)["urn:s"]["urn:p"]
        assert (text(term), language(term)) == (content, tag or "")


@pytest.mark.parametrize(
    ("term", "content", "tag"),
    [
        ("<urn:a>", "urn:a", ""),
        ('"3"^^<http://www.w3.org/2001/XMLSchema#integer>', "3", ""),
        ('"@nl"', "@nl", ""),
        ('"a \\"b\\"@c\\u0041\\U0001F600\\t\\\\n"@en', 'a "b"@cA😀\t\\n', "en"),
        ('"x> <urn:g> ."', "x> <urn:g> .", ""),
    ],
)
def test_terms(term, content, tag):
    assert (text(term), language(term)) == (content, tag)
    assert things([f"<urn:s> <urn:p> {term} <urn:g> ."]) == {"urn:s": {"urn:p": [term]}}


def test_what_stands_in_two_graphs_counts_once():
    lines = [f"<urn:s> <urn:p> <urn:{o}> <urn:{g}> ." for g in "gh" for o in "ba"]
    assert things(lines) == {"urn:s": {"urn:p": ["<urn:a>", "<urn:b>"]}}


@pytest.mark.parametrize(("lexical", "found"), [("2.5", 2.5), ("", 7), ("many", 7), ("INF", 7), ("NaN", 7)])
def test_numbers(lexical, found):
    assert number({"p": [f'"{lexical}"']}, "p", 7) == found


def test_values_that_are_not_there():
    thing = {"p": ["<urn:a>", '"text"', "_:b"]}
    assert (value(thing, "q"), iris(thing, "q"), iris(thing, "p")) == ("", [], ["urn:a"])
