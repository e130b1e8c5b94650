"""How sure a claim is that the text states what was read in it."""

from math import prod

from kg.extract.claim import Claim, Mention
from kg.extract.passage import Passage

MOST = 0.99  # no reading is certain


def confidence(passage: Passage, claim: Claim) -> float:
    """How sure the reading of a claim's parts is, from 0 to 0.99, two decimals.

    The geometric mean of the annotation model's own probabilities: of the names among subject and object, and of each
    step in the tree between them and the word that carries the relation. Their product is too low, since they are right
    or wrong together: on some 580 claims of real articles its Brier score is .161, the mean's .145. That a pronoun or a
    description was resolved right is not in it.
    """
    ends = [m for m in (claim.subject, claim.object) if isinstance(m, Mention) and m.sentence == passage.index]
    names = {e for m in ends if (e := passage.tree.entity(m.head))}
    steps = {i for m in ends for i in _path(passage, m.head, claim.trigger)}
    sure = [*(e.confidence for e in names), *(passage.tree[i].confidence for i in steps)]
    return min(MOST, round(prod(sure) ** (1 / max(1, len(sure))), 2))


def _path(passage: Passage, one: int, other: int) -> list[int]:
    """The words whose heads are the steps from one word of the tree to another."""
    up, down = ([word, *passage.tree.ancestors(word)] for word in (one, other))
    shared = set(up) & set(down)
    return [word for word in (*up, *down) if word not in shared]
