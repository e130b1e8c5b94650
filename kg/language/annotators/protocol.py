"""What every annotator does."""

from collections.abc import Sequence
from typing import Protocol

from kg.documents.document import Document
from kg.language.annotated import Annotated


class Annotator(Protocol):
    """From a document to its analysis. Once loaded, threads may share it."""

    @property
    def languages(self) -> Sequence[str]:
        """The languages that it annotates."""

    @property
    def identity(self) -> str:
        """Its name and version: an analysis that is remembered is good for the same identity only."""

    def load(self) -> None:
        """Load the models now; KgError if one is missing or cannot do what is needed."""

    def annotate(self, document: Document, language: str) -> Annotated:
        """The analysis of a document in one of the languages; of the same document always the same."""
