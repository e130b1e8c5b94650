"""What things are called, and when two names are of one thing."""

import re
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A thing, a figure or a text: how to show it, and all that it is called."""

    label: str
    names: frozenset[str]


NOTHING = Named("", frozenset())


def same_thing(a: Collection[str], b: Collection[str]) -> bool:
    """Whether any name or phrase of the one is one of the other."""
    return same_name(a, b) or same_phrase(a, b)


def same_name(a: Collection[str], b: Collection[str]) -> bool:
    """Whether they share a name; only letters and digits count, and not their case."""
    return bool(set(map(flat, a)) & set(map(flat, b)) - {""})


def same_phrase(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two phrases end in the same word, or the words of one stand in the other."""
    return any(_same_words(words(x), words(y)) for x in a for y in b)


def contained(a: Collection[str], b: Collection[str]) -> bool:
    """Whether a text of the one stands in a text of the other; only letters and digits count, and not their case."""
    pairs = ((flat(x), flat(y)) for x in a for y in b)
    return any(x and y and (x in y or y in x) for x, y in pairs)


def flat(text: str) -> str:
    """The letters and digits of a text in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def _same_words(a: list[str], b: list[str]) -> bool:
    return bool(a and b) and (a[-1] == b[-1] or _stand_in(a, b) or _stand_in(b, a))


def _stand_in(part: list[str], whole: list[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "
