"""What may be known of an article: the keys of a header, and what their values must look like."""

import datetime
import re

from kg.errors import KgError

KEYS = ("title", "date", "source", "author", "language", "url")
EDTF_DATE = re.compile(r"(?P<date>(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)(?:[T ].*)?", re.ASCII)
LANGUAGE_TAG = re.compile(r"(?P<code>[A-Za-z]{2})(?:[-_]\w+)*")


def checked(key: str, value: str) -> str:
    """The value as a Document has it, "" for an empty one; KgError for a date or a language that is none."""
    line = " ".join(value.split())
    if key == "date" and line:
        return _date(line)
    if key == "language" and line:
        return _language(line)
    return line


def known(values: dict[str, str | None]) -> dict[str, str]:
    """What a machine wrote about an article: values that are missing or malformed are left out."""
    found = {}
    for key, value in values.items():
        try:
            found[key] = checked(key, value or "")
        except KgError:
            continue
    return {key: value for key, value in found.items() if value}


def _date(value: str) -> str:
    """The day, month or year of a date or a date-time ("2021-10-05T12:00:00Z" -> "2021-10-05")."""
    match = EDTF_DATE.fullmatch(value)
    try:
        if match:
            datetime.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
            return match["date"]
    except ValueError:
        pass
    raise KgError(f"the date '{value[:40]}' is no date such as 2021-10-05, 2021-10 or 2021")


def _language(value: str) -> str:
    """The language of a tag: "nl-BE" -> "nl"."""
    match = LANGUAGE_TAG.fullmatch(value)
    if match is None:
        raise KgError(f"the language '{value[:40]}' is no code such as nl or nl-BE")
    return match["code"].lower()
