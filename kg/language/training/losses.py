"""What training makes small."""

import torch
from torch.nn import functional as F

from kg.language.scores import END, UNKNOWN
from kg.language.training.annotator import AnnotatorNetwork
from kg.language.training.batches import IGNORED, Batch

WEIGHTS = {"upos": 1.0, "feats": 0.5, "lemma": 0.7, "entity": 2.0, "arc": 1.0, "relation": 1.0}
HIDDEN_PIECES = 0.04  # share of pieces hidden in training: any text has some that the vocabulary lacks


def loss(network: AnnotatorNetwork, batch: Batch) -> torch.Tensor:
    """The weighted sum of the cross entropies of all kinds of labels that the batch has."""
    states, present = network.words(_hidden(batch.ids), batch.word_of)
    found = {kind: getattr(network, kind)(states) for kind in batch.gold if kind not in ("arc", "relation")}
    if "arc" in batch.gold:
        found |= _tree(network, states, present, batch.gold["arc"])
    return torch.stack([WEIGHTS[kind] * _cross_entropy(found[kind], gold) for kind, gold in batch.gold.items()]).sum()


def _hidden(ids: torch.Tensor) -> torch.Tensor:
    return ids.masked_fill((torch.rand(ids.shape) < HIDDEN_PIECES) & (ids > max(END, UNKNOWN)), UNKNOWN)


def _tree(
    network: AnnotatorNetwork, states: torch.Tensor, present: torch.Tensor, arcs: torch.Tensor
) -> dict[str, torch.Tensor]:
    """The scores of all heads, and of all relations to the annotated head."""
    pairs = network.pairs(states, present)
    at = arcs.clamp(min=0).unsqueeze(-1).expand(-1, -1, pairs.heads.shape[-1])
    chosen = torch.gather(pairs.heads, 1, at)
    relation = torch.einsum("bxi,rij,bxj->bxr", pairs.dependents, network.relation, chosen)
    return {"arc": pairs.arcs, "relation": relation}


def _cross_entropy(scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    """The mean over annotated words; 0 if there is none."""
    total = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / (gold != IGNORED).sum().clamp(min=1)
