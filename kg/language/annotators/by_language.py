"""An annotator for each language."""

from collections.abc import Iterable, Mapping, Sequence

from kg.documents.document import Document
from kg.language.annotated import Annotated
from kg.language.annotators.protocol import Annotator


class ByLanguage:
    """Several annotators as one."""

    def __init__(self, annotators: Mapping[str, Annotator]) -> None:
        """annotators: by language."""
        self.annotators = annotators

    @property
    def languages(self) -> Sequence[str]:
        return tuple(self.annotators)

    @property
    def identity(self) -> str:
        return "; ".join(f"{language}: {one.identity}" for language, one in sorted(self.annotators.items()))

    def load(self) -> None:
        for annotator in _distinct(self.annotators.values()):
            annotator.load()

    def annotate(self, document: Document, language: str) -> Annotated:
        return self.annotators[language].annotate(document, language)


def _distinct(annotators: Iterable[Annotator]) -> Iterable[Annotator]:
    return {id(annotator): annotator for annotator in annotators}.values()
