"""From the lines of a PDF to running text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from kg.documents.pdf_lines import Line

SENTENCE_END = re.compile(r"""[.!?:…]["'”’“»)\]]*$""")
CUT_WORD = re.compile(r"(?P<word>\w+)(?P<hyphen>[-\u2010\u00ad])$")
WORD = re.compile(r"\w+")
COMPOUND = re.compile(r"\w+-\w+")
HANGING = frozenset(("en", "of", "und", "oder", "bzw", "and", "or", "et", "ou"))  # "kunst- en cultuur"
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
WIDE = 1.3  # times the usual distance of lines
OTHER_SIZE = 1.15  # times the size of the letters
INDENT = (0.6, 4)  # in sizes of the letters
SHORT = 0.75  # of the length of the lines around


def running_text(lines: Sequence[Line]) -> str:
    """The paragraphs, an empty line between them: the lines of each joined, words cut at line ends whole again."""
    compounds = {compound for line in lines for compound in COMPOUND.findall(line.text)}
    paragraphs = []
    for paragraph in _paragraphs(lines):
        text = paragraph[0].text
        for line in paragraph[1:]:
            text = _joined(text, line.text, compounds)
        paragraphs.append(text.replace("\u00ad", "").translate(LIGATURES))
    return "\n\n".join(paragraphs)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    leading = _leading(lines)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(paragraph, line, leading):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of lines, in sizes of their letters."""
    distances = [(above.y - line.y) / line.size for above, line in pairwise(lines) if above.size == line.size > 0]
    return median([distance for distance in distances if 0.8 < distance < 3] or [1.2])


def _begins(paragraph: Sequence[Line], line: Line, leading: float) -> bool:
    """Whether a line begins a new paragraph: by its size, its distance, its indent, or the short line before it."""
    above = paragraph[-1]
    larger, smaller = max(above.size, line.size), min(above.size, line.size)
    if larger > smaller * OTHER_SIZE:
        return True
    down = above.y - line.y
    if down > WIDE * leading * line.size:
        return True
    if not SENTENCE_END.search(above.text):
        return False
    is_jump = down < -line.size / 2  # to the next column or page
    is_indented = INDENT[0] * line.size < line.x - above.x < INDENT[1] * line.size
    usual = max(len(other.text) for other in (*paragraph, line))
    return is_jump or is_indented or len(above.text) < SHORT * usual


def _joined(text: str, following: str, compounds: set[str]) -> str:
    """A line and what follows; the hyphen of a cut word goes, that of a compound stays ("Xiaomi-CEO", "tv-zender")."""
    cut, word = CUT_WORD.search(text), WORD.match(following)
    if cut is None or word is None or word[0] in HANGING:
        return f"{text} {following}"
    own = (
        not word[0][0].islower()
        or not any(letter.islower() for letter in cut["word"])
        or f"{cut['word']}-{word[0]}" in compounds
    )
    return text + following if own and cut["hyphen"] != "\u00ad" else text[:-1] + following
