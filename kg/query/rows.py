"""The rows of an answer and the labels in it, read from what a worker sent only when somebody looks at them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

import pyoxigraph as ox

from kg.errors import UsageError
from kg.query.result import Term

Row = Mapping[str, Term]
TRIPLE = b"<<("


class Rows(Sequence[Row]):
    """The rows of a SELECT, each a mapping of the variables that are bound to terms."""

    def __init__(self, text: bytes, left_out: Iterable[str] = ()) -> None:
        """text: the answer in the SPARQL TSV format. left_out: variables. UsageError for triples among the terms."""
        found = ox.parse_query_results(text, format=ox.QueryResultsFormat.TSV)
        assert isinstance(found, ox.QuerySolutions)
        self.names = [variable.value for variable in found.variables]
        self._solutions, self._left_out = list(found), frozenset(left_out)
        if TRIPLE in text:
            deque(self, 0)  # reading them all finds one

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(map(self._row, self._solutions[index]))
        return self._row(self._solutions[index])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._solutions)

    def __len__(self) -> int:
        return len(self._solutions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Row.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def _row(self, solution: Any) -> Row:
        cells = zip(self.names, solution, strict=True)
        return {name: read_term(term) for name, term in cells if term is not None and name not in self._left_out}


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


def read_term(term: Any) -> Term:
    """UsageError for a triple."""
    if isinstance(term, ox.NamedNode):
        return Term(term.value, "iri")
    if isinstance(term, ox.Literal):
        return Term(term.value, "literal", term.language or "", term.datatype.value)
    if isinstance(term, ox.BlankNode):
        return Term(term.value, "bnode")
    raise UsageError(
        "the query cannot be answered: a triple is no value here; select its parts, with SUBJECT, PREDICATE and OBJECT"
    )
