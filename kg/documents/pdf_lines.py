"""The lines of a PDF page, and which of them stand on every page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

EDGE = 3  # lines at the top and the bottom of a page that may be its header and footer
SHARE = 1 / 3  # of the pages, so that left and right ones may differ
NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """x and y: where it begins, in points from the lower left corner. size: of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class LineBuilder:
    """Makes lines of the pieces that pypdf tells of, in the order of the page's instructions."""

    lines: list[Line] = field(default_factory=list)
    _text: str = ""
    _place: tuple[float, float, float] | None = None

    def add(self, text: str, matrix: Sequence[float], text_matrix: Sequence[float], size: float) -> None:
        """A piece of text; a line feed in it ends a line. Only pieces with letters have a place."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end()
            self._text += piece
            if piece.strip() and self._place is None:
                self._place = _place(matrix, text_matrix, size)

    def end(self) -> None:
        """End the line."""
        if self._place and (text := " ".join(self._text.split())):
            self.lines.append(Line(text, *self._place))
        self._text, self._place = "", None


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without headers, footers and page numbers: what stands at the edge of several, numbers aside."""
    edges = [{**_edge(page, top=True), **_edge(page, top=False)} for page in pages]
    count = Counter(key for edge in edges for key in edge)
    least = max(2.0, SHARE * len(pages))
    repeated = [{line for key, line in edge.items() if count[key] >= least} for edge in edges]
    return [[line for line in page if line not in drop] for page, drop in zip(pages, repeated, strict=True)]


def _edge(page: Iterable[Line], top: bool) -> dict[tuple[bool, str], Line]:
    """The outermost lines by what they say, the first of equal ones."""
    found: dict[tuple[bool, str], Line] = {}
    for line in sorted(page, key=lambda line: line.y, reverse=top)[:EDGE]:
        found.setdefault((top, NUMBER.sub("#", line.text)), line)
    return found


def _place(matrix: Sequence[float], text_matrix: Sequence[float], size: float) -> tuple[float, float, float]:
    a, b, c, d, e, f = matrix
    x, y = text_matrix[4], text_matrix[5]
    height = abs(size) * (text_matrix[2] ** 2 + text_matrix[3] ** 2) ** 0.5 * (c**2 + d**2) ** 0.5
    return a * x + c * y + e, b * x + d * y + f, height
