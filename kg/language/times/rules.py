"""The rules of the time grammar: the kinds of time expression that the phrases of a language file belong to."""

from collections.abc import Iterable
from dataclasses import dataclass

LENGTH, POINT, TOP = "{length}", "{point}", ""
SORTS = (LENGTH, POINT, TOP)  # a template may begin with a slot for an earlier sort only


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is and needs.

    sort: a length of time, a point or stretch that others can be made from, or neither; needs: the slots that its
    templates must have, "a b" for either of two, named twice if twice; inner: whether it stands only within others.
    """

    name: str
    sort: str
    needs: tuple[str, ...] = ()
    inner: bool = False

    def missing(self, slots: Iterable[str]) -> str | None:
        """The first slot that a template with these slots lacks."""
        left = list(slots)
        for need in self.needs:
            found = next((slot for slot in need.split() if slot in left), None)
            if found is None:
                return need
            left.remove(found)
        return None


RULES = {
    rule.name: rule
    for rule in (
        Rule("length", LENGTH, ("quantity", "unit units"), inner=True),
        Rule("approximate", POINT, ("approx", "point")),
        Rule("bare_month", POINT, ("full_month",), inner=True),
        Rule("bare_year", POINT, ("year",), inner=True),
        Rule("century", POINT, ("ordinal",)),
        Rule("date", POINT, ("day ordinal", "month")),
        Rule("date_in_figures", POINT, ("numeric",)),
        Rule("day_of_month", POINT, ("ordinal", "point")),
        Rule("decade", POINT, ("decade decade_year year",)),
        Rule("fraction", POINT, ("ordinal", "fraction")),
        Rule("month", POINT, ("month full_month",)),
        Rule("now", POINT, inner=True),
        Rule("part", POINT, ("part", "point")),
        Rule("quarter", POINT, ("quarter",)),
        Rule("relative_month", POINT, ("relative", "full_month")),
        Rule("relative_unit", POINT, ("relative", "unit")),
        Rule("season", POINT, ("season",)),
        Rule("this_unit", POINT, ("unit",), inner=True),
        Rule("today", POINT, ("today",)),
        Rule("week", POINT, ("quantity",)),
        Rule("week_at", POINT, ("point",)),
        Rule("week_of", POINT, ("point",)),
        Rule("weekday", POINT, ("weekday",)),
        Rule("weekday_date", POINT, ("weekday", "day ordinal")),
        Rule("weekday_of_month", POINT, ("weekday", "point")),
        Rule("weekday_of_week", POINT, ("weekday", "relative")),
        Rule("year", POINT, ("year",)),
        Rule("about", TOP, ("approx", "length")),
        Rule("ago", TOP, ("length",)),
        Rule("ahead", TOP, ("length",)),
        Rule("between", TOP, ("point", "point")),
        Rule("beyond", TOP, ("length",)),
        Rule("beyond_ago", TOP, ("length",)),
        Rule("clock", TOP),
        Rule("days", TOP, ("day", "day", "month point")),
        Rule("course", TOP, ("point",)),
        Rule("duration", TOP, ("length",)),
        Rule("relative_count", TOP, ("relative", "length quantity")),
        Rule("relative_units", TOP),
        Rule("rest", TOP, ("point",)),
        Rule("since", TOP, ("point",)),
        Rule("since_ago", TOP, ("length",)),
        Rule("so_far", TOP, ("point",)),
        Rule("until", TOP, ("point",)),
        Rule("within", TOP, ("length",)),
        Rule("within_ago", TOP, ("length",)),
    )
}
