"""What the model is trained on and tested with, and how often each part is read."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.errors import UsageError
from kg.language.training.converted import converted
from kg.language.training.names import Named, named
from kg.language.training.older import Usage, harmonised
from kg.language.training.treebanks import LONGEST, Tree, treebank

ANNOTATION = Path(__file__).parent / "annotation"
NAMES = ("entities", "entities-written")
UNTAGGED = 0.8  # share of words without a part of speech from which on a sentence is left out: some suites lack them


@dataclass(frozen=True)
class Treebank:
    """A file of a release of Universal Dependencies."""

    language: str
    name: str
    part: str

    def read(self, folder: Path) -> list[Tree] | None:
        """Its trees, None if the folder does not have it."""
        names = (f"{self.language}_{self.name}-ud-{self.part}", f"ud-{self.language}-{self.name}-{self.part}")
        paths = (folder / f"{name}.conllu{end}" for name in names for end in ("", ".gz"))
        return next((list(treebank(path)) for path in paths if path.exists()), None)

    def __str__(self) -> str:
        return f"{self.language}_{self.name}-ud-{self.part}.conllu"


ALPINO = Treebank("nl", "alpino", "train")
OLDER = Treebank("nl", "lassysmall2017", "train")
PASSES = {
    ALPINO: 1.0,
    Treebank("nl", "lassysmall", "train"): 1.0,
    Treebank("nl", "lassysmall", "dev"): 4.0,
    OLDER: 1.0,
    Treebank("en", "ewt", "train"): 0.7,
    Treebank("de", "gsd", "train"): 0.5,
    Treebank("de", "gsd", "dev"): 3.0,
    Treebank("fr", "gsd", "train"): 0.5,
    Treebank("fr", "gsd", "dev"): 2.0,
}
"""How often an epoch reads each treebank that the folder has: the small ones of today's style more than once."""
TESTS = {
    "LassySmall": Treebank("nl", "lassysmall", "test"),
    "Alpino": Treebank("nl", "alpino", "test"),
    "EWT": Treebank("en", "ewt", "test"),
    "German GSD": Treebank("de", "gsd", "test"),
    "French GSD": Treebank("fr", "gsd", "test"),
}
DEVELOPMENT = Treebank("nl", "alpino", "dev")


@dataclass(frozen=True)
class Corpus:
    """A folder with treebanks, and the sentences with names of a folder, those of the project if none is given."""

    folder: Path
    annotation: Path = ANNOTATION
    passes: dict[Treebank, float] = field(default_factory=lambda: dict(PASSES))

    @cached_property
    def tests(self) -> list[tuple[str, str, list[Tree]]]:
        """Name, language and trees of each test set. Raises UsageError if one is missing."""
        return [(name, each.language, self._read(each)) for name, each in TESTS.items()]

    @cached_property
    def development(self) -> list[Tree]:
        return self._read(DEVELOPMENT)

    @cached_property
    def training(self) -> dict[Treebank, list[Tree]]:
        """The trees of the treebanks that are there; none of them stands in a test set."""
        banned = {tree.identity for test in (*(own for *_, own in self.tests), self.development) for tree in test}
        read = {each: each.read(self.folder) for each in self.passes}
        return _in_one_style({each: _usable(trees, banned) for each, trees in read.items() if trees})

    @cached_property
    def names(self) -> list[Named]:
        return [each for file in NAMES for each in named(self.annotation / f"{file}.jsonl.gz")]

    def _read(self, wanted: Treebank) -> list[Tree]:
        if (found := wanted.read(self.folder)) is None:
            raise UsageError(f"{self.folder} has no {wanted}; MODEL.md says where it is from")
        return found


def _usable(trees: list[Tree], banned: set[str]) -> list[Tree]:
    return [
        tree
        for tree in trees
        if len(tree.words) < LONGEST
        and tree.upos.count("X") < UNTAGGED * len(tree.words)
        and tree.identity not in banned
    ]


def _in_one_style(found: dict[Treebank, list[Tree]]) -> dict[Treebank, list[Tree]]:
    """All trees in the style of the tests."""
    if ALPINO in found:
        found[ALPINO] = [converted(tree) for tree in found[ALPINO]]
    if OLDER in found:
        usage = Usage(
            tree for bank, trees in found.items() if bank.language == "nl" and bank != OLDER for tree in trees
        )
        found[OLDER] = [usage.checked(harmonised(tree)) for tree in found[OLDER]]
    return found
