"""Answers as pandas tables."""

import sys

import pandas as pd
import pytest

from kg.errors import KgError
from kg.graph import Graph
from kg.query.result import Result, Term
from kg.rdf.vocabulary import XSD


def column(*terms: Term | None) -> pd.Series:
    rows = tuple({"a": term} if term else {} for term in terms)
    return Result(("a",), rows).to_pandas()["a"]


def literal(value: str, kind: str = "string", language: str = "") -> Term:
    return Term(value, "literal", language, XSD + kind)


@pytest.mark.parametrize(
    ("terms", "dtype", "values"),
    [
        ([literal("5", "integer"), literal("-7", "integer")], "Int64", [5, -7]),
        ([literal("5", "integer"), literal("1.5", "decimal")], "Float64", [5.0, 1.5]),
        ([literal("1e3", "double"), literal("INF", "double")], "Float64", [1000.0, float("inf")]),
        ([literal("9" * 30, "integer")], "Float64", [1e30]),
        ([literal("true", "boolean"), literal("0", "boolean")], "boolean", [True, False]),
        ([literal("x"), literal("y", "x", "nl")], "string", ["x", "y"]),
        ([Term("urn:x", "iri"), literal("5", "integer")], "string", ["urn:x", "5"]),
        ([literal("2021-10", "gYearMonth")], "string", ["2021-10"]),
        ([literal("99999-01-01", "date")], "string", ["99999-01-01"]),
    ],
)
def test_types(terms: list[Term], dtype: str, values: list[object]) -> None:
    found = column(*terms, None)
    assert found.dtype == dtype
    assert list(found[:-1]) == values
    assert found.iloc[-1] is pd.NA


@pytest.mark.parametrize(
    ("terms", "first"),
    [
        ([literal("2021-10-05", "date")], pd.Timestamp("2021-10-05")),
        ([literal("2021-10-05", "date"), literal("2021-10-05T10:00:00", "dateTime")], pd.Timestamp("2021-10-05")),
        ([literal("2021-10-05T10:00:00+02:00", "dateTime")], pd.Timestamp("2021-10-05T08:00", tz="UTC")),
    ],
)
def test_times(terms: list[Term], first: pd.Timestamp) -> None:
    found = column(*terms, None)
    assert pd.api.types.is_datetime64_any_dtype(found.dtype)
    assert found.iloc[0] == first
    assert found.iloc[-1] is pd.NaT


def test_the_answer_of_a_graph(sample: Graph) -> None:
    table = sample.query(
        "SELECT ?c ?start ?value { ?c kg:start ?start OPTIONAL { ?c kg:amountValue ?value } }"
    ).to_pandas()
    assert list(table.columns) == ["c", "start", "value"]
    assert pd.api.types.is_datetime64_any_dtype(table["start"].dtype)
    assert table["value"].max() == 10_000_000_000
    assert table["value"].isna().any()


def test_no_rows_are_a_table_with_columns() -> None:
    assert list(Result(("a", "b")).to_pandas().columns) == ["a", "b"]


@pytest.mark.parametrize("answer", [Result(boolean=True), Result(turtle="")])
def test_what_is_no_table(answer: Result) -> None:
    with pytest.raises(KgError, match="only the rows of a SELECT are a table"):
        answer.to_pandas()


def test_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgError, match=r"pandas is not installed; add it with: python -m pip install 'kg\[pandas\]'"):
        Result(("a",)).to_pandas()
