"""Where a query is wrong and what could stand there.

pyoxigraph's parser names the place up to which it looked ahead, often a word or two beyond the mistake, and what would
have helped there. But it can be asked: the beginning of a query is right as long as the parser, given only that and
some blanks, wants more after the blanks. So the mistake is the first token that makes a beginning wrong, and what could
stand there are those tokens that do not.
"""

import re
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

BLANKS = " " * 40  # longer than every keyword, so than every look ahead
PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?")
CHARACTERS = re.compile(r"""\[[^\]]*\](?:'\])?|"(?:\\.|[^"])*\"""")
IRI = "<a:b>"
SAMPLES = {
    "SELECT": "SELECT",
    "ASK": "ASK",
    "CONSTRUCT": "CONSTRUCT",
    "DESCRIBE": "DESCRIBE",
    "?x": "a variable",
    IRI: "an IRI or prefixed name",
    '"a"': "a string",
    "1": "a number",
    **{word: word for word in ("AS", "BY", "WHERE", "FILTER", "OPTIONAL", "UNION", "GROUP", "ORDER", "LIMIT")},
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
    if "".join(pieces[right : right + 1]).lstrip().startswith("<") and _begins(f"{beginning} {IRI}"):
        return right, "this is no absolute IRI"
    complaints = [message, *(_complaint("".join(pieces[:count])) for count in (right, right + 1))]
    if reason := _reason(complaints):
        return right, reason
    expected = [name for sample, name in SAMPLES.items() if _begins(f"{beginning} {sample}")]
    return right, f"expected {', '.join(expected)}" if expected else "this does not belong here"


def _complaint(text: str) -> str:
    """What the parser says of a text followed by blanks; nothing if it is a query."""
    try:
        ox.Store().query(text + BLANKS)
    except SyntaxError as error:
        return str(error)
    return ""


def _begins(text: str) -> bool:
    """Whether a query can begin so."""
    complaint, lines = _complaint(text), (text + BLANKS).split("\n")
    place = PLACE.match(complaint)
    return not place or (int(place[1]), int(place[2])) == (len(lines), len(lines[-1]) + 1)


def _reason(complaints: Iterable[str]) -> str:
    """A sentence that stands among the tokens in a complaint, as for a variable that SELECT names twice."""
    for complaint in complaints:
        for item in CHARACTERS.sub("", PLACE.sub("", complaint)).split(", "):
            if item.count(" ") > 1:
                return item.strip()
    return ""
