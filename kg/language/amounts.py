"""Amounts in running text: figures and spelled numerals with their scale, currency, percent sign or points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from kg.language.amount_patterns import approximation, figures, tail
from kg.language.amount_words import AmountWords, amount_words, key

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*(?!\w)")
NEXT_WORD = re.compile(rf"\s+({LETTER}+)")
NAME_BEFORE = re.compile(r"[\w,;:'’)-]\s+[A-Z]\w*\s$")  # a word with a capital that does not begin the sentence
BRAND_BEFORE = re.compile(r"[a-z][A-Z]\w*\s$")  # "iPhone 4"
YEAR = re.compile(r"(?:1[89]|20)\d\d")
MINUS = ("-", "−", "–")
LONGEST_NUMERAL = 5  # words


@dataclass(frozen=True, slots=True)
class Amount:
    """A stretch of text that says how much.

    value: with the scale multiplied in, None for a range (10-15 %); unit: ISO 4217 code, "%" or "points", None
    where the text does not say; approximate: whether a word for "about" stands before it.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str | None
    approximate: bool


def find_amounts(text: str, language: str, taken: Sequence[tuple[int, int]] = ()) -> list[Amount]:
    """The amounts of a text in order, without those that overlap a taken span; offsets are code points.

    Ordinals, numbers in names ("Boeing 737", "3GS") and years that stand alone are none. KgError for a language without
    a file in ontology/amounts.
    """
    words = amount_words(language)
    figured = _free(_in_figures(text, words), taken)
    spelled = _free(_spelled(text, words), [*taken, *((a.start, a.end) for a in figured)])  # the € of "twee € 5" is 5's
    return _share_units(sorted([*figured, *spelled], key=lambda a: a.start), text, words)


def _free(amounts: Iterable[Amount], taken: Sequence[tuple[int, int]]) -> list[Amount]:
    return [a for a in amounts if not any(a.start < end and start < a.end for start, end in taken)]


def _share_units(amounts: list[Amount], text: str, words: AmountWords) -> list[Amount]:
    """Give a bare figure the unit of the one it is joined with ("1,5 en 3 procent"), unless that has a scale too."""
    shared = list(amounts)
    for i in reversed(range(len(shared) - 1)):
        one, other = shared[i], shared[i + 1]
        joined = text[one.end : other.start].strip().casefold() in words.joiners
        plain = other.text[0].isdigit() and words.scales.keys().isdisjoint(key(other.text).split())
        if joined and plain and one.unit is None and other.unit:
            shared[i] = replace(one, unit=other.unit)
    return shared


def _in_figures(text: str, words: AmountWords) -> Iterator[Amount]:
    for match in figures(words.language).finditer(text):
        if match["before"] or match["scale"] or match["unit"] or _counts(text, match, words):
            value = None if match["upto"] else _decimal(match["number"], words)
            yield _amount(text, match, match.start(), -value if value and match["sign"] in MINUS else value, words)


def _decimal(number: str, words: AmountWords) -> Decimal:
    if _has_foreign_point(number, words):
        return Decimal(number)
    whole, _, rest = number.partition(words.decimal)
    return Decimal(whole.translate({ord(c): None for c in words.grouping}) + "." + (rest or "0"))


def _has_foreign_point(number: str, words: AmountWords) -> bool:
    """Whether it has a decimal point in a language with decimal commas ("1.5 miljard")."""
    return words.decimal == "," and re.fullmatch(r"\d+\.\d{1,2}", number) is not None


def _counts(text: str, match: re.Match[str], words: AmountWords) -> bool:
    """Whether a bare number counts something, rather than being part of a name, a score, a time, a year, an ordinal."""
    if match["upto"] or _has_foreign_point(match["number"], words):
        return False
    if words.ordinal_dot and re.match(r"\.\s", text[match.end() : match.end() + 2]):
        return False
    if BRAND_BEFORE.search(text, max(0, match.start() - 30), match.start()):
        return False
    if _word_follows(text, match.end(), words):
        return True
    name = words.capital_means_name and NAME_BEFORE.search(text, max(0, match.start() - 30), match.start())
    return not name and not YEAR.fullmatch(match["number"])


def _word_follows(text: str, end: int, words: AmountWords) -> bool:
    following = NEXT_WORD.match(text, end)
    return following is not None and following[1].casefold() not in words.uncounted


def _spelled(text: str, words: AmountWords) -> Iterator[Amount]:
    """Numerals in words that a scale, percent, points or currency follows, or that count something (two or more)."""
    seen = 0
    for match in WORD.finditer(text):
        if match.start() < seen or (found := _numeral_at(text, match.start(), words.language)) is None:
            continue
        seen, value = found
        rest = tail(words.language).match(text, seen)
        assert rest is not None  # every part of it is optional
        if _is_amount(text, value, rest, words):
            yield _amount(text, rest, match.start(), value, words)


def _is_amount(text: str, value: Decimal, rest: re.Match[str], words: AmountWords) -> bool:
    if rest["unit"] and words.unit(rest["unit"]) == "points":
        return value > 1  # "a point" is none
    return bool(rest["scale"] or rest["unit"]) or (value >= 2 and _word_follows(text, rest.end(), words))


def _amount(text: str, match: re.Match[str], start: int, value: Decimal | None, words: AmountWords) -> Amount:
    groups = match.groupdict()
    if value is not None:
        scale = groups["scale"]
        value *= 10 ** {**words.scales, **words.sign_scales}[key(scale)] if scale else 1
        value = value.to_integral() if value == value.to_integral() else value
    unit = next((words.unit(found) for n in ("before", "unit") if (found := groups.get(n))), None)
    approximate = approximation(words.language).search(text, max(0, start - 30), start) is not None
    return Amount(start, match.end(), text[start : match.end()], value, unit, approximate)


def _numeral_at(text: str, start: int, language: str) -> tuple[int, Decimal] | None:
    """The longest spelled numeral that begins at a word: its end and its value."""
    ends: list[int] = []
    for match, _ in zip(WORD.finditer(text, start), range(LONGEST_NUMERAL), strict=False):
        if ends and not text[ends[-1] : match.start()].isspace():
            break
        ends.append(match.end())
    for end in reversed(ends if ends and _value(language, key(text[start : ends[0]])) is not None else []):
        if (value := _value(language, key(text[start:end]))) is not None:
            return end, value
    return None


@lru_cache(maxsize=65536)
def _value(language: str, numeral: str) -> Decimal | None:
    """What a spelled numeral means, None if it is none. Cached: the words of a language repeat."""
    words = amount_words(language)
    if numeral in words.numerals:
        return words.numerals[numeral]
    if any(word in words.scales for word in numeral.split()):
        return None
    try:
        return Decimal(str(text2num(numeral, language)))
    except ValueError:
        return None
