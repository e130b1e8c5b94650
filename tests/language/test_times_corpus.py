"""Dutch dates of a public collection of test cases: how many are read as it says."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from kg.language.times.edtf import bounds
from kg.language.times.find import find_times

CASES = json.loads((Path(__file__).parent / "data" / "dates-nl.json").read_text("utf-8"))["cases"]
Days = tuple[str | None, str | None]


def readings(case: dict) -> set[Days]:
    """First and last day that are found where the case has its expression, the end also as the day after it."""
    found = set()
    for future in (False, True):
        for time in find_times(case["input"], "nl", case["reference"], future):
            if time.edtf and time.start < case["start"] + case["length"] and time.end > case["start"]:
                first, last = bounds(time.edtf)
                found |= {(text(first), text(last)), (text(first), text(last + timedelta(1) if last else None))}
    return found


def text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def right(case: dict) -> bool:
    return any(tuple(days) in readings(case) for days in case["days"])


def test_most_dates_that_news_can_contain_are_read_as_the_collection_says():
    asked = [case for case in CASES if "left_out" not in case]
    wrong = [f"{c['text']} ({c['reference']}): {sorted(map(str, readings(c)))}" for c in asked if not right(c)]
    assert len(asked) > 290
    assert len(wrong) <= len(asked) * 0.06, "\n".join(wrong)


def test_what_is_left_out_is_a_minority_and_has_a_reason():
    reasons = Counter(case["left_out"] for case in CASES if "left_out" in case)
    assert sum(reasons.values()) < len(CASES) * 0.3
    assert all(reasons)


def test_days_that_do_not_exist_have_no_date():
    cases = [case for case in CASES if case.get("left_out") == "no such day"]
    assert cases
    for case in cases:
        assert readings(case) == set(), case["text"]
