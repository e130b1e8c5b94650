"""The fixtures of the tests of extraction."""

import pytest
from reading import Reader, Stated


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Reads Dutch texts with the annotation model."""
    return Reader()


@pytest.fixture(scope="session")
def stated(reader: Reader) -> Stated:
    """The claims of a relation in a text, as "subject > object (Modality)"."""
    return reader.stated
