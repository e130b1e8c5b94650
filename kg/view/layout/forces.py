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
GRAVITY = 0.5  # draws everything to the middle, so that no arm reaches far out
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle


def forces(order: list[int], edges: Pairs, weights: Array, apart: float) -> Array:
    """The places around the origin.

    order: all nodes, from the middle outwards at the start. edges: pairs of nodes; weights: how strongly each attracts.
    apart: about how far neighbours are from each other.
    """
    places = sunflower(len(order))[np.argsort(order)] * apart
    heat = apart * math.sqrt(len(order)) / 4
    for round_ in range(ROUNDS):
        push = _repulsion(places) * apart**2 + _attraction(places, edges, weights) / apart - places * GRAVITY
        length = np.sqrt((push**2).sum(axis=1))[:, None]
        places = places + push / np.maximum(length, 1e-9) * np.minimum(length, heat * (1 - round_ / ROUNDS))
    return np.asarray(places - places.mean(axis=0))


def sunflower(count: int) -> Array:
    """So many places, one beside the other, as the seeds of a sunflower stand."""
    turns = [(math.sqrt(k) * math.cos(k * TURN), math.sqrt(k) * math.sin(k * TURN)) for k in range(count)]
    return np.round(np.array(turns).reshape(-1, 2), 9)  # the last digits of a cosine differ between machines


def _repulsion(places: Array) -> Array:
    """Of all others on each."""
    across, down, inverse = differences(places)
    inverse += 1e-6
    np.divide(1, inverse, out=inverse)
    across *= inverse
    down *= inverse
    return np.stack([across.sum(axis=1), down.sum(axis=1)], axis=1)


def differences(places: Array) -> tuple[Array, Array, Array]:
    """From each place to each other: across, down, and the square of the distance."""
    x, y = places.T.copy()
    across, down = x[:, None] - x, y[:, None] - y
    square = across * across
    square += down * down
    return across, down, square


def _attraction(places: Array, edges: Pairs, weights: Array) -> Array:
    one, other = edges.T
    way = places[other] - places[one]
    pull = way * (np.sqrt((way**2).sum(axis=1)) * weights)[:, None]
    both = np.concatenate([one, other])
    return np.stack(
        [np.bincount(both, np.concatenate([pull[:, axis], -pull[:, axis]]), len(places)) for axis in (0, 1)], axis=1
    )
