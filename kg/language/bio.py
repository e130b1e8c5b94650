"""Named entities from scores of BIO labels."""

import numpy as np
import numpy.typing as npt

from kg.language.annotated import EntitySpan
from kg.language.scores import probabilities

FORBIDDEN = -1e9


class BioDecoder:
    """Finds the best sequence of labels in which an I- follows only a B- or I- of its own type (Viterbi)."""

    def __init__(self, labels: list[str]) -> None:
        self.labels = labels
        self.start = np.array([FORBIDDEN if b.startswith("I") else 0.0 for b in labels])
        self.step = np.array([[0.0 if _may_follow(a, b) else FORBIDDEN for b in labels] for a in labels])

    def __call__(self, scores: npt.NDArray[np.floating]) -> tuple[EntitySpan, ...]:
        """scores: [words, labels] of one sentence -> its entities, in order, none overlapping."""
        if not len(scores):
            return ()
        path = self._path(scores)
        sure = probabilities(scores)[np.arange(len(path)), path]
        return tuple(_spans([self.labels[i] for i in path], sure))

    def _path(self, scores: npt.NDArray[np.floating]) -> list[int]:
        best = scores[0] + self.start
        back = []
        for row in scores[1:]:
            moves = best[:, None] + self.step
            back.append(moves.argmax(0))
            best = moves.max(0) + row
        path = [int(best.argmax())]
        for origin in reversed(back):
            path.append(int(origin[path[-1]]))
        return path[::-1]


def _may_follow(a: str, b: str) -> bool:
    return not b.startswith("I") or (a != "O" and a[2:] == b[2:])


def _spans(tags: list[str], sure: npt.NDArray[np.floating]) -> list[EntitySpan]:
    starts = [i for i, tag in enumerate(tags) if tag.startswith("B")]
    spans = []
    for first in starts:
        last = first + 1
        while last < len(tags) and tags[last].startswith("I"):
            last += 1
        spans.append(EntitySpan(tags[first][2:], first, last, round(float(sure[first:last].mean()), 2)))
    return spans
