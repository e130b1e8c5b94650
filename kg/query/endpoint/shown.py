"""An answer as a page shows it: of a long one the beginning, with the names of entities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.query.endpoint.media import GIVING_TRIPLES
from kg.query.endpoint.served import Served
from kg.query.engine import Dataset
from kg.query.prepare import Prepared
from kg.query.result import Term
from kg.query.rows import Rows

MOST = 1000  # rows
LONGEST = 200_000  # characters of triples


@dataclass(frozen=True, slots=True)
class Shown:
    """names: of the columns. rows: the first ones, total: of all. boolean: of an ASK. triples: as Turtle."""

    names: Sequence[str] = ()
    rows: Sequence[Mapping[str, Term]] = ()
    total: int = 0
    boolean: bool | None = None
    triples: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def beginning(self) -> str:
        """Of the triples."""
        return (self.triples or "")[:LONGEST]

    @property
    def is_cut(self) -> bool:
        """Whether there is more."""
        return self.total > len(self.rows) or len(self.triples or "") > LONGEST


def shown(served: Served, query: Prepared, dataset: Dataset, values: Mapping[str, str]) -> Shown:
    """Answer a query for a page; errors as `Served.answer` has."""
    if query.form in GIVING_TRIPLES:
        return Shown(triples=served.answer(query, "ttl", dataset, values).decode())
    text = served.answer(query, "tsv", dataset, values)
    if query.form == "ASK":
        return Shown(boolean=text.strip() == b"true")
    lines = text.split(b"\n", MOST + 1)  # a row is a line, the names of the variables the first
    rows = Rows(text if len(lines) < MOST + 2 else b"\n".join([*lines[: MOST + 1], b""]), values)
    names = [name for name in query.in_order(rows.names) if name not in values]
    found = list(rows)
    iris = sorted({term.value for row in found for term in row.values() if term.kind == "iri"})
    return Shown(names, found, max(text.count(b"\n") - 1, len(found)), labels=served.labels(iris))
