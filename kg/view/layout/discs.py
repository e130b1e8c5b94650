"""Discs that must not overlap: nodes within an island, islands in the picture."""

import numpy as np
from numpy.typing import NDArray

from kg.view.layout.forces import differences

Array = NDArray[np.float64]

ROUNDS = 400
ENOUGH = 0.02  # of the room for two: an overlap that nobody sees


def part(places: Array, radii: Array, rounds: int = ROUNDS) -> Array:
    """The discs pushed apart, a little each round, until none overlaps another."""
    room = radii[:, None] + radii
    np.fill_diagonal(room, 0)
    for _ in range(rounds):
        across, down, apart = differences(places)
        np.sqrt(apart, out=apart)
        one, other = np.nonzero(apart < room * (1 - ENOUGH))
        if not len(one):
            break
        excess = room[one, other] - apart[one, other]
        # Two in one place part by their order.
        way = np.where(apart[one, other] > 0, across[one, other], np.sign(one - other)), down[one, other]
        step = 0.3 * excess / np.where(apart[one, other] > 0, apart[one, other], 1)
        places = places + np.stack([np.bincount(one, axis * step, len(places)) for axis in way], axis=1)
    return places
