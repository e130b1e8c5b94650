"""Where a query is wrong and what could stand there.

pyoxigraph's parser names the place up to which it looked ahead, often a word or two beyond the mistake, and what would
have helped there. But it can be asked: the beginning of a query is right as long as the parser, given only that and some
blanks, wants more after the blanks. So the mistake is the first token that makes a beginning wrong, and what could stand
there are those tokens that do not.
"""

import re
from collections.abc import Sequence

import pyoxigraph as ox

BLANKS = " " * 40  # longer than every keyword, so than every look ahead
PLACE = re.compile(r"error at (\d+):(\d+): ")
LISTED = re.compile(r'"(?:\\.|[^"])*"|\[[^\]]*\](?:\'\])?|\b[A-Z_]+\b(?=,|$)')
SAMPLES = {
    "SELECT": "SELECT",
    "ASK": "ASK",
    "CONSTRUCT": "CONSTRUCT",
    "DESCRIBE": "DESCRIBE",
    "?x": "a variable",
    "<a:b>": "an IRI or prefixed name",
    '"a"': "a string",
    "1": "a number",
    **{word: word for word in ("AS", "BY", "WHERE", "FILTER", "OPTIONAL", "UNION", "ORDER", "GROUP", "LIMIT")},
    **{sign: f"'{sign}'" for sign in "{}()[].;,*="},
}
"""Tokens to try, and what they are called."""


def mistake(pieces: Sequence[str], message: str) -> tuple[int, str]:
    """The number of the first token that is wrong, len(pieces) for the end, and what is wrong.

    pieces: the text of a query, a piece a token. message: pyoxigraph's for the whole query.
    """
    right, wrong = 0, len(pieces) + 1
    while wrong - right > 1:
        middle = (right + wrong) // 2
        right, wrong = (middle, wrong) if _begins("".join(pieces[:middle])) else (right, middle)
    beginning = "".join(pieces[:right])
    if reason := _reason(message) or _reason(_complaint(beginning) or ""):
        return right, reason
    expected = [name for sample, name in SAMPLES.items() if _begins(f"{beginning} {sample}")]
    return right, f"expected {', '.join(expected)}" if expected else "this does not belong here"


def _complaint(text: str) -> str | None:
    """What the parser says of a text followed by blanks; None if it is a query."""
    try:
        ox.Store().query(text + BLANKS)
    except SyntaxError as error:
        return str(error)
    return None


def _begins(text: str) -> bool:
    """Whether a query can begin so."""
    complaint = _complaint(text)
    place = PLACE.match(complaint or "")
    lines = (text + BLANKS).split("\n")
    return complaint is None or (place is not None and (int(place[1]), int(place[2])) == (len(lines), len(lines[-1]) + 1))


def _reason(complaint: str) -> str:
    """A sentence among the tokens that the parser lists, as for a variable that SELECT names twice."""
    items = LISTED.sub("", PLACE.sub("", complaint)).split(", ")
    sentences = (re.sub("^(expected )?(one of )?", "", item).strip() for item in items)
    return next((sentence for sentence in sentences if sentence.count(" ") > 1), "")
