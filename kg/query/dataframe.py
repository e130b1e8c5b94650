"""An answer as a pandas DataFrame."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.query.result import Result, Term
from kg.rdf.vocabulary import XSD

if TYPE_CHECKING:
    import pandas as pd

MISSING = "pandas is not installed; add it with: python -m pip install 'kg[pandas]'"
WHOLE = {XSD + "integer"}
NUMBERS = WHOLE | {XSD + name for name in ("decimal", "double", "float")}
TRUTHS = {XSD + "boolean"}
TIMES = {XSD + "date", XSD + "dateTime"}
LARGEST = 2**63 - 1


def dataframe(result: Result) -> "pd.DataFrame":
    """A column for each variable, see `Result.to_pandas`; KgError without pandas, or for what is no table."""
    try:
        import pandas as pd
    except ImportError:
        raise KgError(MISSING) from None
    if result.boolean is not None or result.turtle is not None:
        raise KgError("only the rows of a SELECT are a table")
    columns = {name: [row.get(name) for row in result.rows] for name in result.variables}
    return pd.DataFrame({name: _column(terms, pd) for name, terms in columns.items()}, columns=list(result.variables))


def _column(terms: Sequence[Term | None], pd: Any) -> Any:
    """The values with the type of their datatypes; text where they differ, and for what pandas cannot hold."""
    datatypes = {term.datatype if term.kind == "literal" else "" for term in terms if term}
    values = [term.value if term else None for term in terms]
    if datatypes and datatypes <= WHOLE and all(abs(int(value)) <= LARGEST for value in _bound(values)):
        return pd.array([None if value is None else int(value) for value in values], dtype="Int64")
    if datatypes and datatypes <= NUMBERS:
        return pd.array([None if value is None else float(value) for value in values], dtype="Float64")
    if datatypes == TRUTHS:
        return pd.array([None if value is None else value in ("true", "1") for value in values], dtype="boolean")
    if datatypes and datatypes <= TIMES:
        return _times(values, pd)
    return pd.array(values, dtype="string")


def _times(values: Sequence[str | None], pd: Any) -> Any:
    """Days and moments, those with a time zone in UTC."""
    zoned = any(value.endswith("Z") or "+" in value or value.count("-") > 2 for value in _bound(values))
    try:
        return pd.Series(pd.to_datetime(list(values), format="ISO8601", utc=zoned))
    except ValueError:
        return pd.array(values, dtype="string")


def _bound(values: Iterable[str | None]) -> list[str]:
    return [value for value in values if value is not None]
