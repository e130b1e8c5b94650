"""The rows of an answer and the labels in it, read from what a worker sent only when somebody looks at them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from kg.errors import UsageError
from kg.query.result import Term
from kg.rdf.terms import unescaped
from kg.rdf.vocabulary import RDF, XSD

Row = Mapping[str, Term]
TRIPLE = b"<<("
NO_TRIPLES = (
    "the query cannot be answered: a triple is no value here; select its parts, with SUBJECT, PREDICATE and OBJECT"
)
BARE = {
    "boolean": re.compile("true|false"),
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?\d*\.\d+"),
    "double": re.compile(".+"),
}


class Rows(Sequence[Row]):
    """The rows of a SELECT, each a mapping of the variables that are bound to terms."""

    def __init__(self, text: bytes, left_out: Iterable[str] = ()) -> None:
        """text: the answer in the SPARQL TSV format. left_out: variables. UsageError for triples among the terms."""
        head, *self._lines = text.decode().removesuffix("\n").split("\n")
        self.names = [name[1:] for name in head.split("\t")] if head else []
        self._left_out = frozenset(left_out)
        if TRIPLE in text and any(cell.startswith(TRIPLE.decode()) for cell in "\t".join(self._lines).split("\t")):
            raise UsageError(NO_TRIPLES)

    def plain(self, variables: Sequence[str]) -> Iterator[dict[str, str | None]]:
        """These variables of each row as strings, None for what is unbound: many times quicker than as terms."""
        is_all = list(variables) == self.names
        places = [self.names.index(name) for name in variables]
        for line in self._lines:
            # most cells are IRIs, or texts without an escape, a language and a datatype
            values = [
                cell[1:-1] if cell[:1] == "<" or (cell[-1:] == '"' and "\\" not in cell) else _plain(cell)
                for cell in line.split("\t")
            ]
            yield dict(zip(variables, values if is_all else [values[place] for place in places], strict=False))

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(map(self._row, self._lines[index]))
        return self._row(self._lines[index])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Row.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def _row(self, line: str) -> Row:
        cells = zip(self.names, line.split("\t"), strict=False)  # no variable is one empty cell
        return {name: _term(cell) for name, cell in cells if cell and name not in self._left_out}


class Labels(Mapping[str, str]):
    """The labels of the entities among rows, by IRI."""

    def __init__(self, rows: Sequence[Row], find: Callable[[list[str]], Mapping[str, str]]) -> None:
        """find: the labels of these IRIs, of those that have one."""
        self._rows, self._find = rows, find

    @cached_property
    def _found(self) -> Mapping[str, str]:
        return self._find(sorted({term.value for row in self._rows for term in row.values() if term.kind == "iri"}))

    def __getitem__(self, iri: str) -> str:
        return self._found[iri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _plain(cell: str) -> str | None:
    """The value of a term, as Turtle writes it on one line."""
    if cell.startswith("<"):
        return cell[1:-1]
    if cell.startswith('"'):
        return unescaped(cell[1 : cell.rindex('"')])
    return cell.removeprefix("_:") or None


def _term(cell: str) -> Term:
    value = _plain(cell) or ""
    if cell.startswith("<"):
        return Term(value, "iri")
    if cell.startswith("_:"):
        return Term(value, "bnode")
    if not cell.startswith('"'):
        return Term(value, "literal", "", XSD + next(name for name, form in BARE.items() if form.fullmatch(cell)))
    after = cell[cell.rindex('"') + 1 :]
    if after.startswith("@"):
        return Term(value, "literal", after[1:], RDF + ("dirLangString" if "--" in after else "langString"))
    return Term(value, "literal", "", after[3:-1] or XSD + "string")
