"""Discs that must not overlap: nodes within an island, islands in the picture."""

import numpy as np
from numpy.typing import NDArray

from kg.view.layout.forces import Between

Array = NDArray[np.float64]

ROUNDS = 400
ENOUGH = 0.02  # of the room for two: an overlap that nobody sees


def part(places: Array, radii: Array, rounds: int = ROUNDS) -> Array:
    """The discs pushed apart, a little each round, until none overlaps another."""
    room, between = radii[:, None] + radii, Between(len(places))
    np.fill_diagonal(room, 0)
    touching = (room * (1 - ENOUGH)) ** 2
    for _ in range(rounds):
        between.measure(places)
        close = np.flatnonzero(between.square < touching)
        if not len(close):
            break
        one, other = np.divmod(close, len(places))
        apart = np.sqrt(between.square.ravel()[close])
        # Two in one place part by their order.
        ways = np.where(apart > 0, between.across.ravel()[close], np.sign(one - other)), between.down.ravel()[close]
        step = 0.3 * (room.ravel()[close] - apart) / np.where(apart > 0, apart, 1)
        places = places + np.stack([np.bincount(one, way * step, len(places)) for way in ways], axis=1)
    return places
