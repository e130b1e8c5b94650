"""Asks a saved query, with values for its parameters."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from kg.query.result import Result
from kg.query.saved import SavedQuery

ENTITY = "NAME"  # the kind of a parameter that is the name of an entity


class Engine(Protocol):
    """What answers queries: a `kg.query.engine.QueryEngine`, or another with the same `query`."""

    def query(
        self, sparql: str, timeout: float | None = None, values: Mapping[str, str] | None = None, labels: bool = True
    ) -> Result:
        """The answer to a query."""


def ask(
    engine: Engine,
    saved: SavedQuery,
    given: Mapping[str, str | None],
    timeout: float | None = None,
    labels: bool = True,
) -> Result:
    """The answer to a saved query. given: by the names of its parameters, None for what is not given.

    UsageError for a value that is missing or wrong, and for a name that no entity has, with the names that are near.
    """
    values = saved.values(given)
    answer = engine.query(saved.sparql, timeout, values, labels)
    wanted = [values[each.name] for each in saved.asks if each.kind == ENTITY and values[each.name]]
    if wanted and not answer:
        from kg.query.entities import called, entity_names  # takes long to import, and is seldom needed

        names = entity_names(lambda sparql: _rows(engine, sparql))
        for name in wanted:
            called(names, name)
    return answer


def _rows(engine: Engine, sparql: str) -> Iterator[dict[str, str | None]]:
    return iter(engine.query(sparql, labels=False))
