"""The graph that the tests of the view share."""

from collections.abc import Callable, Iterable
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from kg.view.network import to_networkx

Rows = Iterable[dict[str, str | None]]


@pytest.fixture(scope="session")
def select() -> Callable[[str], Rows]:
    """Runs a query over the union of all graphs of data/cars.trig."""
    store = Store()
    store.bulk_load(path=Path(__file__).parent / "data" / "cars.trig", format=RdfFormat.TRIG)

    def run(query: str) -> Rows:
        found = store.query(query, use_default_graph_as_union=True)
        names = [variable.value for variable in found.variables]
        return [{name: solution[name].value if solution[name] else None for name in names} for solution in found]

    return run


@pytest.fixture
def cars(select: Callable[[str], Rows]) -> nx.MultiDiGraph:
    """The graph of data/cars.trig, labels in Dutch."""
    return to_networkx(select, "nl")
