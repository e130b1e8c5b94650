"""Packs rectangles, as close as they go, into one whole of the shape of a screen."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ASPECT = 1.3  # width to height of the whole


def pack(extents: Sequence[tuple[float, float]]) -> list[Array]:
    """The corner of each rectangle, given as width and height; best with the largest first.

    Each takes the free place, beside those already there, that keeps the whole smallest.
    """
    corners, sizes = np.zeros((0, 2)), np.zeros((0, 2))
    for extent in extents:
        size = np.array(extent)
        corners, sizes = np.vstack([corners, _best(corners, sizes, size)]), np.vstack([sizes, size])
    return list(corners)


def _best(corners: Array, sizes: Array, size: Array) -> Array:
    """The corner where a rectangle of that size does best."""
    right, below = corners + sizes * (1, 0), corners + sizes * (0, 1)
    places = np.vstack([np.zeros((1, 2)), right, below, right * (1, 0), below * (0, 1)])
    start, end = places[:, None], places[:, None] + size
    taken = ((start < corners + sizes - 0.01) & (end > corners + 0.01)).all(axis=2)
    free = places[~np.any(taken, axis=1)]
    reach = free + size
    cost = np.maximum(reach[:, 0], reach[:, 1] * ASPECT)
    return np.asarray(free[np.lexsort((free[:, 0], free[:, 1], cost))[0]])
