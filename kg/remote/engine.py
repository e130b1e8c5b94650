"""Answers SPARQL by a server elsewhere: any that speaks the SPARQL 1.1 Protocol."""

import time
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

import pyoxigraph as ox

from kg.errors import KgError, TooLarge, TooLong, UsageError
from kg.net.connection import Connection, Request
from kg.net.failures import Late
from kg.query.engine import LIMIT, Values, limited
from kg.query.mistakes import mistake
from kg.query.prepare import Prepared, prepare
from kg.query.result import Result
from kg.query.rows import Labels, Row
from kg.remote.answers import accepted, read
from kg.remote.bind import bound
from kg.remote.labels import best, questions
from kg.remote.refusal import Refused, check

FORM = "application/x-www-form-urlencoded"
PAGE = 5_000  # rows of one answer; servers cut longer ones off, some without a word
IS_UNION = "ASK { { SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 1 } ?s ?p ?o }"
GRAPHS = f"SELECT ?g {{ GRAPH ?g {{}} FILTER(ISIRI(?g) && STR(?g) > ?after) }} ORDER BY STR(?g) LIMIT {PAGE}"


class RemoteEngine:
    """The SPARQL queries of one server, asked and answered as those of `kg.query.engine.QueryEngine`."""

    def __init__(self, url: str, union: bool = True, eager: bool = False) -> None:
        """url: where the server takes queries; UsageError for what is no such address.

        union: whether the default graph is to be the union of all named graphs, also where the server's own is not.
        eager: see `Connection`.
        """
        self._connection = Connection(url, eager)
        self.address = self._connection.address
        self._is_union = None if union else True  # None: not known yet

    def query(
        self,
        sparql: str,
        timeout: float | None = None,
        values: Values | None = None,
        labels: bool = True,
    ) -> Result:
        """Answer a query: see `QueryEngine.query`. Here, too, SERVICE is refused.

        UsageError for a query that is wrong, TooLong or TooLarge for one that takes too much, KgError for what else
        goes wrong: no server, not let in, an answer that is none.
        """
        limit = limited(timeout)
        query, deadline = prepare(sparql), time.monotonic() + limit
        try:
            result = self._answer(query, values or {}, deadline, self._dataset(query, deadline))
        except Late:
            raise TooLong(f"the query took longer than {limit:g} s") from None
        except TooLarge as error:
            raise TooLarge(f"{error}; ask for less, with LIMIT") from None
        except Refused as error:
            if error.status != 400:
                raise
            _check_grammar(query)
            raise UsageError(str(error)) from None
        return replace(result, labels=Labels(result.rows, self.labels)) if labels else result

    def labels(self, iris: list[str]) -> Mapping[str, str]:
        """The best label of each IRI that has one."""
        deadline = time.monotonic() + LIMIT
        found = (self._answer(prepare(question), {}, deadline) for question in questions(iris))
        return best(row for answer in found for row in answer.rows)

    def pages(self, question: str, names: Set[str], deadline: float) -> Iterator[Row]:
        """All rows of a query for IRIs ?g, a page at a time, since some servers cut off long answers without a word.

        question: gives rows with these variables, for the first ?g after ?after. KgError for an answer to another one.
        """
        after, query = "", prepare(question)
        while rows := self._answer(query, {"after": after}, deadline).rows:
            if any(row.keys() != names for row in rows) or rows[-1]["g"].value <= after:
                raise KgError(
                    f"{self.address.url}: it answers something else than was asked; does it speak SPARQL 1.1?"
                )
            yield from rows
            after = rows[-1]["g"].value

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, query: Prepared, values: Values, deadline: float, graphs: Iterable[str] = ()) -> Result:
        """graphs: those that the query is to read, in its default graph and as named ones."""
        text, added = bound(query, values)
        chosen = ((f"{use}-graph-uri", iri) for iri in graphs for use in ("default", "named"))
        body = urlencode([("query", text), *chosen]).encode()
        request = Request("POST", self.address.path, body, FORM, accepted(query))
        reply = check(self._connection.ask(request, max(deadline - time.monotonic(), 0)), self.address)
        return read(reply, query, self.address, {*values, *added})

    def _dataset(self, query: Prepared, deadline: float) -> tuple[str, ...]:
        """The graphs that a request must name; none where the query does it, or the server reads all without."""
        if query.has_dataset or self._has_union(deadline):
            return ()
        return tuple(row["g"].value for row in self.pages(GRAPHS, {"g"}, deadline))

    def _has_union(self, deadline: float) -> bool:
        """Whether a statement of a named graph is also in the server's default graph."""
        if self._is_union is None:
            self._is_union = bool(self._answer(prepare(IS_UNION), {}, deadline).boolean)
        return self._is_union


def _check_grammar(query: Prepared) -> None:
    """UsageError with line and column if a query breaks the grammar; few servers tell that well."""
    try:
        ox.Store().query("".join(query.pieces))
    except SyntaxError as error:
        raise query.wrong(*mistake(query.pieces, str(error))) from None
