"""Sentences with trees from Universal Dependencies treebanks."""

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.language.training.rules import edit_rule

KEPT_FEATURES = {"Number", "Person", "Tense", "VerbForm", "Mood", "Poss", "PronType", "Degree"}
SAME_RELATION = {"flat:name": "flat", "flat:foreign": "flat", "nsubj:outer": "nsubj", "csubj:outer": "csubj"}
UNKNOWN = "?"  # a label that is not annotated, or not in today's style
NO_HEAD = -1  # a head that is not annotated
LONGEST = 90  # words; longer sentences are lists and tables

Row = list[str]  # the ten columns of a word in CoNLL-U


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of N words; each field has one entry a word."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]  # edit rules
    heads: tuple[int, ...]  # 0 is the root, i the i-th word, NO_HEAD not annotated
    relations: tuple[str, ...]

    @property
    def identity(self) -> str:
        """Letters and digits only: what makes two sentences one, however they are split into words."""
        return re.sub(r"\W", "", "".join(self.words)).lower()


def rows(lines: Iterable[str]) -> Iterator[list[Row]]:
    """The words of each sentence of CoNLL-U lines, less ranges ("1-2") and empty words ("1.1")."""
    found: list[Row] = []
    for line in lines:
        if not line.strip():
            if found:
                yield found
            found = []
        elif line[0] != "#" and (row := line.rstrip("\n").split("\t"))[0].isdigit():
            found.append(row)
    if found:
        yield found


def tree(sentence: list[Row]) -> Tree | None:
    """The tree of a sentence, or None if a form or a head is missing."""
    number = {row[0]: i for i, row in enumerate(sentence, 1)} | {"0": 0}
    if any(not row[1] or row[6] not in number for row in sentence):
        return None
    words = tuple(row[1] for row in sentence)
    return Tree(
        words,
        tuple(row[3] for row in sentence),
        tuple(_features(row[5]) for row in sentence),
        tuple(_rule(row[1], row[2]) for row in sentence),
        tuple(number[row[6]] for row in sentence),
        tuple(UNKNOWN if row[7] == "_" else SAME_RELATION.get(row[7], row[7]) for row in sentence),
    )


def treebank(path: Path) -> Iterator[Tree]:
    """The trees of a CoNLL-U file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (found for sentence in rows(lines) if (found := tree(sentence)))


def _features(text: str) -> str:
    return "|".join(each for each in text.split("|") if each.split("=")[0] in KEPT_FEATURES) or "_"


def _rule(form: str, lemma: str) -> str:
    """The Dutch treebanks put "_" between the parts of a compound's lemma; a running lemma has none."""
    bare = lemma.replace("_", "") if len(form) > 1 else lemma
    return edit_rule(form, bare) if bare else UNKNOWN
