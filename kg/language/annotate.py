"""From a document to its annotation: sentences, words, tags, lemmas, trees and named entities."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from kg.documents.document import Document
from kg.language.annotated import Annotated, Sentence, Word
from kg.language.batches import batches
from kg.language.bio import BioDecoder
from kg.language.codes import READ
from kg.language.lemmas import TRIED, lemmas
from kg.language.network import Network, shipped
from kg.language.scores import FRAME, MAX_PIECES, Scores, highest, probabilities
from kg.language.sentences import sentences
from kg.language.tree import heads
from kg.language.words import words

Forms = tuple[str, ...]  # the words of a sentence


class Annotator:
    """Runs the annotation model over documents; loads it at the first use. Once loaded, threads may share it."""

    def __init__(self, network: Network | None = None) -> None:
        self.network = network or shipped()

    @property
    def languages(self) -> Sequence[str]:
        return READ

    @property
    def identity(self) -> str:
        """The folder of its model, whose files and library `kg.fingerprint` looks at by itself."""
        return self.network.folder.name

    def annotate(self, document: Document, language: str) -> Annotated:
        """The analysis of a document in a language: nl, en, de or fr.

        A batch never crosses a document, so its annotation depends on its own text only. Equal sentences are annotated
        once: repeated text gets the same annotation everywhere.
        """
        bare = list(self._sentences(document.text, language))
        return Annotated(document, language, self.filled(bare, language))

    def filled(self, bare: Sequence[Sentence], language: str) -> tuple[Sentence, ...]:
        """The sentences of one document, of which only the words' places and texts are known, with their analysis."""
        distinct = list(dict.fromkeys(_forms(sentence) for sentence in bare))
        scores: dict[Forms, Scores] = {}
        for batch in batches([self._length(forms) for forms in distinct]):
            together = [distinct[i] for i in batch]
            scores |= zip(together, self.network.run(together), strict=True)
        return tuple(self._fill(sentence, scores[_forms(sentence)], language) for sentence in bare)

    @cached_property
    def _names(self) -> BioDecoder:
        return BioDecoder(self.network.labels["entity"])

    def load(self) -> None:
        """Load the network now: its first use must not be from several threads at once."""
        self.network.load()
        assert self._names

    def _sentences(self, text: str, language: str) -> Iterator[Sentence]:
        """Sentences with bare words; one that is too long for the network is cut into several."""
        for span in sentences(text, language):
            rest = words(text, span.start, span.end, language)
            start = span.start
            while rest:
                count = self._fitting(text, rest)
                bare = tuple(Word(s, e, text[s:e], text[s:e], "X", "_", -1, "dep") for s, e in rest[:count])
                rest = rest[count:]
                yield Sentence(start, bare[-1].end if rest else span.end, span.paragraph, bare, ())
                start = rest[0][0] if rest else span.end

    def _length(self, forms: Forms) -> int:
        """Positions of the network that a sentence takes."""
        return FRAME + sum(len(self.network.pieces(form)) for form in forms)

    def _fitting(self, text: str, spans: list[tuple[int, int]]) -> int:
        """How many words from the first on fit into the network."""
        total = FRAME
        for i, (start, end) in enumerate(spans):
            total += len(self.network.pieces(text[start:end]))
            if total > MAX_PIECES:
                return i
        return len(spans)

    def _fill(self, sentence: Sentence, scores: Scores, language: str) -> Sentence:
        labels, known = self.network.labels, lemmas(language)
        upos, feats = scores.upos.argmax(1), scores.feats.argmax(1)
        rules = highest(scores.lemma, TRIED)
        tree = heads(scores.arc)
        sure = probabilities(scores.arc)
        filled = tuple(
            replace(
                word,
                lemma=known.of(word.text, labels["upos"][upos[i]], [labels["lemma"][rule] for rule in rules[i]]),
                upos=labels["upos"][upos[i]],
                feats=labels["feats"][feats[i]],
                head=head,
                deprel=labels["relation"][scores.relation[i, head + 1]],
                confidence=round(float(sure[i, head + 1]), 2),
            )
            for i, (word, head) in enumerate(zip(sentence.words, tree, strict=True))
        )
        return replace(sentence, words=filled, entities=self._names(scores.entity))


def _forms(sentence: Sentence) -> Forms:
    return tuple(word.text for word in sentence.words)
