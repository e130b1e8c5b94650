"""Rows as a table for people."""

import pytest
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from kg.plain import UNSEEN
from kg.query.result import Result, Term
from kg.query.table import table
from kg.query.wide import columns_wide
from kg.rdf.vocabulary import XSD

WIDTHS = st.integers(1, 60)


def result(*rows: list[Term | None], **labels: str) -> Result:
    names = tuple("abcdef"[: len(rows[0])])
    filled = tuple({n: t for n, t in zip(names, row, strict=True) if t} for row in rows)
    return Result(names, filled, labels={f"https://kg.example/entity/{key}": label for key, label in labels.items()})


def text(value: str) -> Term:
    return Term(value, "literal", "", XSD + "string")


def iri(value: str) -> Term:
    return Term(value, "iri")


def number(value: str) -> Term:
    return Term(value, "literal", "", XSD + "integer")


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (Result(("a",)), "no rows\n"),
        (result([text("x"), text("yz")], [text("xyz"), None]), "a    b\nx    yz\nxyz\n"),
        (result([iri("https://kg.example/ontology#Planned")]), "a\nkg:Planned\n"),
        (result([iri("https://kg.example/entity/x")], x="Xiaomi"), "a\nXiaomi\n"),
        (result([iri("https://kg.example/entity/y")]), "a\nhttps://kg.example/entity/y\n"),
        (result([number("5")], [number("1000")], [None]), "   a\n   5\n1000\n\n"),
        (result([number("5"), text("b")], [text("1000"), None]), "a     b\n5     b\n1000\n"),
        (result([text("小米"), text("b")]), "a     b\n小米  b\n"),
        (result([text("e\u0301"), text("b")]), "a  b\ne\u0301  b\n"),
        (result([text("a\nb\tc\x1b[31m\u202e")]), "a\na b c[31m\n"),
        (result([Term("b1", "bnode")]), "a\nb1\n"),
    ],
)
def test_in_a_pipe(answer: Result, shown: str) -> None:
    assert table(answer, None) == shown


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "a      b\nabcde  vwxyz\n"),
        (12, "a      b\nabcde  vwxyz\n"),
        (10, "a     b\nabc…  vwx…\n"),
        (4, "a  b\n…  …\n"),
        (1, "a  b\n…  …\n"),
    ],
)
def test_long_texts_are_cut_to_the_width_of_the_terminal(width: int, shown: str) -> None:
    assert table(result([text("abcde"), text("vwxyz")]), width) == shown


def test_a_wide_character_is_not_cut_in_two() -> None:
    assert table(result([text("小米小米")]), 6) == "a\n小米…\n"


@given(st.lists(st.lists(st.sampled_from(HOSTILE) | st.text(), min_size=2, max_size=2), min_size=1), WIDTHS)
def test_any_text_is_harmless_and_fits(rows: list[list[str]], width: int) -> None:
    shown = table(result(*[list(map(text, row)) for row in rows]), width)
    assert not UNSEEN.search(shown)
    lines = shown.removesuffix("\n").split("\n")
    assert len(lines) == len(rows) + 1
    assert max(map(columns_wide, lines)) <= max(width, 4)


def test_a_whole_article_in_a_cell_takes_no_time() -> None:
    assert len(table(result([text("é" * 200_000)]), 80).split("\n")[1]) == 80
