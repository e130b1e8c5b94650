"""Which words of a phrase describe a thing: "elektrische auto divisie" of "een nieuwe elektrische auto divisie"."""

from dataclasses import dataclass

from kg.extract.tree import Tree

LINKS = ("amod", "compound", "nummod", "flat", "nmod", "advmod")
INNER = ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "X")


@dataclass(frozen=True, slots=True)
class Described:
    """Word indices: the first and the last word of the description, and the noun that says what the thing is."""

    first: int
    last: int
    noun: int


def described(tree: Tree, head: int) -> Described:
    """The description in the phrase with this head, without article, possessive and light words ("nieuw")."""
    noun, first = _last_noun(tree, head), head
    while first > 0 and _belongs(tree, first - 1, noun):
        first -= 1
    while first < head and _is_light(tree, first):
        first += 1
    return Described(first, _last_adjective(tree, complement(tree, noun)), noun)


def _is_light(tree: Tree, i: int) -> bool:
    light = tree.lexicon.lists["light"]
    return tree.lemma(i) in light or tree.lower(i) in light or tree[i].upos == "NUM"


def _last_adjective(tree: Tree, noun: int) -> int:
    """The last of the adjectives right behind a noun: "voitures électriques"; the noun itself without one."""
    last = noun
    while last + 1 < len(tree) and tree[last + 1].upos == "ADJ" and tree.entity(last + 1) is None:
        if tree[last + 1].head != noun or tree[last + 1].deprel != "amod":
            break
        last += 1
    return last


def complement(tree: Tree, noun: int) -> int:
    """The bare noun with a preposition behind a noun that completes its kind: "presse" of "agence de presse".

    The noun itself without one.
    """
    last = _last_adjective(tree, noun)
    if last + 2 >= len(tree) or tree[last + 2].upos != "NOUN" or tree[last + 2].head != noun:
        return noun
    is_linked = tree.children(last + 2, "case") == [last + 1] and not tree.children(last + 2, "det")
    return last + 2 if is_linked and tree.preposition(last + 2) in tree.lexicon.lists["kind_links"] else noun


def _last_noun(tree: Tree, head: int) -> int:
    """The last of nouns that stand together without a word between: "elektrische auto divisie".

    The head itself in a language that puts the general noun first: "département marketing".
    """
    last = head
    if tree.lexicon.lists["kind_links"]:
        return head
    while last + 1 < len(tree) and tree[last + 1].upos == "NOUN" and tree.entity(last + 1) is None:
        is_joined = tree[last + 1].head in (tree[head].head, head, last)
        if not is_joined or tree.children(last + 1, "case", "det", "nsubj"):
            break
        last += 1
    return last


def _belongs(tree: Tree, i: int, noun: int) -> bool:
    if tree[i].upos not in INNER or tree.children(i, "case", "det"):
        return False
    return tree[i].head in range(i, noun + 1) and tree.is_a(i, *LINKS)
