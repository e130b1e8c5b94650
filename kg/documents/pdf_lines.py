"""The lines of a PDF page, and which of them are only its header and footer."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

EDGE = 3  # lines of a header or a footer
SHARE = 1 / 3  # of the pages have it: left and right ones may differ
NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
PAGE_NUMBER = re.compile(r"[\W_]*\d{1,3}[\W_]*")

Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class Line:
    """x and y: where it begins, in points from the lower left corner. size: that of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class LineBuilder:
    """Makes lines of the pieces that a page draws, in the order in which it draws them."""

    lines: list[Line] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _placed: list[Line] = field(default_factory=list)

    def add(self, text: str, page: Matrix, letters: Matrix, size: float) -> None:
        """A piece of text with its transformation matrices and size; a line feed in it ends a line."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end()
            self._pieces.append(piece)
            if piece.strip():
                self._placed.append(_placed(piece, page, letters, size))

    def end(self) -> None:
        """End the line. It begins where its first piece does; its size is that of the longest, not of an initial."""
        if self._placed:
            first, longest = self._placed[0], max(self._placed, key=lambda piece: len(piece.text))
            self.lines.append(Line(" ".join("".join(self._pieces).split()), first.x, first.y, longest.size))
        self._pieces, self._placed = [], []


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without what stands, numbers aside, at the same edge of several pages."""
    kept, repeated = [list(page) for page in pages], max(2, SHARE * len(pages))
    for outermost in (_highest, _lowest):
        for _ in range(EDGE):
            edge = [outermost(page) for page in kept]
            count = Counter(_likeness(line) for line in edge if line)
            for page, line in zip(kept, edge, strict=True):
                if line and (count[_likeness(line)] >= repeated or PAGE_NUMBER.fullmatch(line.text)):
                    page.remove(line)
    return kept


def _highest(page: Sequence[Line]) -> Line | None:
    return max(page, key=lambda line: line.y, default=None)


def _lowest(page: Sequence[Line]) -> Line | None:
    return min(page, key=lambda line: line.y, default=None)


def _likeness(line: Line) -> tuple[str, int]:
    """Equal for the headers of two pages. The title of the article, which may say the same, has larger letters."""
    return NUMBER.sub("#", line.text), round(line.size)


def _placed(text: str, page: Matrix, letters: Matrix, size: float) -> Line:
    a, b, c, d, e, f = page
    x, y = letters[4], letters[5]
    height = abs(size) * (letters[2] ** 2 + letters[3] ** 2) ** 0.5 * (c**2 + d**2) ** 0.5
    return Line(text, a * x + c * y + e, b * x + d * y + f, height)
