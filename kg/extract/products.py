"""Whose product a product is: "de iPhone van Apple", "Apple's iPhone", "iCloud, de nieuwe dienst van Apple"."""

from collections.abc import Iterator

from kg.extract.claim import DESCRIPTION, NAME, Claim, Mention
from kg.extract.kinds import named
from kg.extract.mentions import typed
from kg.extract.passage import Passage

MAKERS = ("ORG",)
GOODS = ("PROD", "WORK")


def products(passage: Passage) -> Iterator[Claim]:
    """produces claims between an organisation and a named product that the text calls its own."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree[i].upos not in ("NOUN", "PROPN", "X"):
            continue
        for product in _products(passage, i):
            for maker in _makers(passage, i):
                if maker.start != product.start:
                    yield passage.claim(maker, "produces", product, "products", i)


def _products(passage: Passage, i: int) -> list[Mention]:
    """The named product that a word names, or what a noun for a product is said of."""
    product = passage.mention(i, GOODS)
    own = [product] if product and product.kind == NAME and product.type in GOODS else []
    is_noun = passage.tree[i].upos == "NOUN" and passage.lexicon.type_of(passage.tree.lemma(i)) in GOODS
    return own or ([m for m in named(passage, i) if m.kind == NAME and m.type in GOODS] if is_noun else [])


def _makers(passage: Passage, i: int) -> list[Mention]:
    tree = passage.tree
    of = [c for c in tree.children(i, "nmod") if tree.preposition(c) in passage.lexicon.lists["made_by"]]
    named = [m for m in passage.all([c for h in of for c in tree.conjuncts(h)], MAKERS) if m.kind == NAME]
    owners = [m for p in passage.mentions.possessives(i) if (m := typed(p, MAKERS)) and m.kind != DESCRIPTION]
    return named + owners
