"""Paragraphs of a text: its lines, but hard-wrapped lines are joined."""

import re
from collections.abc import Iterator
from itertools import pairwise

BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*)*+")  # lines without an empty one between them
LINE = re.compile(r"\S[^\n]*")
MARGIN = (50, 100)  # how wide hard-wrapped text is, in characters


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, in order; between them there is only white space."""
    for block in BLOCK.finditer(text):
        if _is_wrapped(block[0].split("\n")):
            yield block.span()
        else:
            yield from (line.span() for line in LINE.finditer(text, *block.span()))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines were broken at a margin: no line had room for the next one's first word.

    As headlines below each other may look so too, a third of the lines must go on in the middle of a sentence.
    """
    width = max(len(line.rstrip()) for line in lines)
    if len(lines) < 2 or not MARGIN[0] <= width <= MARGIN[1]:
        return False
    going_on = 0
    for line, following in pairwise(lines):
        if len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) <= width:
            return False
        going_on += following.lstrip()[0].islower() and not line.rstrip().endswith((".", "!", "?", ":", ";"))
    return going_on * 3 >= len(lines) - 1
