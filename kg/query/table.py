"""Rows as a table that people read: names for entities, short forms for the vocabulary."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

from kg.query.result import Result, Term
from kg.rdf.vocabulary import PREFIXES, XSD
from kg.view.words import plain

NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float")}
SHORT = {namespace: prefix for prefix, namespace in PREFIXES.items()}
NAMESPACE = re.compile(r"(.*[#/])([\w.-]+)", re.DOTALL)
LABEL = "Label"  # ?xLabel is the name of ?x: it is shown in the place of ?x
GAP = "  "


def table(result: Result, width: int | None) -> str:
    """The rows under the names of their columns; "no rows" if there are none.

    width: of the terminal, to which long texts are cut; None cuts nothing.
    """
    if not result.rows:
        return "no rows\n"
    names = columns(result)
    lines = [names, *cells(result, names)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    if width is not None:
        widths = _fitted(widths, width)
    right = [_is_number(row[name] for row in result.rows if name in row) for name in names]
    return "".join(f"{_line(line, widths, right)}\n" for line in lines)


def columns(result: Result) -> list[str]:
    """The variables that are shown: not the label of one that is shown itself."""
    labels = {name + LABEL for name in result.variables}
    return [name for name in result.variables if name not in labels]


def cells(result: Result, names: Sequence[str]) -> list[list[str]]:
    """The text of each row's terms."""
    return [[_cell(row, name, result) for name in names] for row in result.rows]


def _cell(row: Row, name: str, result: Result) -> str:
    pass
