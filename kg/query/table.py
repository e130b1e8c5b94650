"""Rows as a table for people: names for entities, short forms for the vocabulary."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, takewhile

from kg.plain import plain
from kg.query.records import records
from kg.query.result import Result, Term
from kg.query.wide import columns_wide
from kg.rdf.vocabulary import PREFIXES, XSD

NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float")}
SHORT = {namespace: prefix for prefix, namespace in PREFIXES.items()}
IN_NAMESPACE = re.compile(r"(.*[#/])([\w.-]+)", re.DOTALL)
GAP = "  "
MANY, WIDE = 6, 1.5  # a table of so many columns that is so many times as wide as the terminal becomes records

Column = list[str]  # its heading first


def table(result: Result, width: int | None) -> str:
    """The rows under the names of their variables; "no rows" if there are none.

    width: of the terminal, where long texts are cut to fit in; None cuts nothing. Where that would leave too little of
    many columns, each row is shown as a record instead: a line for each value, wrapped.
    """
    if not result.rows:
        return "no rows\n"
    columns = shown(result)
    widths = [max(map(columns_wide, column)) for column in columns.values()]
    if width is not None:
        if len(widths) >= MANY and sum(widths) > WIDE * width:
            return "\n".join(records(columns, width))
        widths = _fitted(widths, width)
    right = [is_number(row[name] for row in result.rows if name in row) for name in columns]
    lines = zip(*columns.values(), strict=True)
    return "".join(f"{_line(line, widths, right)}\n" for line in lines)


def shown(result: Result) -> dict[str, Column]:
    """The columns as text, by the names of their variables."""
    return {name: [name, *(_cell(row.get(name), result.labels) for row in result.rows)] for name in result.variables}


def _cell(term: Term | None, labels: Mapping[str, str]) -> str:
    if term is None:
        return ""
    return plain(_short(term.value) or labels.get(term.value) or term.value if term.kind == "iri" else term.value)


def _short(iri: str) -> str:
    """ "kg:Planned" for an IRI of a known vocabulary, nothing for others."""
    match = IN_NAMESPACE.fullmatch(iri)
    return f"{SHORT[match[1]]}:{match[2]}" if match and match[1] in SHORT else ""


def is_number(terms: Iterable[Term]) -> bool:
    """Whether all terms are numbers, and there are any."""
    return {term.datatype in NUMBERS for term in terms} == {True}


def _fitted(widths: Sequence[int], width: int) -> list[int]:
    """The widths with the widest columns made as narrow as each other, until all fit."""
    room = max(width - len(GAP) * (len(widths) - 1), len(widths))
    most = min(max(widths), room)
    while sum(min(each, most) for each in widths) > room:
        most -= 1
    return [min(each, most) for each in widths]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (_padded(*cell) for cell in zip(cells, widths, right, strict=True))
    return GAP.join(padded).rstrip()


def _padded(text: str, width: int, right: bool) -> str:
    text = _cut(text, width)
    blanks = " " * (width - columns_wide(text))
    return blanks + text if right else text + blanks


def _cut(text: str, width: int) -> str:
    if columns_wide(text) <= width:
        return text
    ends = accumulate(map(columns_wide, text))
    return text[: sum(1 for _ in takewhile(lambda end: end < width, ends))] + "…"
