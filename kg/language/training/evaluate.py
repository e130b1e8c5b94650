"""Scores of the files that kg ships, on treebanks and annotated names that they were not trained on."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.language.annotate import Annotator
from kg.language.annotated import Sentence, Word
from kg.language.lemma import lemma
from kg.language.training.corpus import Corpus
from kg.language.training.names import Named, spans
from kg.language.training.treebanks import UNKNOWN, Tree

TOGETHER = 20  # sentences that are annotated as one article: kg never batches across articles

Span = tuple[int, int, str]


@dataclass
class TreeScore:
    """Of all words, punctuation too, those with the right part of speech, lemma, head, and head with relation."""

    words: int = 0
    right: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0  # of the processor

    def add(self, gold: Tree, found: Sentence) -> None:
        self.words += len(gold.words)
        for i, word in enumerate(found.words):
            head = word.head + 1 == gold.heads[i]
            self.right["UPOS"] += word.upos == gold.upos[i]
            self.right["lemma"] += gold.lemma[i] != UNKNOWN and word.lemma == lemma(word.text, gold.lemma[i])
            self.right["UAS"] += head
            self.right["LAS"] += head and word.deprel == gold.relations[i]

    def __str__(self) -> str:
        parts = [f"{kind} {100 * self.right[kind] / self.words:.1f}" for kind in ("UPOS", "lemma", "UAS", "LAS")]
        return "  ".join([*parts, f"{self.words} words", f"{self.words / self.seconds:.0f} words a second"])


@dataclass
class NameScore:
    """Names found with their exact words and type."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Span], found: Sequence[Span]) -> None:
        for counter, those in ((self.gold, gold), (self.found, found), (self.right, set(gold) & set(found))):
            counter.update(kind for *_place, kind in those)

    def f1(self, kind: str) -> float:
        return 2 * self.right[kind] / max(1, self.gold[kind] + self.found[kind])

    def __str__(self) -> str:
        total = 2 * self.right.total() / max(1, self.gold.total() + self.found.total())
        by_type = [f"{kind} {100 * self.f1(kind):.1f}" for kind in sorted(self.gold)]
        return "  ".join([*by_type, f"all {100 * total:.1f}"])


def trees(annotator: Annotator, gold: Sequence[Tree], language: str) -> TreeScore:
    """How well the trees of gold words are found."""
    score, began = TreeScore(), time.process_time()
    found = list(_annotated(annotator, [tree.words for tree in gold], language))
    score.seconds = time.process_time() - began
    for tree, sentence in zip(gold, found, strict=True):
        score.add(tree, sentence)
    return score


def names(annotator: Annotator, gold: Sequence[Named], type_of: Callable[[str], str] = str) -> NameScore:
    """How well names are found. type_of: maps kg's types to those of the gold labels."""
    score = NameScore()
    found = _annotated(annotator, [each.words for each in gold], "nl")
    for each, sentence in zip(gold, found, strict=True):
        own = [(entity.first, entity.last, type_of(entity.type)) for entity in sentence.entities]
        score.add([(first, last, type_of(kind)) for first, last, kind in spans(each.tags)], own)
    return score


def _annotated(annotator: Annotator, sentences: Sequence[tuple[str, ...]], language: str) -> Iterator[Sentence]:
    for start in range(0, len(sentences), TOGETHER):
        bare = [_bare(words) for words in sentences[start : start + TOGETHER]]
        yield from annotator.filled(bare, language)


def _bare(words: tuple[str, ...]) -> Sentence:
    """A sentence of these words; where they would stand in a text does not matter here."""
    return Sentence(0, 0, 0, tuple(Word(0, 0, word, word, "X", "_", -1, "dep") for word in words), ())


def report(annotator: Annotator, corpus: Corpus) -> Iterator[str]:
    """A line for each test set."""
    for name, language, gold in (("Alpino dev", "nl", corpus.development), *corpus.tests):
        yield f"{name:16} {trees(annotator, gold, language)}"
    yield f"{'names held out':16} {names(annotator, [each for each in corpus.names if each.held_out])}"
