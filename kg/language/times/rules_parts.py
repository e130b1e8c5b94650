"""Parts of years and months, seasons, decades and centuries: rules of the time grammar."""

from dataclasses import replace
from datetime import date, timedelta

from kg.language.times.context import Context, closed, number
from kg.language.times.matcher import Match
from kg.language.times.period import Period, add_months, months_of, years_of

THIRDS_OF_WEEK = ((0, 2), (2, 4), (3, 6))  # Monday to Wednesday, Wednesday to Friday, Thursday to Sunday


def part(match: Match, context: Context) -> Period | None:
    """Begin, middle or end: a third of a year, ten days of a month, some days of a week."""
    days = closed(context.inner(match))
    if days is None:
        return None
    first, last = days
    which, length = number(match, "part") - 1, (last - first).days + 1
    if length < 7:
        return None
    if length == 7:
        begin, end = THIRDS_OF_WEEK[which]
        return Period(first + timedelta(begin), first + timedelta(end))
    if length <= 31:
        begin = 10 * which
        return Period(first + timedelta(begin), last if which == 2 else first + timedelta(begin + 9))
    months = _months(first, last)
    return _from_months(first, months * which // 3, months * (which + 1) // 3)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _from_months(first: date, begin: int, end: int) -> Period:
    """From so many months after a day until before so many months after it."""
    return Period(add_months(first, begin), add_months(first, end) - timedelta(1), "month")


def fraction(match: Match, context: Context) -> Period | None:
    """First half of 2024, second quarter."""
    return _numbered(number(match, "ordinal"), number(match, "fraction"), match, context)


def quarter(match: Match, context: Context) -> Period | None:
    """Q3 2009."""
    return _numbered(number(match, "quarter"), 4, match, context)


def _numbered(which: int, parts: int, match: Match, context: Context) -> Period | None:
    """One of two, three or four equal parts of a year, or of what is named."""
    if which > parts:
        return None
    if "year" in match.slots:
        year = years_of(number(match, "year"))
        return _piece(closed(year), which, parts)
    if "point" in match.slots:
        return _piece(closed(context.inner(match)), which, parts)
    size = 12 // parts
    return context.in_some_year(lambda y: months_of(y, (which - 1) * size + 1, size))


def _piece(days: tuple[date, date] | None, which: int, parts: int) -> Period | None:
    if days is None:
        return None
    first, last = days
    months = _months(first, last)
    if months % parts == 0:
        size = months // parts
        return _from_months(first, size * (which - 1), size * which)
    if months == 1 and parts == 2:
        middle = first + timedelta(15)
        return Period(first, middle - timedelta(1)) if which == 1 else Period(middle, last)
    return None


def season(match: Match, context: Context) -> Period | None:
    """Summer, last summer, summer of 2009: three months (those of meteorology)."""
    start = number(match, "season")
    if "year" in match.slots:
        return months_of(number(match, "year"), start, 3)
    if "relative" in match.slots:
        context = replace(context, future=number(match, "relative") > 0)
    return context.in_some_year(lambda y: months_of(y, start, 3))


def decade(match: Match, context: Context) -> Period | None:
    """The nineties: the last that have begun; the 1970s."""
    if "decade" not in match.slots:
        return years_of(number(match, "decade_year", "year"), 10)
    days = closed(context.reference)
    if days is None:
        return None
    first = days[1].year // 100 * 100 + number(match, "decade")
    return years_of(first if first <= days[1].year else first - 100, 10)


def century(match: Match, context: Context) -> Period | None:
    """The 20th century, as news counts: 1900 to 1999."""
    return years_of((number(match, "ordinal") - 1) * 100, 100)
