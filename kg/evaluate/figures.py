"""When two figures, as texts write them, are the same number."""

import re
from collections.abc import Collection

from kg.evaluate.names import same_name, words

SCALES = {
    "duizend": 1e3,
    "miljoen": 1e6,
    "miljard": 1e9,
    "biljoen": 1e12,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
TOLERANCE = 1e-6  # of the number, or of 1 if that is more
DIGITS = re.compile(r"\d[\d.,]*")
THOUSANDS = {mark: re.compile(rf"\d{{1,3}}(\{mark}\d{{3}})+") for mark in ".,"}


def same_figure(a: Collection[str], b: Collection[str]) -> bool:
    """Whether they are written the same, or have the same number and sign."""
    ours, theirs = ([value for text in texts if (value := number(text)) is not None] for texts in (a, b))
    return same_name(a, b) or any(abs(x - y) <= TOLERANCE * max(1, abs(x)) for x in ours for y in theirs)


def number(text: str) -> float | None:
    """The first number of a figure in Dutch or English notation: "-5,4 %" -> -5.4, "15 miljard" -> 15000000000.

    A minus counts where it stands first, or before the digits and all marks at them: "- $ 5".
    """
    text = re.sub("[−–]", "-", text.lower()).strip()
    found = DIGITS.search(text)
    if not found:
        return None
    try:
        value = float(_decimal(found[0].rstrip(".,")))
    except ValueError:  # "1.2.3" is a version
        return None
    following = words(text[found.end() :])
    value *= next((factor for word, factor in SCALES.items() if word in following), 1)
    marks = re.split(r"\w", text[: found.start()])[-1]
    return -value if text.startswith("-") or marks.startswith("-") else value


def _decimal(digits: str) -> str:
    """Digits with a decimal point: of two kinds of marks the last is the decimal one; groups of three are thousands."""
    last = max(".,", key=digits.rfind)
    other = "." if last == "," else ","
    if other not in digits and THOUSANDS[last].fullmatch(digits):
        return digits.replace(last, "")
    return digits.replace(other, "").replace(last, ".")
