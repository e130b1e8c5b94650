"""The graph that the tests of the view share."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

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


@pytest.fixture
def explored(opened: Callable[..., Any]) -> Callable[..., Any]:
    """Opens an explorer page, without a network, and waits until all of it is there."""

    def run(text: str, **settings: object) -> Any:
        found = opened(text, **{"offline": True, "locale": "en-GB", **settings})
        found.page.set_default_timeout(60_000)
        found.page.wait_for_selector("body.ready")
        return found

    return run


@pytest.fixture
def shot(tmp_path: Path) -> Callable[..., None]:
    """Keeps a picture of a page in the folder that KG_SCREENSHOTS names, for a person to look at."""
    folder = Path(os.environ.get("KG_SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"{name}.png")
