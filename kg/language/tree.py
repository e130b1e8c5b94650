"""The best dependency tree for the scores of all possible heads (Chu-Liu/Edmonds)."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]

IMPOSSIBLE = -1e9


def heads(scores: npt.NDArray[np.floating]) -> list[int]:
    """The head of each word in the highest-scoring tree that has exactly one root.

    scores: [n, 1 + n], dependent by head; column 0 is the root, column i the i-th word.
    Returns for each word the index of its head (from 0), -1 for the root.
    The root's scores are lowered by more than any tree can gain with a second root, which makes
    the best arborescence have one (Stanojević and Cohen 2021, "A root of a problem").
    """
    n = len(scores)
    full = np.full((n + 1, n + 1), IMPOSSIBLE)
    full[:, 1:] = scores.T
    np.fill_diagonal(full, IMPOSSIBLE)
    greedy: Heads = full.argmax(0)
    if np.count_nonzero(greedy[1:] == 0) == 1 and not _cycle(greedy):
        return [int(h) - 1 for h in greedy[1:]]  # the best head of each word makes a tree: none can be better
    spread = float(np.ptp(scores)) if n else 0.0
    full[0, 1:] -= (spread + 1) * n
    return [int(h) - 1 for h in _arborescence(full)[1:]]


def _arborescence(score: Scores) -> Heads:
    """score[head, dependent], node 0 the root -> the head of each node (0 for the root itself)."""
    best: Heads = score.argmax(0)
    best[0] = 0
    cycle = _cycle(best)
    if not cycle:
        return best
    return _expand(score, best, cycle)


def _cycle(best: Heads) -> list[int]:
    """The nodes of a cycle in a map of heads, empty if there is none."""
    state = [0] * len(best)  # the walk that first reached a node
    for start in range(1, len(best)):
        node = start
        while node and not state[node]:
            state[node] = start
            node = int(best[node])
        if node and state[node] == start:
            cycle = [node]
            while (node := int(best[node])) != cycle[0]:
                cycle.append(node)
            return cycle
    return []


def _expand(score: Scores, best: Heads, cycle: list[int]) -> Heads:
    """Contract the cycle into one node, solve the smaller problem, and open the cycle where it is entered."""
    rest = [v for v in range(len(score)) if v not in set(cycle)]
    gain = score[best[cycle], cycle]  # what each node's head in the cycle is worth
    entering = score[np.ix_(rest, cycle)] - gain  # cost of breaking the cycle at each node
    leaving = score[np.ix_(cycle, rest)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), IMPOSSIBLE)
    smaller[:-1, :-1] = score[np.ix_(rest, rest)]
    smaller[:-1, -1] = entering.max(1)
    smaller[-1, :-1] = leaving.max(0)
    solved = _arborescence(smaller)
    heads = best.copy()
    for i, v in enumerate(rest[1:], 1):
        heads[v] = cycle[int(leaving[:, i].argmax())] if solved[i] == len(rest) else rest[solved[i]]
    outside = int(solved[-1])
    heads[cycle[int(entering[outside].argmax())]] = rest[outside]
    return heads
