"""Answers SPARQL: prepares a query, has a worker answer it, and tells what was wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import KgError, TooLarge, UsageError
from kg.plain import plain, printable
from kg.query.messages import Header
from kg.query.pool import MEMORY, MOST, Pool
from kg.query.prepare import Prepared, prepare
from kg.query.result import Result, Term
from kg.query.rows import Labels, Rows
from kg.query.source import Source
from kg.rdf.vocabulary import PREFIXES

LIMIT = 30.0  # seconds
LONGEST = 86_400.0

Values = Mapping[str, str | Term]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that queries read.

    union: whether the default graph of a query that does not say otherwise is the union of all graphs.
    default, named: IRIs of the graphs that a request chose; they count in the place of a query's own FROM.
    """

    union: bool = True
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def is_chosen(self) -> bool:
        """Whether the request chose graphs."""
        return bool(self.default or self.named)


class QueryEngine:
    """The SPARQL queries of one source, each answered in a process that a time limit ends for certain.

    The processes stay for the next query; `close` ends them, as does the end of a `with` block or of the program.
    Safe to use from several threads.
    """

    def __init__(self, source: Source | Path, memory: int = MEMORY, most: int = MOST) -> None:
        """source: a path is the folder "store" in the folder that a build wrote; UsageError if there is none.

        memory: bytes that a query may take; most: queries at a time.
        """
        self.source = source if isinstance(source, Source) else Source(store=source)
        if self.source.store and not self.source.places()[0].is_dir():
            folder = printable(self.source.store.parent)
            raise UsageError(f"{folder}: there is no graph in this folder; make one with: kg build -o {folder}")
        self._pool = Pool(self.source, memory, most)

    def query(
        self,
        sparql: str | Prepared,
        timeout: float | None = None,
        values: Values | None = None,
        labels: bool = True,
        dataset: Dataset | None = None,
    ) -> Result:
        """Answer a query; its default graph is the union of all graphs, unless it has FROM clauses.

        timeout: seconds, 30 without one, a day at most. values: what to put in the place of variables that SELECT
        names, strings or terms; they are left out of the answer. labels: whether to find labels of entities.
        The prefixes of `kg.rdf.vocabulary.PREFIXES` need not be declared.

        UsageError for a query that is wrong (with line and column), that would change the graph or ask another server;
        KgError for one that takes too long or too much memory, and for a store that is damaged.
        """
        query, values = _prepared(sparql), values or {}
        header, body = self._ask(query, "", timeout, values, dataset or Dataset())
        if header["kind"] == "boolean":
            return Result(boolean=header["boolean"])
        if header["kind"] == "triples":
            return Result(turtle=body.decode())
        rows = Rows(body, values)
        variables = tuple(name for name in query.in_order(rows.names) if name not in values)
        return Result(variables, rows, labels=Labels(rows, self.labels) if labels else {})

    def answer(
        self,
        sparql: str | Prepared,
        form: str,
        timeout: float | None = None,
        values: Values | None = None,
        dataset: Dataset | None = None,
    ) -> bytes:
        """Answer a query in a standard form, as the store writes it; errors as in `query`.

        form: json, xml, csv, tsv (SPARQL 1.1 results) for SELECT and ASK; ttl, nt, nq, trig, rdfxml, jsonld for others.
        """
        return self._ask(_prepared(sparql), form, timeout, values or {}, dataset or Dataset())[1]

    def labels(self, iris: list[str]) -> Mapping[str, str]:
        """The best label of each IRI that has one."""
        with self._pool.lend() as worker:
            header, _ = worker.ask({"labels": iris}, LIMIT)
        found: dict[str, str] = self._right(header)["labels"]
        return found

    def renew(self) -> None:
        """Read the source anew before the next query; this also happens when its files are others than before."""
        self._pool.renew()

    def close(self) -> None:
        """End the processes; the next query would start new ones."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(
        self, query: Prepared, form: str, timeout: float | None, values: Values, dataset: Dataset
    ) -> tuple[Header, bytes]:
        limit = limited(timeout)
        request = {
            "pieces": list(query.pieces),
            "form": form,
            "union": dataset.union and not query.has_dataset and not dataset.is_chosen,
            "default": list(dataset.default) if dataset.is_chosen else None,
            "named": list(dataset.named) if dataset.is_chosen else None,
            "values": {name: _value(value) for name, value in values.items()},
            "prefixes": PREFIXES,
        }
        with self._pool.lend() as worker:
            header, body = worker.ask(request, limit)
        if "mistake" in header:
            raise query.wrong(*header["mistake"])
        return self._right(header), body

    def _right(self, header: Header) -> Header:
        """A header that tells of no failure."""
        if "unreadable" in header:
            raise unreadable(self.source.name, header["unreadable"])
        if "large" in header:
            raise TooLarge("the query was stopped; it needs too much memory")
        if "unsupported" in header:
            raise UsageError(f"the query cannot be answered: {plain(header['unsupported'])}")
        return header


def limited(timeout: float | None) -> float:
    """The seconds that a query may take; UsageError for a time that is none."""
    limit = LIMIT if timeout is None else timeout
    if not 0 < limit <= LONGEST:
        raise UsageError(f"a query may take more than 0 and at most {LONGEST:,.0f} seconds, not {limit:g}")
    return limit


def unreadable(name: str, reason: object) -> KgError:
    """The error for a graph that is damaged."""
    return KgError(f"{name}: the graph cannot be read; build it again ({plain(str(reason))})")


def _prepared(sparql: str | Prepared) -> Prepared:
    return sparql if isinstance(sparql, Prepared) else prepare(sparql)


def _value(value: str | Term) -> tuple[str, str]:
    return (value.value, value.kind) if isinstance(value, Term) else (value, "literal")
