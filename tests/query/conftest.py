"""What the tests of queries share: the sample's graph, a store of hostile text, a server that counts its visitors."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hostile import HOSTILE, Server

from kg.graph import Graph
from kg.query.engine import QueryEngine


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(scope="session")
def engine(sample: Graph) -> QueryEngine:
    """The queries of the sample article's graph."""
    return QueryEngine(sample.folder / "store")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> QueryEngine:
    """<urn:s> <urn:p> each text of HOSTILE."""
    folder: Path = tmp_path_factory.mktemp("hostile") / "store"
    store = ox.Store(str(folder))
    subject, predicate = ox.NamedNode("urn:s"), ox.NamedNode("urn:p")
    store.extend(ox.Quad(subject, predicate, ox.Literal(text)) for text in HOSTILE)
    store.flush()
    del store  # lets it go
    return QueryEngine(folder)
