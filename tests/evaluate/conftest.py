"""What the tests of the evaluation share: a small graph, and gold for it."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

import kg
from kg.evaluate import read_gold, score
from kg.evaluate.evaluation import Evaluation
from kg.graph import Graph

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def cars(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of data/cars.trig."""
    folder = tmp_path_factory.mktemp("cars")
    store = Store(str(folder / "store"))
    store.bulk_load(path=DATA / "cars.trig", format=RdfFormat.TRIG)
    store.flush()
    del store
    return kg.open(folder)


@pytest.fixture(scope="session")
def evaluation(cars: Graph) -> Evaluation:
    """Its scores by data/cars.gold.jsonl."""
    return score(cars, read_gold(DATA))
