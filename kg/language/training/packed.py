"""The network as it is shipped: rows of all sentences under each other, padded only where words look at each other.

Training pads each sentence to the longest of its batch; here the linear layers, nearly all of the work, see no padding.
"""

import torch
from torch import nn
from torch.nn import functional as F

from kg.language.training.annotator import AnnotatorNetwork, with_one
from kg.language.training.encoder import HIDDEN_SCORE, Layer

NOWHERE = -1  # in a table of places: padding


class PackedLayer(nn.Module):
    """A layer with the weights of Layer; query, key and value as one product."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.qkv = _together(layer.q, layer.k, layer.v)
        self.heads, self.out, self.up, self.down = layer.heads, layer.out, layer.up, layer.down
        self.norm1, self.norm2 = layer.norm1, layer.norm2

    def forward(self, x: torch.Tensor, at: torch.Tensor, place: torch.Tensor) -> torch.Tensor:
        """x: [rows, wide]; at: [B, T] the row of each place or NOWHERE; place: [rows] of each row among the B * T."""
        wide = x.shape[1]
        size = wide // self.heads
        padded = self.qkv(x)[at]  # a place that is nowhere gets the last row, which the bias hides
        q, k, v = (part.unflatten(-1, (self.heads, size)).transpose(1, 2) for part in padded.split(wide, -1))
        bias = (at < 0).to(x.dtype)[:, None, None, :] * HIDDEN_SCORE
        mixed = torch.matmul(torch.softmax(torch.matmul(q, k.transpose(-1, -2)) / size**0.5 + bias, -1), v)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(-1, wide)[place]))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class PackedNetwork(nn.Module):
    """Gives what AnnotatorNetwork gives, for B sentences of at most T pieces and W words, P pieces and N rows in all.

    A sentence has a row for its begin and one for each word.
    """

    def __init__(self, network: AnnotatorNetwork) -> None:
        super().__init__()
        encoder = network.encoder
        self.network = network
        layers = [PackedLayer(layer) for layer in encoder.layers]
        self.piece_layers = nn.ModuleList(layers[: encoder.piece_layers])
        self.word_layers = nn.ModuleList(layers[encoder.piece_layers :])

    def forward(
        self,
        input_ids: torch.Tensor,  # [P]
        piece_at: torch.Tensor,  # [B, T], the row among the P of each place, or NOWHERE
        piece_place: torch.Tensor,  # [P], where each piece stands among the B * T places
        word_pieces: torch.Tensor,  # [N, 2], the first piece of each row's word and the one after its last
        word_at: torch.Tensor,  # [B, 1 + W]
        word_place: torch.Tensor,  # [N]
    ) -> tuple[torch.Tensor, ...]:
        """The scores upos, feats, lemma, entity [N, labels]; arc and relation [B, W, 1 + W]."""
        encoder = self.network.encoder
        positions = encoder.positions(piece_place % piece_at.shape[1])
        x = encoder.norm(encoder.pieces(input_ids) + positions)
        for layer in self.piece_layers:
            x = layer(x, piece_at, piece_place)
        x = _pooled(x, word_pieces)
        for layer in self.word_layers:
            x = layer(x, word_at, word_place)
        tags = (self.network.upos(x), self.network.feats(x), self.network.lemma(x), self.network.entity(x))
        return *tags, *self._pairs(x, word_at, word_place)

    def _pairs(
        self, x: torch.Tensor, word_at: torch.Tensor, word_place: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The scores of all heads, and the best relation to each."""
        network, columns = self.network, word_at.shape[1]
        heads = torch.where((word_place % columns == 0)[:, None], network.root, x)
        arc_head = with_one(F.gelu(network.arc_head(heads)))[word_at]
        arc_word = torch.matmul(with_one(F.gelu(network.arc_word(x))), network.arc)[word_at]
        arcs = torch.matmul(arc_word[:, 1:], arc_head.transpose(1, 2))
        arcs = arcs + (word_at < 0).to(x.dtype)[:, None, :] * HIDDEN_SCORE
        right = with_one(F.gelu(network.relation_head(heads)))[word_at]
        left = torch.matmul(with_one(F.gelu(network.relation_word(x))).unsqueeze(0), network.relation)  # [R, N, D]
        scores = torch.matmul(left[:, word_at[:, 1:]], right.transpose(1, 2))  # [R, B, W, 1 + W]
        return arcs, scores.argmax(0).to(torch.int32)


def _together(*parts: nn.Linear) -> nn.Linear:
    made = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    with torch.no_grad():
        made.weight.copy_(torch.cat([part.weight for part in parts]))
        made.bias.copy_(torch.cat([part.bias for part in parts]))
    return made


def _pooled(x: torch.Tensor, word_pieces: torch.Tensor) -> torch.Tensor:
    """The mean of each word's pieces, from running sums."""
    sums = F.pad(x.cumsum(0), (0, 0, 1, 0))
    first, last = word_pieces[:, 0], word_pieces[:, 1]
    return (sums[last] - sums[first]) / (last - first)[:, None].to(x.dtype)
