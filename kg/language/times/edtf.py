"""The part of EDTF (ISO 8601-2) that kg writes: day, month, year, intervals of those, open ends, and "~"."""

import re
from calendar import monthrange
from datetime import date

POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day, both inclusive; None for an open end.

    Reads "2024", "2024-01", "2024-01-03", each with "~" or without, "a/b", "a/.." and "../b"; ValueError for anything
    else, also for a day that does not exist and for an interval that ends before it begins.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    if start == end == "..":
        raise ValueError(f"not a time: {edtf!r}")
    first = None if start == ".." else _point(start)[0]
    last = None if end == ".." else _point(end)[1]
    if first and last and last < first:
        raise ValueError(f"the end is before the start: {edtf!r}")
    return first, last


def _point(text: str) -> tuple[date, date]:
    match = POINT.fullmatch(text.removesuffix("~"))
    if not match or not text.isascii():
        raise ValueError(f"not a time: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    return first, date(year, month or 12, monthrange(year, month or 12)[1])
