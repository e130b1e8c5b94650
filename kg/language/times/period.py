"""Stretches of days with the precision they are told in, and the arithmetic of calendars on them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kg.language.times.edtf import bounds

FORMATS = {"day": 10, "month": 7, "year": 4}  # how much of YYYY-MM-DD each precision shows
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both inclusive, None for an open end. precision: day, month or year."""

    first: date | None
    last: date | None
    precision: str = "day"
    approximate: bool = False

    @property
    def edtf(self) -> str:
        """The period as EDTF: one date if that says it all, else an interval."""
        length = FORMATS[self.precision]
        ends = [day.isoformat()[:length] if day else ".." for day in (self.first, self.last)]
        sign = "~" if self.approximate else ""
        return "/".join(end if end == ".." else end + sign for end in dict.fromkeys(ends))


def day_of(day: date) -> Period:
    """One day."""
    return Period(day, day)


def months_of(year: int, first: int, count: int = 1) -> Period:
    """Whole months, from one of a year (1 is January; 0 and 13 are in the years beside it)."""
    start = add_months(date(year, 1, 1), first - 1)
    return Period(start, add_months(start, count) - timedelta(1), "month")


def years_of(year: int, count: int = 1) -> Period:
    """Whole years."""
    return Period(date(year, 1, 1), date(year + count - 1, 12, 31), "year")


def add_months(day: date, months: int) -> date:
    """The same day so many months on, the last of that month where it has no such day. ValueError out of range."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, count: Fraction, unit: str) -> date:
    """The day so many units on; a part of a month counts as days."""
    if unit in DAYS:
        return day + timedelta(round(count * DAYS[unit]))
    months = count * MONTHS[unit]
    return add_months(day, int(months)) + timedelta(round((months - int(months)) * 30))


def unit_around(day: date, unit: str, offset: int = 0) -> Period:
    """The calendar unit that a day is in, or the one so many units on; weeks begin on Monday."""
    if unit == "day":
        return day_of(day + timedelta(offset))
    if unit in DAYS:
        monday = day + timedelta(7 * offset - day.weekday())
        return Period(monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6))
    size = MONTHS[unit]
    if size < 12:
        return months_of(day.year, (day.month - 1) // size * size + 1 + offset * size, size)
    years = size // 12
    return years_of((day.year // years + offset) * years, years)


def reference_period(edtf: str | None) -> Period | None:
    """The date of an article as a period; None for none or for one that cannot be read."""
    if edtf is None:
        return None
    try:
        first, last = bounds(edtf)
    except ValueError:
        return None
    if first is None or last is None:
        return None
    precision = {10: "day", 7: "month", 4: "year"}.get(len(edtf.removesuffix("~")), "day")
    return Period(first, last, precision)
