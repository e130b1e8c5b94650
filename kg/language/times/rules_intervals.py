"""Intervals from one time to another, with open ends too: rules of the time grammar."""

from dataclasses import replace
from datetime import date

from kg.language.times.context import Context, closed, number
from kg.language.times.matcher import Match
from kg.language.times.period import Period

PRECISIONS = ("day", "month", "year")  # finest first
FLOATING = ("date", "month", "bare_month")


def since(match: Match, context: Context) -> Period | None:
    """From 2023."""
    start = context.inner(match)
    return replace(start, last=None) if start and start.first else None


def until(match: Match, context: Context) -> Period | None:
    """Until 2015, that year included."""
    end = context.inner(match)
    return replace(end, first=None) if end and end.last else None


def approximate(match: Match, context: Context) -> Period | None:
    """Around 2008."""
    found = context.inner(match)
    return replace(found, approximate=True) if found else None


def between(match: Match, context: Context) -> Period | None:
    """From the first day of one to the last day of the other; the one without a year is read against the other."""
    first, second = match.slots["point"]
    assert isinstance(first, Match)
    assert isinstance(second, Match)
    if _floating(first):
        end = context.read(second, context)
        start = context.read(first, replace(context, reference=end, future=False)) if end else None
    else:
        start = context.read(first, context)
        later = replace(context, reference=start, future=True) if _floating(second) else context
        end = context.read(second, later) if start else None
    return _joined(start, end)


def _joined(start: Period | None, end: Period | None) -> Period | None:
    if not start or not end or not start.first or not end.last or end.last < start.first:
        return None
    precision = min(start.precision, end.precision, key=PRECISIONS.index)
    return Period(start.first, end.last, precision, start.approximate or end.approximate)


def _floating(match: Match) -> bool:
    """Whether it is a date without a year, which its surroundings must give."""
    inner = match.get("point")
    if isinstance(inner, Match):
        return _floating(inner)
    return match.rule in FLOATING and "year" not in match.slots


def days(match: Match, context: Context) -> Period | None:
    """From the 4th to the 22nd of June."""
    start, end = (int(str(day)) for day in match.slots["day"])
    if end < start:
        return None
    if "point" in match.slots:
        month = closed(context.inner(match))
        return _days(month[0].year, month[0].month, start, end) if month else None
    named = number(match, "month")
    if "year" in match.slots:
        return _days(number(match, "year"), named, start, end)
    return context.in_some_year(lambda y: _days(y, named, start, end))


def _days(year: int, month: int, start: int, end: int) -> Period:
    return Period(date(year, month, start), date(year, month, end))
