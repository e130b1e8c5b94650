"""The graph that a server answers from."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from kg.query.pool import Dataset, Pool
from kg.query.result import Result

T = TypeVar("T")


class Changing(Protocol):
    """Whatever changes the graph: keeps what is read in step with what is written."""

    def reading(self) -> AbstractContextManager[int]:
        """To be held while a query runs; gives the number of the state that it reads."""


class Served:
    """Queries, each in a worker process, and what is remembered of their answers."""

    def __init__(self, pool: Pool, union: bool, timeout: float, changing: Changing) -> None:
        """union: whether the default graph of a client's query is the union of all graphs. timeout: seconds."""
        self._pool = pool
        self._client = Dataset(union=union)
        self._timeout = timeout
        self._changing = changing
        self._remembered: dict[str, tuple[int, Any]] = {}

    @property
    def union(self) -> bool:
        """Whether the default graph is the union of all graphs."""
        return self._client.union

    def answer(
        self, sparql: str, form: str, dataset: Dataset | None = None, values: Mapping[str, str] | None = None
    ) -> bytes:
        """A client's query, its answer serialised; errors as `Pool.answer` has."""
        with self._changing.reading():
            return self._pool.answer(sparql, form, self._timeout, dataset or self._client, values)

    def rows(self, sparql: str, dataset: Dataset | None = None, values: Mapping[str, str] | None = None) -> Result:
        """A client's query, its answer for a page: entities come with labels."""
        with self._changing.reading():
            return self._pool.query(sparql, self._timeout, values, True, dataset or self._client)

    def dataset(self, default: tuple[str, ...], named: tuple[str, ...]) -> Dataset:
        """The graphs that a request chooses; those of the server if it chooses none."""
        return replace(self._client, default=default, named=named) if default or named else self._client

    def select(self, sparql: str) -> Iterator[dict[str, str | None]]:
        """The rows of a query of kg's own, over the union of all graphs: see `kg.view.describe.Select`."""
        with self._changing.reading():
            return iter(self._pool.query(sparql, self._timeout, None, False, Dataset()))

    def own(self, sparql: str, form: str) -> bytes:
        """The triples of a query of kg's own, over the union of all graphs."""
        return self.answer(sparql, form, Dataset())

    def ask(self, sparql: str) -> bool:
        """Whether the union of all graphs has a match."""
        with self._changing.reading():
            return bool(self._pool.query(sparql, self._timeout, None, False, Dataset()))

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """What is made once and remembered under a name until the graph changes."""
        with self._changing.reading() as state:
            known = self._remembered.get(name)
            if known is None or known[0] != state:
                known = self._remembered[name] = state, make()
            made: T = known[1]
            return made

    def count(self) -> int:
        """How many quads there are."""
        counted = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
        return self.remembered("count", lambda: int(next(self.select_strictly(counted))["n"] or 0))

    def select_strictly(self, sparql: str) -> Iterator[dict[str, str | None]]:
        """The same as `select` with the store's own default graph."""
        with self._changing.reading():
            return iter(self._pool.query(sparql, self._timeout, None, False, Dataset(union=False)))
