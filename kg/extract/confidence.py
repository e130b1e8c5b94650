"""How sure a claim is that the text states what was read in it."""

from math import prod

from kg.extract.claim import Claim, Mention
from kg.extract.passage import Passage


def confidence(passage: Passage, claim: Claim) -> float:
    """The probability that the parts of a claim were read right, from 0 to 1, two decimals.

    The product of the annotation model's own probabilities: of the names among subject and object, and of each step in
    the tree between them and the word that carries the relation. That a pronoun or a description was resolved right is
    not in it.
    """
    ends = [m for m in (claim.subject, claim.object) if isinstance(m, Mention) and m.sentence == passage.index]
    names = {e for m in ends if (e := passage.tree.entity(m.head))}
    steps = {i for m in ends for i in _path(passage, m.head, claim.trigger)}
    return round(prod(e.confidence for e in names) * prod(passage.tree[i].confidence for i in steps), 2)


def _path(passage: Passage, one: int, other: int) -> list[int]:
    """The words whose heads are the steps from one word of the tree to another."""
    up, down = ([word, *passage.tree.ancestors(word)] for word in (one, other))
    shared = set(up) & set(down)
    return [word for word in (*up, *down) if word not in shared]
