"""What time expressions are read against, and how a rule reads what it is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.language.times.matcher import Match
from kg.language.times.period import MONTHS, Period

REACH = 8  # years: a 29 February is never further away


@dataclass(frozen=True, slots=True)
class Context:
    """The article's date, which way a date without a year lies, and the function that reads inner expressions."""

    reference: Period | None
    future: bool
    read: "Reader"

    @property
    def day(self) -> date | None:
        """The reference day; None if only the month or the year is known."""
        return self.reference.first if self.reference and self.reference.precision == "day" else None

    def start(self, unit: str) -> date | None:
        """The first day of the reference, if it is precise enough to count units like this one from it."""
        if self.reference is None or (unit not in MONTHS and self.reference.precision != "day"):
            return None
        if MONTHS.get(unit, 0) < 12 and self.reference.precision == "year":
            return None
        return self.reference.first

    def nearest(self, candidates: list[Period]) -> Period | None:
        """Of periods in order the last that has begun by the reference; the first that is not over for the future."""
        if self.reference is None or self.reference.first is None or self.reference.last is None:
            return None
        if self.future:
            return next((c for c in candidates if c.last and c.last >= self.reference.first), None)
        return next((c for c in reversed(candidates) if c.first and c.first <= self.reference.last), None)

    def in_some_year(self, make: Callable[[int], Period]) -> Period | None:
        """The nearest of what is made for the years around the reference; ValueError means that a year has none."""
        return self.nearest(list(self._made(make)))

    def years(self) -> range:
        """The years in which a date without one can lie."""
        first = self.reference.first if self.reference else None
        return range(first.year - REACH, first.year + REACH + 1) if first else range(0)

    def _made(self, make: Callable[[int], Period]) -> Iterator[Period]:
        for year in self.years():
            try:
                yield make(year)
            except ValueError:
                continue

    def inner(self, match: Match, index: int = 0) -> Period | None:
        """The period of an inner expression ("2024" in "first half of 2024")."""
        part = match.slots["point"][index]
        assert isinstance(part, Match)
        return self.read(part, self)


Reader = Callable[[Match, Context], Period | None]
Days = tuple[date, date]


def closed(period: Period | None) -> Days | None:
    """The first and last day of a period that has both."""
    return (period.first, period.last) if period and period.first and period.last else None


def number(match: Match, *slots: str) -> int:
    """The whole number in the first of these slots that the template has."""
    value = next(match.slots[slot][0] for slot in slots if slot in match.slots)
    assert isinstance(value, int)
    return value
