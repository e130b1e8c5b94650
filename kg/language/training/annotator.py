"""The network in PyTorch: one encoder and five heads."""

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

from kg.language.training.base import Shape
from kg.language.training.encoder import HIDDEN_SCORE, PIECE_LAYERS, Encoder
from kg.language.training.labels import Labels

ARC, RELATION = 192, 96  # widths of the two biaffine heads
DROPOUT = 0.2


class Pairs(NamedTuple):
    """How words fit as heads of words."""

    arcs: torch.Tensor  # [B, W, 1 + W], column 0 the root
    dependents: torch.Tensor  # [B, W, RELATION + 1]
    heads: torch.Tensor  # [B, 1 + W, RELATION + 1]


class AnnotatorNetwork(nn.Module):
    """Part of speech, features, lemma rule and entity tag of each word, its head and relation.

    Heads and relations are biaffine: Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing".
    """

    def __init__(self, shape: Shape, labels: Labels, piece_layers: int = PIECE_LAYERS) -> None:
        super().__init__()
        wide = shape.hidden
        self.encoder, self.drop = Encoder(shape, piece_layers), nn.Dropout(DROPOUT)
        self.upos, self.feats, self.lemma = (nn.Linear(wide, len(labels[kind])) for kind in ("upos", "feats", "lemma"))
        self.entity = nn.Sequential(nn.Linear(wide, wide), nn.GELU(), nn.Linear(wide, len(labels["entity"])))
        self.arc_head, self.arc_word = nn.Linear(wide, ARC), nn.Linear(wide, ARC)
        self.relation_head, self.relation_word = nn.Linear(wide, RELATION), nn.Linear(wide, RELATION)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC + 1))
        self.relation = nn.Parameter(torch.zeros(len(labels["relation"]), RELATION + 1, RELATION + 1))
        self.root = nn.Parameter(torch.zeros(wide))

    def words(self, ids: torch.Tensor, word_of: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The state of each word [B, W, wide], and which are there [B, W]."""
        states, present = self.encoder(ids, word_of)
        return self.drop(states[:, 1:]), present[:, 1:]

    def pairs(self, states: torch.Tensor, present: torch.Tensor) -> Pairs:
        """The scores of all possible heads, and the two sides of those of the relations."""
        root = self.root.view(1, 1, -1).expand(states.shape[0], 1, -1)
        heads = torch.cat([root, states], 1)
        word = with_one(self.drop(F.gelu(self.arc_word(states))))
        head = with_one(self.drop(F.gelu(self.arc_head(heads))))
        arcs = torch.matmul(torch.matmul(word, self.arc), head.transpose(1, 2))
        allowed = torch.cat([torch.ones_like(present[:, :1]), present], 1)
        return Pairs(
            arcs + (1 - allowed[:, None, :]) * HIDDEN_SCORE,
            with_one(F.gelu(self.relation_word(states))),
            with_one(F.gelu(self.relation_head(heads))),
        )


def with_one(x: torch.Tensor) -> torch.Tensor:
    """The vectors with a 1 at the end, which gives a product its constant."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
