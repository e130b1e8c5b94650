"""Sentences as tensors, those of like length together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import torch
from tokenizers import Tokenizer

from kg.language.scores import BEGIN, MAX_PIECES, PADDING, PIECES_A_WORD, UNKNOWN
from kg.language.training.labels import Labels
from kg.language.training.names import Named
from kg.language.training.treebanks import Tree

PIECES = 1500  # of a batch, padding included
IGNORED = -100  # a label that no loss is taken of
JITTER = 3.0  # pieces by which the order of lengths is shaken, so that batches differ from epoch to epoch


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of T pieces and W words, with the numbers of its labels; a kind that is not annotated is empty."""

    ids: list[int]  # [T]
    word_of: list[int]  # [T], as Encoder takes it
    gold: dict[str, list[int]]  # each [W]


@dataclass(frozen=True)
class Batch:
    """B examples as tensors."""

    ids: torch.Tensor  # [B, T]
    word_of: torch.Tensor  # [B, T]
    gold: dict[str, torch.Tensor]  # each [B, W], IGNORED where there is no label


class Examples:
    """Makes examples with the pieces of a vocabulary and the numbers of labels."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels) -> None:
        self._tokenizer = tokenizer
        self._numbers = {kind: {name: i for i, name in enumerate(names)} for kind, names in labels.items()}
        self._pieces: dict[str, list[int]] = {}

    def tree(self, tree: Tree) -> Example:
        gold = {
            "upos": self._numbered("upos", tree.upos),
            "feats": self._numbered("feats", tree.feats),
            "lemma": self._numbered("lemma", tree.lemma),
            "arc": [head if head >= 0 else IGNORED for head in tree.heads],
            "relation": self._numbered("relation", tree.relations),
        }
        return self.bare(tree.words, gold)

    def named(self, sentence: Named) -> Example:
        return self.bare(sentence.words, {"entity": self._numbered("entity", sentence.tags)})

    def _numbered(self, kind: str, names: Iterable[str]) -> list[int]:
        return [self._numbers[kind].get(name, IGNORED) for name in names]

    def bare(self, words: Sequence[str], gold: dict[str, list[int]] | None = None) -> Example:
        """An example of these W words, with W numbers of each kind of labels.

        Words beyond the network's positions are left out, and heads that are among them.
        """
        ids, word_of = [BEGIN], [0]
        for i, word in enumerate(words, 1):
            pieces = self.pieces(word)
            if len(ids) + len(pieces) > MAX_PIECES:
                break
            ids += pieces
            word_of += [i] * len(pieces)
        count = word_of[-1]
        fitting = {kind: numbers[:count] for kind, numbers in (gold or {}).items()}
        if "arc" in fitting:
            fitting["arc"] = [head if head <= count else IGNORED for head in fitting["arc"]]
        return Example(ids, word_of, fitting)

    def pieces(self, word: str) -> list[int]:
        """At least one, as kg/language/network.py has them."""
        if word not in self._pieces:
            self._pieces[word] = self._tokenizer.encode(word).ids[:PIECES_A_WORD] or [UNKNOWN]
        return self._pieces[word]


def grouped(examples: Sequence[Example], chance: Random, pieces: int = PIECES) -> list[list[Example]]:
    """The examples in batches of like length."""
    lengths = [len(each.ids) + JITTER * chance.random() for each in examples]
    groups: list[list[Example]] = [[]]
    for i in sorted(range(len(examples)), key=lengths.__getitem__):
        if len(examples[i].ids) * (len(groups[-1]) + 1) > pieces and groups[-1]:
            groups.append([])
        groups[-1].append(examples[i])
    return [group for group in groups if group]


def batch(examples: Sequence[Example]) -> Batch:
    """Examples with the same kinds of labels as one batch."""
    return Batch(
        _padded([each.ids for each in examples], PADDING),
        _padded([each.word_of for each in examples], -1),
        {kind: _padded([each.gold[kind] for each in examples], IGNORED) for kind in examples[0].gold},
    )


def _padded(rows: Sequence[list[int]], filler: int) -> torch.Tensor:
    widest = max(map(len, rows))
    return torch.tensor([row + [filler] * (widest - len(row)) for row in rows])
