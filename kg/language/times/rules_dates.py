"""Days, months, years, weeks and weekdays: rules of the time grammar."""

from datetime import date, timedelta

from kg.language.times.context import Context, closed, number
from kg.language.times.matcher import Match
from kg.language.times.period import Period, day_of, months_of, unit_around, years_of


def day_month(match: Match, context: Context) -> Period | None:
    """12 May, 12 May 2021, 12 May last year."""
    month, day = number(match, "month"), number(match, "day", "ordinal")
    if "year" in match.slots or "point" in match.slots:
        year = _year_of(match, context)
        return day_of(date(year, month, day)) if year else None
    return context.in_some_year(lambda y: day_of(date(y, month, day)))


def date_in_figures(match: Match, context: Context) -> Period | None:
    """2009-05-14, 14/05/2009; none where it is not clear which figure is the month."""
    figures = match["numeric"]
    return day_of(date(*figures)) if isinstance(figures, tuple) else None


def month(match: Match, context: Context) -> Period | None:
    """May, May 2009, May last year."""
    named = number(match, "month", "full_month")
    if "year" in match.slots or "point" in match.slots:
        year = _year_of(match, context)
        return months_of(year, named) if year else None
    return context.in_some_year(lambda y: months_of(y, named))


def _year_of(match: Match, context: Context) -> int | None:
    """The year that is named, or that an inner expression is ("May last year"); None if that is no whole year."""
    if "year" in match.slots:
        return number(match, "year")
    days = closed(context.inner(match))
    return days[0].year if days and Period(*days, "year") == years_of(days[0].year) else None


def year(match: Match, context: Context) -> Period | None:
    """2009."""
    return years_of(number(match, "year"))


def week(match: Match, context: Context) -> Period | None:
    """Week 31, by ISO 8601."""
    named = int(str(match["quantity"]))
    if "year" in match.slots:
        return unit_around(date.fromisocalendar(number(match, "year"), named, 1), "week")
    return context.in_some_year(lambda y: unit_around(date.fromisocalendar(y, named, 1), "week"))


def week_of(match: Match, context: Context) -> Period | None:
    """The nth or last week of a month or year; a week belongs to where its Thursday is (ISO 8601)."""
    days = closed(context.inner(match))
    if days is None:
        return None
    first, last = days
    if "ordinal" in match.slots:
        thursday = first + timedelta((3 - first.weekday()) % 7 + 7 * (number(match, "ordinal") - 1))
    else:
        thursday = last - timedelta((last.weekday() - 3) % 7)
    return unit_around(thursday, "week") if thursday <= last else None


def week_at(match: Match, context: Context) -> Period | None:
    """The week of 4 May."""
    days = closed(context.inner(match))
    return unit_around(days[0], "week") if days and days[0] == days[1] else None


def today(match: Match, context: Context) -> Period | None:
    """Today, yesterday, the day after tomorrow."""
    return day_of(context.day + timedelta(number(match, "today"))) if context.day else None


def now(match: Match, context: Context) -> Period | None:
    """The date of the article itself."""
    return context.reference


def weekday(match: Match, context: Context) -> Period | None:
    """The nearest past one, the reference day itself if it is that weekday; the next one after a word for that."""
    if context.day is None:
        return None
    named = number(match, "weekday")
    relative = match.get("relative")
    back = (context.day.weekday() - named) % 7
    if relative == 0:
        return day_of(context.day + timedelta(named - context.day.weekday()))
    if relative == 1 or (relative is None and context.future):
        return day_of(context.day + timedelta(7 - back if back or relative else 0))
    return day_of(context.day - timedelta(back or (7 if relative else 0)))


def weekday_date(match: Match, context: Context) -> Period | None:
    """Friday the 15th: the nearest in a month's reach; without one, the number is of something else ("de eerste")."""
    here = context.day
    if here is None:
        return None
    around = sorted((here + timedelta(n) for n in range(-31, 32)), key=lambda d: abs(d - here))
    fits = (d for d in around if (d.day, d.weekday()) == (number(match, "day", "ordinal"), number(match, "weekday")))
    found = next(fits, None)
    return day_of(found) if found else weekday(match, context)


def weekday_of_week(match: Match, context: Context) -> Period | None:
    """Friday next week."""
    if context.day is None:
        return None
    days = closed(unit_around(context.day, "week", number(match, "relative")))
    return day_of(days[0] + timedelta(number(match, "weekday"))) if days else None


def weekday_of_month(match: Match, context: Context) -> Period | None:
    """The first or last Friday of July."""
    days = closed(context.inner(match))
    if days is None:
        return None
    first, last = days
    named = number(match, "weekday")
    if "ordinal" not in match.slots:
        return day_of(last - timedelta((last.weekday() - named) % 7))
    found = first + timedelta((named - first.weekday()) % 7 + 7 * (number(match, "ordinal") - 1))
    return day_of(found) if found <= last else None


def day_of_month(match: Match, context: Context) -> Period | None:
    """The 20th of next month."""
    days = closed(context.inner(match))
    return day_of(days[0].replace(day=number(match, "ordinal"))) if days else None
