"""The pipeline that learned the sample article by heart."""

from pathlib import Path

import pytest
from trained import train

import kg
from kg.documents.collect import collect
from kg.documents.document import Document
from kg.documents.read import read_one
from kg.language.annotate import Annotator

SAMPLE = Path(kg.__file__).parent.parent / "seeds" / "xiaomi-ev.nl.txt"


@pytest.fixture(scope="session")
def article() -> Document:
    return read_one(next(iter(collect([SAMPLE]))))


@pytest.fixture(scope="session")
def trained(article: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pipeline."""
    pytest.importorskip("spacy")
    return train(Annotator().annotate(article, "nl"), tmp_path_factory.mktemp("trained") / "pipeline")
