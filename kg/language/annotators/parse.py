"""A sentence as a pipeline analyses it, its tree on the way to Universal Dependencies."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.language.annotated import EntitySpan

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "SYM", "X")
PREDICATES = (*VERBAL, "ADJ", "ADV")

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a sentence; blanks: whether there is white space behind each."""

    forms: Forms
    blanks: tuple[bool, ...]


@dataclass(slots=True)
class Parse:
    """What is known of each word, named by its index. heads: -1 for a root. An empty lemma is not known.

    A converter to Universal Dependencies changes upos, heads and labels in place.
    """

    forms: Forms
    lemmas: list[str]
    upos: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]
    entities: tuple[EntitySpan, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.forms)

    def children(self, i: int, *labels: str) -> list[int]:
        """The words that hang on i, all or those with one of the labels, in text order."""
        return [c for c, head in enumerate(self.heads) if head == i and (not labels or self.labels[c] in labels)]

    def is_verbal(self, i: int) -> bool:
        return self.upos[i] in VERBAL

    def is_predicate(self, i: int) -> bool:
        """A verb, adjective or adverb, or a noun with a copula: its phrases are obl, those of other nouns nmod."""
        return self.upos[i] in PREDICATES or bool(self.children(i, "cop"))

    def depth(self, i: int) -> int:
        """The steps from the root to i."""
        steps = 0
        while (i := self.heads[i]) >= 0:
            steps += 1
        return steps

    def deepest_first(self) -> list[int]:
        """All words, each before those that it hangs on."""
        return sorted(range(len(self)), key=self.depth, reverse=True)

    def attach(self, i: int, head: int, label: str) -> None:
        """Hang a word on another."""
        self.heads[i], self.labels[i] = head, label

    def promote(self, i: int, label: str) -> None:
        """Let a word take the place of its head, which then hangs on it by the label; what hung there moves along."""
        head = self.heads[i]
        for sibling in self.children(head):
            self.heads[sibling] = i
        self.attach(i, self.heads[head], self.labels[head])
        self.attach(head, i, label)

    def flatten(self, conjunct: str) -> None:
        """Hang every conjunct on the first of its coordination, the last before it being its head as it was."""
        for i in range(len(self)):
            while self.labels[i] == conjunct and self.heads[i] >= 0 and self.labels[self.heads[i]] == conjunct:
                self.heads[i] = self.heads[self.heads[i]]

    def relabel(self, label: Callable[[int], str]) -> None:
        """Give every word its label of Universal Dependencies; labels and tags that are asked for are the old ones."""
        self.labels = [label(i) for i in range(len(self))]
        for i, (upos, now) in enumerate(zip(self.upos, self.labels, strict=True)):
            if upos == "AUX" and now.split(":")[0] not in ("aux", "cop"):  # an auxiliary of nothing is a verb
                self.upos[i] = "VERB"

    def unite(self) -> None:
        """Leave one root, the first: a parser may see two sentences in one."""
        first, *others = [i for i, head in enumerate(self.heads) if head < 0]
        for i in others:
            self.attach(i, first, "parataxis")
        self.labels[first] = "root"
