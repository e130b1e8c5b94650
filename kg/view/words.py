"""The words that the page uses for relations and times."""

import re


def relation_words(relation: str) -> str:
    """The name of a relation in words: "investsIn" -> "invests in"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", relation).lower()


def when_words(when: str) -> str:
    """An EDTF date or interval in words: "2023/.." -> "from 2023", "2021-04~" -> "about 2021-04"."""
    start, _, end = when.partition("/")
    if not end or start == end:
        return _date(start)
    if end == "..":
        return f"from {_date(start)}"
    return f"until {_date(end)}" if start in ("", "..") else f"{_date(start)} to {_date(end)}"


def _date(date: str) -> str:
    return f"about {date[:-1]}" if date.endswith("~") else date


def short(text: str, length: int = 36) -> str:
    """A label for the picture: on one line, without control and direction marks, cut where it is long."""
    line = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
