"""Trees of the 2017 release of UD_Dutch-LassySmall, as far as they say the same in today's guidelines.

The 2017 trees attach conjunctions and punctuation otherwise and lack today's finer relations. What can be told by rule is
converted; what cannot is left open (NO_HEAD, UNKNOWN), so that training learns nothing from it.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.language.training.treebanks import NO_HEAD, UNKNOWN, Tree

SAME_HEAD = {
    *("acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "compound:prt", "conj", "det"),
    *("flat", "iobj", "mark", "nmod", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "root"),
}
"""Relations whose heads are the same today: of those of determiners, say, 97 % are what a model of today's style finds."""
SAME_NAME = SAME_HEAD - {"amod", "iobj", "nummod", "obl", "advcl"}
"""Of these the label too; "obl", say, has been divided since."""


def harmonised(tree: Tree) -> Tree:
    """The tree in today's style, less what cannot be told."""
    odd = _odd_predicates(tree)
    heads, relations = [], []
    for i, relation in enumerate(tree.relations, 1):
        head = _second_conjunct(tree, i) if relation == "cc" else tree.heads[i - 1]
        known = relation in SAME_HEAD and i not in odd and head not in odd
        heads.append(head if known else NO_HEAD)
        relations.append(_relation(tree, i) if known else UNKNOWN)
    upos = tuple(UNKNOWN if each == "X" else each for each in tree.upos)  # foreign words have real tags today
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


