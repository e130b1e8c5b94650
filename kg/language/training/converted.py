"""Trees of the training part of UD_Dutch-Alpino in the style of its development and test parts.

The training part was converted from the Alpino treebank by another version of the converter. In the parts that were
released since, adverbs of nouns are "amod" (96 % of 125), here "advmod" (97 % of 670), and names of several
words that are no proper nouns are "flat" (88 % of 412), here "fixed" (69 % of 459). Quotation marks, colons and dashes
hang on what follows or stands between them, here on the root: those heads are left open.
"""

from dataclasses import replace

from kg.language.training.treebanks import NO_HEAD, UNKNOWN, Tree

OTHERWISE = set("\"'`:;-–«»„“”‘’") | {",,", "''", "``", "--"}
ADVERBS = {"NOUN": "amod", "PROPN": "amod", "SYM": "amod", "X": "amod", "NUM": UNKNOWN}
"""What adverbs are, by the part of speech of their heads, unless these are predicates; else they stay."""


def converted(tree: Tree) -> Tree:
    """The tree in the style of the released parts; what cannot be told is left open (NO_HEAD, UNKNOWN)."""
    predicates = {tree.heads[i] for i, relation in enumerate(tree.relations) if relation == "cop"}
    heads = [NO_HEAD if _hangs_otherwise(tree, i) else head for i, head in enumerate(tree.heads)]
    relations = [UNKNOWN if head == NO_HEAD else _relation(tree, i, predicates) for i, head in enumerate(heads)]
    upos = tuple(UNKNOWN if _in_score(tree, i) else each for i, each in enumerate(tree.upos))
    return replace(tree, upos=upos, heads=tuple(heads), relations=tuple(relations))


def _hangs_otherwise(tree: Tree, at: int) -> bool:
    return tree.words[at] in OTHERWISE and (tree.upos[at] == "PUNCT" or _in_score(tree, at))


def _relation(tree: Tree, at: int, predicates: set[int]) -> str:
    relation, head = tree.relations[at], tree.heads[at]
    if relation == "advmod" and tree.upos[at] == "ADV" and head and head not in predicates:
        return ADVERBS.get(tree.upos[head - 1], relation)
    if relation == "fixed" and _name(tree, at):
        return UNKNOWN if tree.upos[at] == "X" else "flat"
    return relation


def _name(tree: Tree, at: int) -> bool:
    """Whether a word or its head, unless that begins the sentence, has a capital."""
    head = tree.heads[at]
    return tree.words[at][0].isupper() or (head > 1 and tree.words[head - 1][0].isupper())


def _in_score(tree: Tree, at: int) -> bool:
    """Whether a word belongs to the score of a match, "2 - 1": numbers there, symbols here."""
    near = tree.words[max(0, at - 1) : at + 2]
    return any(word == "-" for word in near) and sum(word.isdigit() for word in near) >= 1
