"""What all tests share: the graph of the sample article."""

from pathlib import Path

import pytest

import kg
from kg.graph import Graph

SAMPLE = Path(kg.__file__).parent.parent / "seeds" / "xiaomi-ev.nl.txt"


@pytest.fixture(scope="session")
def sample() -> Graph:
    """The graph of the sample article, for reading only."""
    return kg.build(SAMPLE)
