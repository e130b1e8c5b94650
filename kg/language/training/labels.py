"""The labels that the network tells apart, from the training sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.language.training.names import ENTITY_TYPES
from kg.language.training.treebanks import UNKNOWN, Tree

Labels = dict[str, list[str]]

RARE = "<unk>"  # stands first in each list: the labels that are too rare to learn
LEAST = {"upos": 1, "feats": 3, "lemma": 3, "relation": 6}  # how often a label must occur


def labels(trees: Sequence[Tree]) -> Labels:
    """Label lists, most frequent first."""
    return {
        "upos": _listed("upos", (each for tree in trees for each in tree.upos)),
        "feats": _listed("feats", (each for tree in trees for each in tree.feats)),
        "lemma": _listed("lemma", (each for tree in trees for each in tree.lemma)),
        "relation": _listed("relation", (each for tree in trees for each in tree.relations)),
        "entity": ["O", *(f"{part}-{kind}" for kind in ENTITY_TYPES for part in "BI")],
    }


def _listed(kind: str, found: Iterable[str]) -> list[str]:
    counts = Counter(found)
    counts.pop(UNKNOWN, None)
    frequent = [label for label, count in counts.items() if count >= LEAST[kind]]
    return [RARE, *sorted(frequent, key=lambda label: (-counts[label], label))]
