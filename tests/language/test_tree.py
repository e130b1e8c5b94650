"""The best tree: checked against trying every tree there is."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.tree import heads


def is_tree(found):
    """One root, and every word reaches it."""
    if list(found).count(-1) != 1:
        return False
    for i in range(len(found)):
        seen = set()
        while i != -1:
            if i in seen:
                return False
            seen.add(i)
            i = found[i]
    return True


def worth(scores, found):
    return sum(scores[i, h + 1] for i, h in enumerate(found))


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=st.floats(-10, 10, width=16))))
def test_the_best_of_all_trees_is_found(scores):
    n = len(scores)
    every = [
        t for t in itertools.product(range(-1, n), repeat=n) if is_tree(t) and all(h != i for i, h in enumerate(t))
    ]
    found = heads(scores)
    assert is_tree(found)
    assert worth(scores, found) == pytest.approx(max(worth(scores, t) for t in every), abs=1e-6)


@pytest.mark.parametrize("n", [0, 1, 2, 300])
def test_sizes(n):
    scores = np.random.default_rng(n).normal(size=(n, n + 1))
    found = heads(scores)
    assert len(found) == n
    assert n == 0 or is_tree(found)


def test_two_attractive_roots_leave_one():
    scores = np.array([[9.0, 0, 1], [8.0, 2, 0]])
    assert heads(scores) == [-1, 0]
