"""Networks that take rows of all sentences under each other, as kg/language/training/packed.py writes them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.language.scores import BEGIN, Scores


def inputs(sentences: Sequence[Sequence[Sequence[int]]]) -> dict[str, npt.NDArray[np.int64]]:
    """What the network takes for sentences given as the pieces of their words; see kg/language/training/packed.py."""
    counts = [[1, *map(len, words)] for words in sentences]  # pieces of the begin and of each word
    piece_at, piece_place = _places([sum(own) for own in counts])
    word_at, word_place = _places([len(own) for own in counts])
    ends = np.cumsum([count for own in counts for count in own])
    return {
        "input_ids": np.array([piece for words in sentences for piece in (BEGIN, *(p for w in words for p in w))]),
        "piece_at": piece_at,
        "piece_place": piece_place,
        "word_pieces": np.stack([[0, *ends[:-1]], ends], 1),
        "word_at": word_at,
        "word_place": word_place,
    }


def scores(outputs: Sequence[npt.NDArray[Any]], lengths: Sequence[int]) -> list[Scores]:
    """What comes out, by sentence. lengths: words of each."""
    *tags, arc, relation = outputs
    ends = np.cumsum([1 + length for length in lengths])
    return [
        Scores(*(out[end - length : end] for out in tags), *(out[i, :length, : length + 1] for out in (arc, relation)))
        for i, (length, end) in enumerate(zip(lengths, ends, strict=True))
    ]


def _places(lengths: Sequence[int]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Rows of these lengths under each other: the row at each place of a table, -1 where none is, and its reverse."""
    there = np.arange(max(lengths)) < np.array(lengths)[:, None]
    at = np.full(there.shape, -1)
    at[there] = np.arange(there.sum())
    return at, np.flatnonzero(there)
