"""What a matched time expression means, given the date of the article."""

from collections.abc import Mapping

from kg.language.times import rules_dates as dates
from kg.language.times import rules_intervals as intervals
from kg.language.times import rules_parts as parts
from kg.language.times import rules_relative as relative
from kg.language.times.context import Context, Reader
from kg.language.times.matcher import Match
from kg.language.times.period import Period, reference_period

READERS: Mapping[str, Reader] = {  # by rule; clock, duration and relative_units do not say when
    "about": relative.about_ago,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "approximate": intervals.approximate,
    "bare_month": dates.month,
    "bare_year": dates.year,
    "between": intervals.between,
    "beyond": relative.beyond,
    "beyond_ago": relative.beyond_ago,
    "century": parts.century,
    "course": relative.course,
    "date": dates.day_month,
    "date_in_figures": dates.date_in_figures,
    "day_of_month": dates.day_of_month,
    "days": intervals.days,
    "decade": parts.decade,
    "fraction": parts.fraction,
    "month": dates.month,
    "now": dates.now,
    "part": parts.part,
    "quarter": parts.quarter,
    "relative_count": relative.relative_count,
    "relative_month": relative.relative_month,
    "relative_unit": relative.relative_unit,
    "rest": relative.rest,
    "season": parts.season,
    "since": intervals.since,
    "since_ago": relative.since_ago,
    "so_far": relative.so_far,
    "this_unit": relative.relative_unit,
    "today": dates.today,
    "until": intervals.until,
    "week": dates.week,
    "week_at": dates.week_at,
    "week_of": dates.week_of,
    "weekday": dates.weekday,
    "weekday_date": dates.weekday_date,
    "weekday_of_month": dates.weekday_of_month,
    "weekday_of_week": dates.weekday_of_week,
    "within": relative.within,
    "within_ago": relative.within_ago,
    "year": dates.year,
}


def resolve(match: Match, reference: str | None, future: bool) -> str | None:
    """The expression as EDTF; None where the article's date does not tell, or the calendar has no such day.

    reference: the article's date as EDTF; future: whether dates without a year are the next ones.
    """
    found = _read(match, Context(reference_period(reference), future, _read))
    return found.edtf if found else None


def _read(match: Match, context: Context) -> Period | None:
    reader = READERS.get(match.rule)
    try:
        return reader(match, context) if reader else None
    except (ValueError, OverflowError):  # 31 November, the year 10000
        return None
