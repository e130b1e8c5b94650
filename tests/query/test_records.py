"""Rows as records, where a table would be too wide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.query.records import LEAST, records
from kg.query.result import Result, Term
from kg.query.table import MANY, table
from kg.query.wide import columns_wide


def test_a_record_has_a_line_for_each_value_that_is_there() -> None:
    columns = {"who": ["who", "Jan", "Ada"], "when": ["when", "", "2021"]}
    assert list(records(columns, 80)) == ["who   Jan\n", "who   Ada\nwhen  2021\n"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("een twee drie vier vijf zes", ["a  een twee drie vier", "   vijf zes"]),
        ("x" * 45, ["a  " + "x" * 20, "   " + "x" * 20, "   " + "x" * 5]),
        ("小米" * 10, ["a  " + "小米" * 5, "   " + "小米" * 5]),
    ],
)
def test_long_values_are_wrapped(text: str, lines: list[str]) -> None:
    assert list(records({"a": ["a", text]}, 23)) == ["".join(f"{line}\n" for line in lines)]


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), min_size=1), st.integers(23, 80))
def test_any_text_fits_and_is_whole(values: list[str], width: int) -> None:
    for value, text in zip(values, records({"a": ["a", *values]}, width), strict=True):
        lines = text.split("\n")
        assert all(columns_wide(line) <= max(width, LEAST + 3) for line in lines)
        assert "".join(line[3:] for line in lines).replace(" ", "") == value.replace(" ", "")


def result(count: int, text: str) -> Result:
    names = tuple("abcdefgh"[:count])
    return Result(names, ({name: Term(text, "literal") for name in names},))


@pytest.mark.parametrize(
    ("count", "text", "is_table"),
    [(MANY, "x" * 30, False), (MANY, "x", True), (MANY - 1, "x" * 30, True)],
)
def test_when_a_table_becomes_records(count: int, text: str, is_table: bool) -> None:
    shown = table(result(count, text), 80)
    assert (shown.split("\n")[0].split() == list("abcdefgh"[:count])) is is_table
    assert table(result(count, text), None).split("\n")[0].split() == list("abcdefgh"[:count])
