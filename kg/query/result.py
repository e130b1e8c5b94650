"""What a query answers."""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it takes long to import
    import pandas as pd

MOST_SHOWN = 100  # rows in a notebook


@dataclass(frozen=True, slots=True)
class Term:
    """An RDF term. kind: "iri", "literal" or "bnode"; a literal has a datatype, text in a language also that."""

    value: str
    kind: str
    language: str = ""
    datatype: str = ""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query: rows of a SELECT, yes or no of an ASK, triples of a CONSTRUCT or DESCRIBE.

    variables: the names of a SELECT's columns, in order; empty for the other forms.
    rows: a mapping of variables to terms for each row; an unbound variable is not in it.
    boolean: of an ASK. turtle: the triples as Turtle text. Both are None for the other forms.
    labels: of entities among the rows, by IRI.
    picture: makes the picture of the triples that a notebook shows, as HTML; "" where there is nothing to draw.

    Iteration gives the rows as dictionaries of plain strings, None for what is unbound; `to_pandas` gives a table.
    """

    variables: tuple[str, ...] = ()
    rows: Sequence[Mapping[str, Term]] = ()
    boolean: bool | None = None
    turtle: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)
    picture: Callable[[], str] | None = field(default=None, repr=False, compare=False)

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        from kg.query.rows import Rows

        if isinstance(self.rows, Rows):
            yield from self.rows.plain(self.variables)
            return
        for row in self.rows:
            yield {name: row[name].value if name in row else None for name in self.variables}

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """An ASK's answer; of the other forms, whether there is any."""
        return self.boolean if self.boolean is not None else bool(self.rows or self.turtle)

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a table: numbers, days and truth values with such types, text otherwise, NA for what is unbound.

        KgError if pandas is not installed (`kg[pandas]`), and for an answer that is no table.
        """
        from kg.query.dataframe import dataframe

        return dataframe(self)

    def _repr_html_(self) -> str:
        from kg.query.table import shown

        if self.boolean is not None or self.turtle is not None:
            drawn = self.picture() if self.picture else ""
            return f"{drawn}<pre>{html.escape(str(self.boolean) if self.turtle is None else self.turtle)}</pre>"
        heading, *rows = zip(*shown(self).values(), strict=True) if self.variables else [()]
        lines = [_line("th", heading), *(_line("td", row) for row in rows[:MOST_SHOWN])]
        more = f"<p>and {len(self) - MOST_SHOWN:,} more</p>" if len(self) > MOST_SHOWN else ""
        return f"<table>{''.join(lines)}</table>{more}"


def _line(tag: str, texts: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts) + "</tr>"
