"""The labels that the network tells apart, from the training sentences."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

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


def save_labels(found: Labels, path: Path) -> None:
    """As labels.json."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", "utf-8")


def load_labels(path: Path) -> Labels:
    """What save_labels wrote."""
    found: Labels = json.loads(path.read_text("utf-8"))
    return found


def _listed(kind: str, found: Iterable[str]) -> list[str]:
    counts = Counter(found)
    counts.pop(UNKNOWN, None)
    frequent = [label for label, count in counts.items() if count >= LEAST[kind]]
    return [RARE, *sorted(frequent, key=lambda label: (-counts[label], label))]
