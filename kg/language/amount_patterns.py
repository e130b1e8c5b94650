"""The patterns of an amount: sign, currency, number, scale and unit, in the words of a language."""

import re
from collections.abc import Iterable
from functools import cache

from kg.language.amount_words import AmountWords, amount_words

BEGIN = r"(?<![\w.,:/–−-])(?P<sign>[+−–-])?"  # not within a word, a longer figure or a range
LONGER = r"\w|[.,:/–-]\d|-[^\W\d_]"  # what shows that a figure goes on
NO_CENTS = r"\s?,\s?[-–—]+"  # "$ 80,-"


@cache
def figures(language: str) -> re.Pattern[str]:
    """An amount in figures; groups sign, before (a currency), number, upto (10-15), scale, unit."""
    words = amount_words(language)
    number = _number(words)
    glued = rf"(?={_scale(words)})"  # "$5bn"
    return re.compile(
        rf"{BEGIN}(?:(?P<before>{_choice(words.signs)})\s?)?(?P<number>{number})(?:[–-](?P<upto>{number}))?"
        rf"(?:(?!{LONGER})|{glued})(?:{NO_CENTS})?(?:\s?(?P<scale>{_scale(words)}))?{_unit(words)}",
        re.IGNORECASE,
    )


@cache
def tail(language: str) -> re.Pattern[str]:
    """What may follow a spelled numeral; groups scale and unit, both optional."""
    words = amount_words(language)
    return re.compile(rf"(?:\s(?P<scale>{_choice(words.scales)})(?!\w))?{_unit(words)}", re.IGNORECASE)


@cache
def approximation(language: str) -> re.Pattern[str]:
    """A word for "about" right before an amount."""
    return re.compile(rf"(?<!\w)(?:{_choice(amount_words(language).approximations)})\s+$", re.IGNORECASE)


def _number(words: AmountWords) -> str:
    group, mark = rf"[{re.escape(words.grouping)}]", re.escape(words.decimal)
    foreign = r"|\d+\.\d{1,2}(?!\d)" if words.decimal == "," else ""  # "1.5 miljard"
    return rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{mark}\d+)?|\d+{mark}\d+{foreign}|\d+"


def _scale(words: AmountWords) -> str:
    after_sign = rf"|(?(before)(?:{_choice(words.sign_scales)})|(?!))(?!\w)" if words.sign_scales else ""
    return rf"(?:(?:{_choice(words.scales)})(?!\w){after_sign})"


def _unit(words: AmountWords) -> str:
    return rf"(?:\s?(?:{words.link})?(?P<unit>{_choice(words.units)})(?!\w))?"


def _choice(words: Iterable[str]) -> str:
    """Any of the words, long ones first; a blank in one stands for white space or nothing."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in sorted(words, key=lambda w: (-len(w), w)))
