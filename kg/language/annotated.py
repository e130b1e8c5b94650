"""Annotated text: sentences, words, their tree and the named entities in them."""

from dataclasses import dataclass

from kg.documents.document import Document


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of Universal Dependencies; document.text[start:end] == text."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str  # "Number=Sing|Tense=Past", "_" for none
    head: int  # index of the head in the sentence, -1 for the root
    deprel: str
    confidence: float = 1.0  # probability of the head, two decimals


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A named entity: words[first:last] of its sentence."""

    type: str  # PER ORG LOC PROD EVENT WORK NORP
    first: int
    last: int
    confidence: float  # mean probability of its labels, two decimals


@dataclass(frozen=True, slots=True)
class Sentence:
    """document.text[start:end] is the sentence as it stands in the article."""

    start: int
    end: int
    paragraph: int  # from 0
    words: tuple[Word, ...]
    entities: tuple[EntitySpan, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its analysis."""

    document: Document
    language: str  # nl en de fr
    sentences: tuple[Sentence, ...]
