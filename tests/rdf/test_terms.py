"""Terms: whatever stands in an article comes back as it was."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.rdf.terms import decimal, integer, iri, literal, unescaped


def parsed(term: str) -> ox.NamedNode | ox.Literal:
    [quad] = ox.parse(f"<s:s> <p:p> {term} .\n".encode(), format=ox.RdfFormat.N_QUADS)
    return quad.object


@given(st.text(), st.sampled_from([None, "nl", "fr"]))
@example('quo"te \\ back\nline\r\ttab \x00\x01\x7f <b> \u202e\u2028 \U0001f600', "nl")
def test_a_literal_comes_back(text: str, language: str | None) -> None:
    line = literal(text, language)
    assert "\n" not in line
    assert parsed(line) == ox.Literal(text, language=language)


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert parsed(literal("a\ud800b")).value == "a\ufffdb"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("https://kg.example/entity/xiaomi", "<https://kg.example/entity/xiaomi>"),
        ("https://kg.example/entity/小米", "<https://kg.example/entity/小米>"),
        ('https://x.example/a b"<>\\^`{|}\n', "<https://x.example/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%0A>"),
    ],
)
def test_an_iri_holds_no_character_that_ends_it(value: str, written: str) -> None:
    assert iri(value) == written
    assert isinstance(parsed(written), ox.NamedNode)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("10000000000"), "10000000000"),
        (Decimal("1E+10"), "10000000000"),
        (Decimal("-2.990"), "-2.99"),
        (Decimal("-0.0"), "0"),
        (0.93, "0.93"),
        (1.0, "1"),
    ],
)
def test_a_decimal_is_written_as_stores_keep_it(value: Decimal | float, written: str) -> None:
    assert parsed(decimal(value)).value == written
    store = ox.Store()
    store.bulk_load(f"<s:s> <p:p> {decimal(value)} <g:g> .".encode(), format=ox.RdfFormat.N_QUADS)
    assert [quad.object.value for quad in store] == [written]


def test_an_integer() -> None:
    assert parsed(integer(512)) == ox.Literal(512)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_escaped_comes_back(text: str) -> None:
    assert unescaped(literal(text)[1:-1]) == text


def test_every_escape_of_n_triples() -> None:
    assert unescaped(r"\t\b\n\r\f\"\'\\u00e9\u00e9\U0001F600") == "\t\b\n\r\f\"'\\u00e9é😀"
