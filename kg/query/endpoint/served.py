"""The graph that a server answers from."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from kg.query.engine import Dataset, QueryEngine
from kg.query.prepare import Prepared
from kg.query.result import Result

T = TypeVar("T")
STORE = Dataset(union=False)


class Changing(Protocol):
    """Whatever changes the graph: keeps what is read in step with what is written."""

    def reading(self) -> AbstractContextManager[object]:
        """To be held while a query runs; gives something that differs from one state of the graph to the next."""


class Served:
    """Queries to a graph, and what is remembered of their answers."""

    def __init__(self, engine: QueryEngine, union: bool, timeout: float, changing: Changing) -> None:
        """union: whether the default graph of a client's query is the union of all graphs. timeout: seconds."""
        self._engine = engine
        self._client = Dataset(union=union)
        self._timeout = timeout
        self._changing = changing
        self._remembered: dict[str, tuple[object, Any]] = {}

    @property
    def union(self) -> bool:
        """Whether the default graph is the union of all graphs."""
        return self._client.union

    def dataset(self, default: tuple[str, ...], named: tuple[str, ...]) -> Dataset:
        """The graphs that a request chooses; those of the server if it chooses none."""
        return replace(self._client, default=default, named=named)

    def answer(
        self, query: str | Prepared, form: str, dataset: Dataset | None = None, values: Mapping[str, str] | None = None
    ) -> bytes:
        """The answer in a form of `kg.query.engine.QueryEngine.answer`, with its errors.

        dataset: without one, the union of all graphs, as queries of kg's own need it.
        """
        with self._changing.reading():
            return self._engine.answer(query, form, self._timeout, values, dataset)

    def query(self, query: str, dataset: Dataset | None = None, values: Mapping[str, str] | None = None) -> Result:
        """The answer for a page: rows with the labels of entities."""
        with self._changing.reading():
            return self._engine.query(query, self._timeout, values, dataset=dataset)

    def select(self, sparql: str) -> Iterator[dict[str, str | None]]:
        """The rows of a query of kg's own: see `kg.view.describe.Select`."""
        return iter(self.query(sparql))

    def labels(self, iris: list[str]) -> Mapping[str, str]:
        """The best label of each IRI that has one."""
        with self._changing.reading():
            return self._engine.labels(iris)

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """What is made once and remembered under a name until the graph changes."""
        with self._changing.reading() as state:
            known = self._remembered.get(name)
            if known is None or known[0] != state:
                known = self._remembered[name] = state, make()
            made: T = known[1]
            return made
