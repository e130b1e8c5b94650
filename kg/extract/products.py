"""Whose product a product is: "de iPhone van Apple", "Windows Mobile van Microsoft", "Apple's iPhone"."""

from collections.abc import Iterator

from kg.extract.claim import DESCRIPTION, NAME, Claim, Mention
from kg.extract.mentions import typed
from kg.extract.passage import Passage

MAKERS = ("ORG",)


def products(passage: Passage) -> Iterator[Claim]:
    """produces claims between an organisation and a named product that the text calls its own."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree[i].upos not in ("NOUN", "PROPN", "X"):
            continue
        product = passage.mention(i, ("PROD", "WORK"))
        if product is None or product.kind != NAME or product.type not in ("PROD", "WORK"):
            continue
        for maker in _makers(passage, i):
            yield passage.claim(maker, "produces", product, "products", i)


def _makers(passage: Passage, i: int) -> list[Mention]:
    tree = passage.tree
    of = [c for c in tree.children(i, "nmod") if tree.preposition(c) in passage.lexicon.lists["made_by"]]
    named = [m for m in passage.all([c for h in of for c in tree.conjuncts(h)], MAKERS) if m.kind == NAME]
    owners = [m for p in passage.mentions.possessives(i) if (m := typed(p, MAKERS)) and m.kind != DESCRIPTION]
    return named + owners
