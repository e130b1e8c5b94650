"""What the network reads in an epoch: batches in an order that depends on the seed and the epoch only."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from kg.language.training.augment import Names, as_written_elsewhere, with_other_names
from kg.language.training.batches import Example, Examples, grouped
from kg.language.training.corpus import Corpus

NAME_PASSES = 1.5  # how often an epoch reads the sentences with names

Item = TypeVar("Item")


class Epochs:
    """The training part of a corpus as batches."""

    def __init__(self, corpus: Corpus, examples: Examples) -> None:
        self._examples = examples
        self._trees = {name: [examples.tree(tree) for tree in found] for name, found in corpus.training.items()}
        self._passes = corpus.passes
        self._named = [each for each in corpus.names if not each.held_out]
        self._names = Names(self._named)

    def epoch(self, seed: int, number: int) -> list[list[Example]]:
        """The batches of an epoch, shuffled; those with trees and those with names mixed."""
        chance = Random(f"{seed} {number}")
        trees = [each for name, found in self._trees.items() for each in _read(found, self._passes[name], chance)]
        names = [
            self._examples.named(as_written_elsewhere(with_other_names(each, self._names, chance), chance))
            for each in _read(self._named, NAME_PASSES, chance)
        ]
        batches = grouped(trees, chance) + grouped(names, chance)
        chance.shuffle(batches)
        return batches


def _read(items: Sequence[Item], passes: float, chance: Random) -> list[Item]:
    """The items, each as often as the whole part of passes says, and a random share of them once more."""
    whole = int(passes)
    return [*items] * whole + chance.sample(items, round((passes - whole) * len(items)))
