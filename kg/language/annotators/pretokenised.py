"""An annotator made of a pipeline that is given kg's own sentences and words, so that places in the text are exact."""

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import Protocol

from kg.documents.document import Document
from kg.errors import KgError
from kg.language.annotated import Annotated, Sentence, Word
from kg.language.annotators.names import CONFIDENCE, head_first
from kg.language.annotators.parse import Parse, Tokens
from kg.language.annotators.universal import features, tag
from kg.language.lemmas import Lemmas, lemmas
from kg.language.sentences import sentences
from kg.language.words import words

AS_IT_IS, LOWER = "0|0||0|", "1|0||0|"  # rules of lemmas


class Pipeline(Protocol):
    """A pipeline of another library."""

    @property
    def languages(self) -> Sequence[str]: ...

    @property
    def identity(self) -> str: ...

    def load(self) -> None: ...

    def run(self, sentences: Sequence[Tokens]) -> list[Parse]:
        """Each sentence's analysis, its tree in Universal Dependencies."""


class PretokenisedAnnotator:
    """Gives a pipeline the sentences of one document at a time, equal ones once; threads wait for each other."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self._lock = Lock()

    @property
    def languages(self) -> Sequence[str]:
        return self.pipeline.languages

    @property
    def identity(self) -> str:
        return self.pipeline.identity

    def load(self) -> None:
        self.pipeline.load()

    def annotate(self, document: Document, language: str) -> Annotated:
        """The analysis of a document; KgError if the pipeline changes its words."""
        bare = _bare(document.text, language)
        tokens = [_tokens(document.text, sentence) for sentence in bare]
        distinct = list(dict.fromkeys(tokens))
        with self._lock:
            parses = dict(zip(distinct, self.pipeline.run(distinct), strict=True))
        known = lemmas(language)
        return Annotated(
            document, language, tuple(_filled(s, parses[t], known) for s, t in zip(bare, tokens, strict=True))
        )


def _bare(text: str, language: str) -> list[Sentence]:
    """The sentences, of their words only places and texts."""
    found = []
    for span in sentences(text, language):
        places = words(text, span.start, span.end, language)
        bare = tuple(Word(s, e, text[s:e], text[s:e], "X", "_", -1, "dep") for s, e in places)
        if bare:
            found.append(Sentence(span.start, span.end, span.paragraph, bare, ()))
    return found


def _tokens(text: str, sentence: Sentence) -> Tokens:
    blanks = tuple(text[word.end : word.end + 1].isspace() for word in sentence.words)
    return Tokens(tuple(word.text for word in sentence.words), (*blanks[:-1], False))


def _filled(sentence: Sentence, parse: Parse, known: Lemmas) -> Sentence:
    if len(parse) != len(sentence.words):
        raise KgError("the annotator's pipeline joins or splits words; take the component that does so out of it")
    parse.unite()
    head_first(parse)
    filled = tuple(_word(word, parse, i, known) for i, word in enumerate(sentence.words))
    return replace(sentence, words=filled, entities=parse.entities)


def _word(word: Word, parse: Parse, i: int, known: Lemmas) -> Word:
    upos = tag(parse.upos[i])
    rule = AS_IT_IS if upos == "PROPN" else LOWER
    return replace(
        word,
        lemma=parse.lemmas[i] or known.of(word.text, upos, [rule]),
        upos=upos,
        feats=features(parse.feats[i]),
        head=parse.heads[i],
        deprel=parse.labels[i],
        confidence=CONFIDENCE,
    )
