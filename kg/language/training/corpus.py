"""What the model is trained on and tested with: the files of a folder, and how often each is read."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.language.training.names import Named, named
from kg.language.training.older import harmonised
from kg.language.training.treebanks import LONGEST, Tree, treebank

OLDER = "ud-nl-lassysmall2017-train"
PASSES = {
    "ud-nl-alpino-train": 1.0,
    "ud-nl-lassysmall-dev": 3.0,
    OLDER: 1.0,
    "ud-en-ewt-train": 0.7,
    "ud-de-gsd-dev": 3.0,
    "ud-fr-gsd-dev": 2.0,
}
"""How often an epoch reads each treebank: the small ones of today's style more than once."""
TESTS = {
    "LassySmall": ("nl", "ud-nl-lassysmall-test"),
    "Alpino": ("nl", "ud-nl-alpino-test"),
    "EWT": ("en", "ud-en-ewt-test"),
    "German GSD": ("de", "ud-de-gsd-test"),
    "French GSD": ("fr", "ud-fr-gsd-test"),
}
"""Language and file of each test set."""
DEVELOPMENT = "ud-nl-alpino-dev"
NAMES = ("entities", "entities-written")
UNTAGGED = 0.8  # share of words without a part of speech from which on a sentence is left out: some suites lack them


@dataclass(frozen=True)
class Corpus:
    """A folder with the treebanks (X.conllu.gz) and the sentences with names (X.jsonl.gz)."""

    folder: Path
    passes: dict[str, float] = field(default_factory=lambda: dict(PASSES))

    def treebank(self, name: str) -> list[Tree]:
        return list(treebank(self.folder / f"{name}.conllu.gz"))

    @cached_property
    def tests(self) -> list[tuple[str, str, list[Tree]]]:
        """Name, language and trees of each test set."""
        return [(name, language, self.treebank(file)) for name, (language, file) in TESTS.items()]

    @cached_property
    def development(self) -> list[Tree]:
        return self.treebank(DEVELOPMENT)

    @cached_property
    def training(self) -> dict[str, list[Tree]]:
        """Trees by treebank, none of which stands in a test set."""
        banned = {tree.identity for test in (*(own for *_, own in self.tests), self.development) for tree in test}
        return {name: self._usable(name, banned) for name in self.passes}

    @cached_property
    def names(self) -> list[Named]:
        return [each for file in NAMES for each in named(self.folder / f"{file}.jsonl.gz")]

    def _usable(self, name: str, banned: set[str]) -> list[Tree]:
        found = [
            tree
            for tree in self.treebank(name)
            if len(tree.words) < LONGEST
            and tree.upos.count("X") < UNTAGGED * len(tree.words)
            and tree.identity not in banned
        ]
        return [harmonised(tree) for tree in found] if name == OLDER else found
