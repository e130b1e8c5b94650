"""Networks that take each sentence padded to the longest of its batch: the form of the files that kg ships."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.language.scores import BEGIN, END, FRAME, PADDING, Scores


def inputs(sentences: Sequence[Sequence[Sequence[int]]]) -> dict[str, npt.NDArray[np.generic]]:
    """What the network takes for sentences given as the pieces of their words: pieces, and where each word begins."""
    longest = FRAME + max(sum(map(len, words)) for words in sentences)
    widest = max(map(len, sentences))
    ids = np.full((len(sentences), longest), PADDING, np.int64)
    mask = np.zeros((len(sentences), longest), np.float32)
    starts = np.zeros((len(sentences), widest), np.int64)
    present = np.zeros((len(sentences), widest), np.float32)
    for i, words in enumerate(sentences):
        flat = [BEGIN, *(piece for pieces in words for piece in pieces), END]
        ids[i, : len(flat)] = flat
        mask[i, : len(flat)] = 1
        starts[i, : len(words)] = 1 + np.cumsum([0, *map(len, words[:-1])])
        present[i, : len(words)] = 1
    return {"input_ids": ids, "attention_mask": mask, "word_starts": starts, "word_mask": present}


def scores(outputs: Sequence[npt.NDArray[Any]], lengths: Sequence[int]) -> list[Scores]:
    """What comes out, by sentence. lengths: words of each."""
    return [
        Scores(*(out[i, :length] for out in outputs[:4]), *(out[i, :length, : length + 1] for out in outputs[4:]))
        for i, length in enumerate(lengths)
    ]
