"""Trees of the 2017 release of UD_Dutch-LassySmall, as far as they say the same in today's guidelines.

The 2017 trees attach conjunctions and punctuation otherwise and lack today's finer relations. What can be told by rule
is converted; what cannot is left open (NO_HEAD, UNKNOWN), so that training learns nothing from it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.language.training.treebanks import NO_HEAD, UNKNOWN, Tree

SAME_HEAD = {
    *("acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "compound:prt", "conj", "det"),
    *("flat", "iobj", "mark", "nmod", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "root"),
}
"""Relations whose heads are the same today: of those of determiners, a model of today's style finds 97 %."""
SAME_NAME = SAME_HEAD - {"amod", "iobj", "nummod", "obl", "advcl"}
"""Of these the label too; "obl", say, has been divided since."""

OPEN_TAGS = {"X": UNKNOWN, "DET": UNKNOWN}  # foreign words have real tags today, possessives are pronouns
KINDS = ("upos", "feats", "lemma", "relations")
FREQUENT, RARELY = 10, 0.1  # times that a word must occur, and the share of them from which on a label is usual


class Usage:
    """The labels that frequent words have in trees of today's style."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        self._counts: dict[str, defaultdict[str, Counter[str]]] = {kind: defaultdict(Counter) for kind in KINDS}
        for tree in trees:
            for kind, counts in self._counts.items():
                for word, label in zip(tree.words, getattr(tree, kind), strict=True):
                    counts[word.lower()][label] += 1

    def usual(self, kind: str, word: str, label: str) -> bool:
        """Whether a label is not one that a frequent word hardly ever has."""
        counts = self._counts[kind].get(word.lower())
        return counts is None or counts.total() < FREQUENT or counts[label] >= RARELY * counts.total()

    def checked(self, tree: Tree) -> Tree:
        """The tree with labels that are not usual left open."""
        upos, feats, lemma, relations = (self._labels(tree, kind) for kind in KINDS)
        return replace(tree, upos=upos, feats=feats, lemma=lemma, relations=relations)

    def _labels(self, tree: Tree, kind: str) -> tuple[str, ...]:
        labels = zip(tree.words, getattr(tree, kind), strict=True)
        return tuple(label if self.usual(kind, word, label) else UNKNOWN for word, label in labels)


def harmonised(tree: Tree) -> Tree:
    """The tree in today's style, less what cannot be told."""
    odd = _odd_predicates(tree)
    heads, relations = [], []
    for i, relation in enumerate(tree.relations, 1):
        head = _second_conjunct(tree, i) if relation == "cc" else tree.heads[i - 1]
        known = relation in SAME_HEAD and i not in odd and head not in odd
        heads.append(head if known else NO_HEAD)
        relations.append(_relation(tree, i) if known else UNKNOWN)
    upos = tuple(OPEN_TAGS.get(each, each) for each in tree.upos)
    return replace(tree, upos=upos, heads=tuple(heads), relations=tuple(relations))


def _odd_predicates(tree: Tree) -> set[int]:
    """Predicates of a copula that are phrases or clauses: today the copula heads them."""
    copular = {tree.heads[i] for i, relation in enumerate(tree.relations) if relation == "cop"}
    phrases = {tree.heads[i] for i, relation in enumerate(tree.relations) if relation in ("case", "mark")}
    return copular & phrases


def _second_conjunct(tree: Tree, at: int) -> int:
    """The head of a conjunction: today the conjunct that follows it, in 2017 the first of all."""
    first = tree.heads[at - 1]
    following = (i for i in range(at + 1, len(tree.words) + 1) if tree.relations[i - 1] == "conj")
    return next((i for i in following if tree.heads[i - 1] == first), NO_HEAD)


def _relation(tree: Tree, at: int) -> str:
    relation, feats = tree.relations[at - 1], tree.feats[at - 1]
    if relation == "det" and "Poss=Yes" in feats:
        return "nmod:poss"
    if relation == "obj" and tree.words[at - 1].lower() == "zich":
        return UNKNOWN
    return relation if relation in SAME_NAME else UNKNOWN
