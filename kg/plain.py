"""Text from articles and names of files, made harmless for a terminal or a page."""

import re
from pathlib import Path

UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Escape sequences and direction marks, which could disguise a text."""


def plain(text: str) -> str:
    """A name on one line, without control characters and direction marks, which could disguise it."""
    return " ".join(UNSEEN.sub("", text).split())


def short(text: str, length: int = 36) -> str:
    """A name for the picture: plain, and cut where it is long."""
    name = plain(text)
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"


def printable(path: Path) -> str:
    """A path as text that can be stored, with "/"; U+FFFD stands for bytes that are no UTF-8."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
