"""Places for the nodes of a graph by forces: neighbours attract, everything repels.

Fruchterman and Reingold 1991, "Graph drawing by force-directed placement". Only operations that every machine rounds
alike are used (no products of matrices, no trigonometry but for the start), so the places are the same everywhere.
"""

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Pairs = NDArray[np.int64]

ROUNDS = 60
GRAVITY = 2.0  # draws everything to the middle, so that no arm reaches far out
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle


def forces(order: list[int], edges: Pairs, weights: Array, apart: float) -> Array:
    """The places around the origin.

    order: all nodes, from the middle outwards at the start. edges: pairs of nodes; weights: how strongly each attracts.
    apart: about how far neighbours are from each other.
    """
    places = sunflower(len(order))[np.argsort(order)] * apart
    between, heat = Between(len(order)), apart * math.sqrt(len(order)) / 4
    for round_ in range(ROUNDS):
        push = _repulsion(places, between) * apart**2 + _attraction(places, edges, weights) / apart - places * GRAVITY
        length = np.sqrt((push**2).sum(axis=1))[:, None]
        places = places + push / np.maximum(length, 1e-9) * np.minimum(length, heat * (1 - round_ / ROUNDS))
    return np.asarray(places - places.mean(axis=0))


def sunflower(count: int) -> Array:
    """So many places, one beside the other, as the seeds of a sunflower stand."""
    turns = [(math.sqrt(k) * math.cos(k * TURN), math.sqrt(k) * math.sin(k * TURN)) for k in range(count)]
    return np.round(np.array(turns).reshape(-1, 2), 9)  # the last digits of a cosine differ between machines


class Between:
    """From each place to each other: across, down, and the square of the distance; memory that all rounds share."""

    def __init__(self, count: int) -> None:
        self.across, self.down, self.square, self._spare = np.empty((4, count, count))

    def measure(self, places: Array) -> None:
        x, y = places.T.copy()
        np.subtract.outer(x, x, out=self.across)
        np.subtract.outer(y, y, out=self.down)
        np.multiply(self.across, self.across, out=self.square)
        np.multiply(self.down, self.down, out=self._spare)
        self.square += self._spare


def _repulsion(places: Array, between: Between) -> Array:
    """Of all others on each."""
    between.measure(places)
    inverse = between.square
    inverse += 1e-6
    np.divide(1, inverse, out=inverse)
    between.across *= inverse
    between.down *= inverse
    return np.stack([between.across.sum(axis=1), between.down.sum(axis=1)], axis=1)


def _attraction(places: Array, edges: Pairs, weights: Array) -> Array:
    one, other = edges.T
    way = places[other] - places[one]
    pull = way * (np.sqrt((way**2).sum(axis=1)) * weights)[:, None]
    both = np.concatenate([one, other])
    return np.stack(
        [np.bincount(both, np.concatenate([pull[:, axis], -pull[:, axis]]), len(places)) for axis in (0, 1)], axis=1
    )
