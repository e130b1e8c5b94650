"""The servers that the tests of the endpoint ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import TOKEN, Client, serving

from kg.graph import Graph

DATA = """
@prefix ex: <http://ex.example/> .
ex:a ex:p 1 , "één"@nl .
ex:g1 { ex:b ex:p 2 . }
ex:g2 { ex:c ex:p 3 . ex:c ex:q _:x . }
"""


@pytest.fixture(scope="session")
def built(sample: Graph) -> Iterator[Client]:
    """The sample article's graph."""
    with serving(sample.folder) as client:
        yield client


@pytest.fixture(scope="session")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A default graph and two named ones."""
    file: Path = tmp_path_factory.mktemp("strict") / "data.trig"
    file.write_text(DATA, encoding="utf-8")
    with serving(file, "--default-graph", "strict") as client:
        yield client


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """An empty graph that can be written."""
    with serving("--writable", tmp_path_factory.mktemp("written") / "store", KG_TOKEN=TOKEN) as client:
        yield client
