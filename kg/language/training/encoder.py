"""The encoder in PyTorch: the lower layers read pieces of words, the upper ones whole words."""

import torch
from torch import nn
from torch.nn import functional as F

from kg.language.training.base import Base, Shape

PIECE_LAYERS = 3
"""After these a word is the mean of its pieces: the rest of the work falls by a third, since a word has 1.6 pieces."""
DROPOUT = 0.1
HIDDEN_SCORE = -1e4  # of positions that are not there


class Layer(nn.Module):
    """A transformer layer that normalises after each part, as in Vaswani et al. 2017."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        wide, self.heads = shape.hidden, shape.heads
        self.q, self.k, self.v, self.out = (nn.Linear(wide, wide) for _ in range(4))
        self.up, self.down = nn.Linear(wide, shape.inner), nn.Linear(shape.inner, wide)
        self.norm1, self.norm2 = nn.LayerNorm(wide, shape.epsilon), nn.LayerNorm(wide, shape.epsilon)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """x: [B, T, wide], bias: [B, 1, 1, T] -> [B, T, wide]"""
        rows, length, wide = x.shape
        size = wide // self.heads
        q, k, v = (part(x).view(rows, length, self.heads, size).transpose(1, 2) for part in (self.q, self.k, self.v))
        mixed = torch.matmul(torch.softmax(torch.matmul(q, k.transpose(-1, -2)) / size**0.5 + bias, -1), v)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(rows, length, wide)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Pieces in, a state for each word out."""

    def __init__(self, shape: Shape, piece_layers: int = PIECE_LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.vocabulary, shape.hidden)
        self.pieces.weight.requires_grad = False  # words that training does not see must keep theirs
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.piece_layers = piece_layers

    def forward(self, ids: torch.Tensor, word_of: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """ids: the pieces [B, T]; word_of [B, T]: 0 for the begin, i for pieces of the i-th word, -1 for padding.

        Gives the states [B, 1 + W, wide], the begin's first, and which of them are there [B, 1 + W], 0 or 1.
        """
        x = self.norm(self.pieces(ids) + self.positions.weight[: ids.shape[1]].unsqueeze(0))
        x = F.dropout(x, DROPOUT, self.training)
        bias = _bias((word_of >= 0).to(x.dtype))
        for layer in self.layers[: self.piece_layers]:
            x = layer(x, bias)
        x, present = _pooled(x, word_of)
        bias = _bias(present)
        for layer in self.layers[self.piece_layers :]:
            x = layer(x, bias)
        return x, present


def _bias(present: torch.Tensor) -> torch.Tensor:
    return ((1 - present) * HIDDEN_SCORE)[:, None, None, :]


def _pooled(x: torch.Tensor, word_of: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The mean of each word's pieces, and which words are there."""
    words = torch.arange(int(word_of.max()) + 1)
    belongs = (word_of[:, None, :] == words[None, :, None]).to(x.dtype)
    counts = belongs.sum(-1, keepdim=True)
    return torch.matmul(belongs, x) / counts.clamp(min=1), (counts[..., 0] > 0).to(x.dtype)


def load_base(encoder: Encoder, base: Base, pieces: list[int]) -> None:
    """The weights of the base model, of its first layers if the encoder has fewer, and of these pieces.

    The type of segment, of which there is but one, is added to the positions.
    """
    with torch.no_grad():
        words = _tensor(base, "emb.word", base.shape.vocabulary, base.shape.hidden)
        encoder.pieces.weight.copy_(words[pieces])
        kind = _tensor(base, "emb.type")[: base.shape.hidden]
        encoder.positions.weight.copy_(_tensor(base, "emb.pos", *encoder.positions.weight.shape) + kind)
        encoder.norm.weight.copy_(_tensor(base, "emb.ln.w"))
        encoder.norm.bias.copy_(_tensor(base, "emb.ln.b"))
        for at, layer in enumerate(encoder.layers):
            parts = {"q": layer.q, "k": layer.k, "v": layer.v, "ao": layer.out, "fi": layer.up, "fo": layer.down}
            for name, part in {**parts, "aln": layer.norm1, "oln": layer.norm2}.items():
                part.weight.copy_(_tensor(base, f"l{at}.{name}.w", *part.weight.shape))
                part.bias.copy_(_tensor(base, f"l{at}.{name}.b"))


def _tensor(base: Base, name: str, *shape: int) -> torch.Tensor:
    return torch.from_numpy(base.tensor(name, *shape))
