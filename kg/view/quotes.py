"""The sentences that state the claims, as quotations."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.view.describe import Description, Term


class Quote(NamedTuple):
    """A sentence of an article that states a claim, and the file that it stands in."""

    sentence: str
    file: str
    language: str = ""
    published: str = ""
    marks: tuple[tuple[int, int], ...] = ()  # where subject and object stand in the sentence


def quote(evidence: Description, documents: Mapping[str, Description]) -> Quote:
    """The quotation that a piece of evidence stands for."""
    exact = next(iter(evidence.terms("exact")), Term(""))
    document = documents.get(evidence.value("wasDerivedFrom"), Description())
    marks = _marks(evidence, len(exact.value))
    return Quote(exact.value, document.value("file"), exact.language, document.value("datePublished"), marks)


def _marks(evidence: Description, length: int) -> tuple[tuple[int, int], ...]:
    """The spans of subject and object within the sentence; "512-518" in the graph counts from the document's start."""
    begin = int(evidence.value("start") or 0)
    spans = [value.split("-") for name in ("subjectSpan", "objectSpan") for value in evidence.values(name)]
    places = sorted((int(start) - begin, int(end) - begin) for start, end in spans)
    return tuple((start, end) for start, end in places if 0 <= start < end <= length)


def pieces(sentence: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is marked; of overlapping marks the first counts."""
    done = 0
    for start, end in marks:
        if start >= done:
            yield sentence[done:start], False
            yield sentence[start:end], True
            done = end
    yield sentence[done:], False
