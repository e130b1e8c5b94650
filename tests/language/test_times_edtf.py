from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.times.edtf import bounds
from kg.language.times.period import Period, unit_around

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-01-03", date(2024, 1, 3), date(2024, 1, 3)),
        ("2021-04~", date(2021, 4, 1), date(2021, 4, 30)),
        ("2024-01/2024-06", date(2024, 1, 1), date(2024, 6, 30)),
        ("2021-10-05~/2022", date(2021, 10, 5), date(2022, 12, 31)),
        ("2023/..", date(2023, 1, 1), None),
        ("../2015", None, date(2015, 12, 31)),
    ],
)
def test_bounds(edtf, first, last):
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    [
        *("", "..", "../..", "x", "/2024", "2024/", "2024/2025/2026"),
        *("24", "0000", "2024-1", "2024-13", "2024-21-01", "2023-02-29", "2024/2023"),
        *("2024~~", "2024-01-03T10:00", "٢٠٢٤", "2024-W03", "2024-22"),
    ],
)
def test_anything_else_is_refused(edtf):
    with pytest.raises(ValueError, match=r"\S"):
        bounds(edtf)


@given(DAYS, DAYS, st.booleans())
def test_a_period_of_days_comes_back_from_its_edtf(one, other, approximate):
    first, last = min(one, other), max(one, other)
    assert bounds(Period(first, last, "day", approximate).edtf) == (first, last)


@given(DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half-year", "year", "decade"]))
def test_calendar_units_follow_each_other_without_a_gap(day, unit):
    here, following = unit_around(day, unit), unit_around(day, unit, 1)
    assert bounds(here.edtf) == (here.first, here.last)
    if unit != "weekend":
        assert here.first <= day <= here.last
        assert (following.first - here.last).days == 1


@given(st.text(max_size=24))
def test_bounds_either_reads_or_refuses(text):
    try:
        first, last = bounds(text)
    except ValueError:
        return
    assert first or last
