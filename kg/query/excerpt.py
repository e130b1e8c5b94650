"""The line of a text in which something is wrong, with a caret under the place."""

import re

from kg.plain import UNSEEN
from kg.query.wide import columns_wide

BLANK = re.compile(r"\s")
AROUND = 60  # characters that are shown on each side of the place


def excerpt(text: str, position: int) -> str:
    """Two lines, one for the text and one for the caret; a long line is cut on both sides."""
    start = max(text.rfind("\n", 0, position) + 1, text.rfind("\r", 0, position) + 1, position - AROUND)
    line = text[start : position + AROUND].split("\n")[0].split("\r")[0]
    before = _shown(text[start:position])
    return f"    {_shown(line).rstrip()}\n    {' ' * columns_wide(before)}^"


def _shown(text: str) -> str:
    return BLANK.sub(" ", UNSEEN.sub(" ", text)).encode(errors="replace").decode()
