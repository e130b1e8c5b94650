"""What the network says of a sentence, and the numbers that it is fed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
FRAME = 2  # pieces that a sentence takes beside its words: its begin and its end
MAX_PIECES = 480  # positions that the network was trained on
PIECES_A_WORD = 10  # longer words are cut: their head is enough to tag them

Array = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one sentence of W words; each row is a word."""

    upos: Array  # [W, labels]
    feats: Array
    lemma: Array
    entity: Array
    arc: Array  # [W, 1 + W], column 0 the root
    relation: npt.NDArray[np.int32]  # [W, 1 + W], the best label for each possible head


def probabilities(scores: Array) -> Array:
    """The softmax of each row."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True))


def highest(scores: Array, count: int) -> npt.NDArray[np.intp]:
    """The columns of the highest scores of each row, highest first."""
    found = np.sort(np.argpartition(-scores, count - 1)[:, :count])
    order = (-np.take_along_axis(scores, found, 1)).argsort(1, kind="stable")
    return np.take_along_axis(found, order, 1)
