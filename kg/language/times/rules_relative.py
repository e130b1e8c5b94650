"""Times counted from the article's date, or from another time: rules of the time grammar."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from kg.language.times.context import Context, closed, number
from kg.language.times.matcher import Match
from kg.language.times.period import MONTHS, Period, months_of, shift, unit_around


def relative_unit(match: Match, context: Context) -> Period | None:
    """Last week, this year, next weekend; a weekend is next until it begins, the last decade ends now."""
    unit, relative = str(match["unit"]), number(match, "relative") if "relative" in match.slots else 0
    start = context.start(unit)
    if start is None or unit == "hour":
        return None
    if unit == "weekend" and relative == 1 and start.weekday() < 5:
        relative = 0
    if unit in ("decade", "century") and relative == -1:
        return _stretch(shift(start, Fraction(-1), unit), start, context)
    return unit_around(start, unit, relative)


def relative_month(match: Match, context: Context) -> Period | None:
    """Last, next or this March: the nearest that is over, that has not begun, or that of this year."""
    named, relative = number(match, "full_month"), number(match, "relative")
    days = closed(context.reference)
    if days is None:
        return None
    here = days[0]
    this_year_fits = (here.month - named) * relative < 0 or not relative
    return months_of(here.year + (0 if this_year_fits else relative), named)


def course(match: Match, context: Context) -> Period | None:
    """In the course of the week."""
    return context.inner(match)


def rest(match: Match, context: Context) -> Period | None:
    """From the article's date to the end: "later this year"."""
    return _overlap(context.inner(match), context, from_now=True)


def so_far(match: Match, context: Context) -> Period | None:
    """From the beginning to the article's date: "earlier this year"."""
    return _overlap(context.inner(match), context, from_now=False)


def _overlap(whole: Period | None, context: Context, from_now: bool) -> Period | None:
    days, now = closed(whole), context.reference
    here = closed(now)
    if days is None or here is None or now is None or here[1] < days[0] or days[1] < here[0]:
        return None
    return Period(here[0], days[1], now.precision) if from_now else Period(days[0], here[1], now.precision)


@dataclass(frozen=True, slots=True)
class Reach:
    """From where is counted and to where that comes. precision: that of the units which are counted."""

    start: date
    end: date
    precision: str


def _reach(match: Match, context: Context, sign: int) -> Reach | None:
    """Counts a length forwards (sign 1) or backwards, from another time if the template names one."""
    lengths = _lengths(match)
    if not lengths:
        return None
    if "point" in match.slots:
        days = closed(context.inner(match))
        start = days[0] if days else None
    else:
        start = context.start(lengths[-1][1])
    if start is None:
        return None
    end = start
    for quantity, unit in lengths:
        end = shift(end, quantity * sign, unit)
    return Reach(start, end, _precision(lengths))


def _lengths(match: Match) -> list[tuple[Fraction, str]] | None:
    """The quantities and units of a length, "two years and a month"; None if it is not told or in hours."""
    found = []
    part: object = match.get("length") or match
    while isinstance(part, Match):
        quantity = part["quantity"]
        unit = str(part.get("unit") or part["units"])
        if not isinstance(quantity, Fraction) or unit == "hour":
            return None
        found.append((quantity, unit))
        part = part.get("length")
    return found


def _precision(lengths: list[tuple[Fraction, str]]) -> str:
    """A time counted in years is known to the year, one counted in months to the month."""
    if any(unit not in MONTHS for _, unit in lengths):
        return "day"
    whole_years = all(MONTHS[unit] >= 12 and quantity.denominator == 1 for quantity, unit in lengths)
    return "year" if whole_years else "month"


def ago(match: Match, context: Context) -> Period | None:
    """Two years ago, three days before 5 May."""
    reach = _reach(match, context, -1)
    return unit_around(reach.end, reach.precision) if reach else None


def about_ago(match: Match, context: Context) -> Period | None:
    """About half a year ago."""
    found = ago(match, context)
    return replace(found, approximate=True) if found else None


def ahead(match: Match, context: Context) -> Period | None:
    """In two years, three days after 5 May."""
    reach = _reach(match, context, 1)
    return unit_around(reach.end, reach.precision) if reach else None


def relative_count(match: Match, context: Context) -> Period | None:
    """The next or last ten years: from the article's month or year, or beginning on the day beside its date."""
    sign = number(match, "relative")
    reach = _reach(match, context, sign)
    if reach is None or context.reference is None or not sign:
        return None
    beside = timedelta(sign if context.reference.precision == "day" else 0)
    return _stretch(reach.start + beside, reach.end, context)


def within(match: Match, context: Context) -> Period | None:
    """Within two weeks."""
    reach = _reach(match, context, 1)
    return _stretch(reach.start, reach.end, context) if reach else None


def within_ago(match: Match, context: Context) -> Period | None:
    """Less than two weeks ago."""
    reach = _reach(match, context, -1)
    return _stretch(reach.start, reach.end, context) if reach else None


def _stretch(one: date, other: date, context: Context) -> Period:
    precision = context.reference.precision if context.reference else "day"
    return Period(min(one, other), max(one, other), precision)


def beyond(match: Match, context: Context) -> Period | None:
    """More than two weeks after 5 May."""
    found = ahead(match, context)
    return replace(found, last=None) if found else None


def beyond_ago(match: Match, context: Context) -> Period | None:
    """More than two weeks ago."""
    found = ago(match, context)
    return replace(found, first=None) if found else None


def since_ago(match: Match, context: Context) -> Period | None:
    """For two years now."""
    found = ago(match, context)
    return replace(found, last=None) if found else None
