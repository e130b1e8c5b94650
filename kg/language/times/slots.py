"""What a slot of a template can be filled with: a month, a day, a quantity, a year ..."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from text_to_num import text2num

from kg.language.times.tokens import Token
from kg.language.times.words import TimeWords

Filled = tuple[int, object]  # the index after it and what it means
PIVOT = 50  # a year in two figures up to this is of the 21st century
LONGEST_NUMERAL = 5  # "vingt-et-un" is five tokens
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:h][0-5]\d(?:[.:][0-5]\d)?|(?:[01]?\d|2[0-4])h")
NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
DECADE = re.compile(r"(\d{3}0)(?:s|er)")
ORDINAL = re.compile(r"(\d{1,2})(\D*)")


def listed(words: TimeWords, name: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """The words of a list that stand at a place."""
    for sequence, value in words.entries[name].get(tokens[i].norm, ()):
        end = i + len(sequence)
        if end <= len(tokens) and all(t.norm == s for t, s in zip(tokens[i:end], sequence, strict=True)):
            yield end, value


def names(words: TimeWords, name: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """Months and weekdays: with a capital where the language writes one ("May", not "may")."""
    if not words.capitalised or tokens[i].text[0].isupper():
        yield from listed(words, name, tokens, i)


def year(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """Four figures from 1800 to 2100 that do not count anything ("2000 euro")."""
    norm = tokens[i].norm
    following = tuple(token.norm for token in tokens[i + 1 : i + 4])
    if any(following[:n] in words.measures for n in (1, 2, 3)):
        return
    if len(norm) == 4 and norm.isascii() and norm.isdigit() and 1800 <= int(norm) <= 2100:
        yield i + 1, int(norm)


def quantity(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """A count: a listed word ("anderhalf"), figures, or a spelled numeral."""
    yield from listed(words, "quantities", tokens, i)
    norm = tokens[i].norm
    if norm.isascii() and norm[0].isdigit():
        if re.fullmatch(r"\d{1,4}(?:[.,]\d{1,2})?", norm):
            yield i + 1, Fraction(norm.replace(",", "."))
    else:
        yield from ((end, Fraction(number)) for end, number in spelled(words.language, tokens, i))


def ordinal(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """First, 1st, 21., ..."""
    yield from listed(words, "ordinals", tokens, i)
    match = ORDINAL.fullmatch(tokens[i].norm)
    if match and match[2] in words.ordinal_suffixes:
        yield i + 1, int(match[1])
    elif match and not match[2] and i + 1 < len(tokens) and tokens[i + 1].norm in words.ordinal_suffixes:
        yield i + 2, int(match[1])


def day(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """A day of the month: 4, 4e, vierde, vier."""
    norm = tokens[i].norm
    if norm.isascii() and norm.isdigit() and len(norm) <= 2 and 1 <= int(norm) <= 31:
        yield i + 1, int(norm)
    numerals = spelled(words.language, tokens, i)
    yield from ((end, n) for end, n in [*ordinal(words, "ordinals", tokens, i), *numerals] if 1 <= int(str(n)) <= 31)


def clock(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """A time of day in figures."""
    if CLOCK.fullmatch(tokens[i].norm):
        yield i + 1, tokens[i].norm


def numeric(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """A date in figures, year first or year last, as (year, month, day)."""
    match = NUMERIC.fullmatch(tokens[i].norm)
    if match and len(match[1]) == 4:
        yield i + 1, (int(match[1]), int(match[3]), int(match[4]))
    elif match and len(match[1]) <= 2 and len(match[4]) == 4:
        yield i + 1, _year_last(words, int(match[4]), int(match[1]), int(match[3]))
    elif match and len(match[1]) <= 2 and len(match[4]) == 2 and match[2] != ".":  # "1.2.10" is no date
        short = int(match[4])
        yield i + 1, _year_last(words, short + (1900 if short > PIVOT else 2000), int(match[1]), int(match[3]))


def _year_last(words: TimeWords, year: int, first: int, second: int) -> tuple[int, int, int] | None:
    """Day before month, or the other way round where only that is a date; None if the language has both orders."""
    if first > 12 or first == second or words.day_first:
        return year, second, first
    return (year, first, second) if second > 12 else None


def decade_year(words: TimeWords, _: str, tokens: Sequence[Token], i: int) -> Iterator[Filled]:
    """The first year of a decade: 1970s, 1970er."""
    if match := DECADE.fullmatch(tokens[i].norm):
        yield i + 1, int(match[1])


SLOTS: dict[str, tuple[Callable[[TimeWords, str, Sequence[Token], int], Iterator[Filled]], str]] = {
    "{month}": (names, "months"),
    "{full_month}": (names, "full_months"),
    "{weekday}": (names, "weekdays"),
    "{year}": (year, ""),
    "{day}": (day, ""),
    "{quantity}": (quantity, "quantities"),
    "{ordinal}": (ordinal, "ordinals"),
    "{numeric}": (numeric, ""),
    "{clock}": (clock, ""),
    "{unit}": (listed, "units"),
    "{units}": (listed, "plurals"),
    "{fraction}": (listed, "fractions"),
    "{relative}": (listed, "relatives"),
    "{today}": (listed, "days"),
    "{part}": (listed, "parts"),
    "{season}": (listed, "seasons"),
    "{decade}": (listed, "decades"),
    "{decade_year}": (decade_year, ""),
    "{quarter}": (listed, "quarters"),
    "{approx}": (listed, "approximations"),
}


def spelled(language: str, tokens: Sequence[Token], i: int) -> Iterator[tuple[int, int]]:
    """The longest spelled numeral that begins at a place."""
    if _numeral(language, tokens[i].norm) is None:
        return
    for end in range(min(len(tokens), i + LONGEST_NUMERAL), i, -1):
        text = " ".join(t.norm for t in tokens[i:end]).replace(" - ", "-")
        if (number := _numeral(language, text)) is not None:
            yield end, number
            return


@lru_cache(maxsize=65536)
def _numeral(language: str, text: str) -> int | None:
    """What a spelled numeral means, None if it is none. Cached: the words of a language repeat."""
    if not text[0].isalpha() or not text[-1].isalpha():
        return None
    try:
        return int(text2num(text, language))
    except ValueError:
        return None
