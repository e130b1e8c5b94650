"""Text as tokens for the time grammar: words, figures and marks, compared without case."""

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\w)|\d+(?:[.,:]\d+)*(?!\w)|\w+|\n\s*\n|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark; norm is what it is compared by."""

    text: str
    norm: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order; an empty line is one too, so that nothing is found across it."""
    return [Token(m[0], m[0].casefold().replace("’", "'"), m.start(), m.end()) for m in TOKEN.finditer(text)]


def norms(text: str) -> tuple[str, ...]:
    """What the tokens of a phrase are compared by."""
    return tuple(token.norm for token in tokens(text))
