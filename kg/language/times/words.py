"""The words and phrases for times of a language: ontology/times/LANG.yaml, with months and weekdays from CLDR.

The file has word lists, each word with what it means, and `rules`: for each kind of time expression the phrases that
say it, as templates of words and slots. `a|b` is a choice, `a?` may be left out, `(a)` must stand there without being
part of the expression, `{month}` is a slot (see slots.py).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product

from kg.errors import KgError
from kg.language.amount_words import amount_words
from kg.language.times.tokens import norms
from kg.resources import find
from kg.yamlfile import Place, YamlFile, load

Value = int | str | Fraction | None
Element = tuple[str, bool]  # a word or a "{slot}", and whether it is part of the expression
UNITS = ("hour", "day", "week", "weekend", "month", "quarter", "half-year", "year", "decade", "century")
LISTS: dict[str, tuple[type, tuple[object, ...]]] = {
    "months": (int, tuple(range(1, 13))),
    "weekdays": (int, tuple(range(7))),
    "quantities": (str, ()),
    "ordinals": (int, ()),
    "units": (str, UNITS),
    "plurals": (str, UNITS),
    "fractions": (int, (2, 3, 4)),
    "relatives": (int, (-1, 0, 1)),
    "days": (int, ()),
    "parts": (int, (1, 2, 3)),
    "seasons": (int, (3, 6, 9, 12)),
    "decades": (int, tuple(range(0, 100, 10))),
    "quarters": (int, (1, 2, 3, 4)),
}
SLOT = re.compile(r"\{[a-z_]+\}")
PIECE = re.compile(rf"{SLOT.pattern}|[^_{{}}]+")


@dataclass(frozen=True)
class TimeWords:
    """What a language says times with.

    entries: by list, then first token, the token sequences with their meaning; capitalised: whether months have a
    capital; day_first: whether 05/06/2021 is 5 June, rather than unknown; measures: words that make an amount of the
    number before them.
    """

    language: str
    entries: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]]
    ordinal_suffixes: frozenset[str]
    capitalised: bool
    day_first: bool
    measures: frozenset[tuple[str, ...]]
    rules: Mapping[str, tuple[tuple[Element, ...], ...]]
    file: YamlFile


@cache
def time_words(language: str) -> TimeWords:
    """Load and check the file of a language; UsageError with file and line where it is wrong."""
    path = find(f"times/{language}.yaml")
    if path is None:
        raise KgError(f"ontology/times/{language}.yaml is missing: it has the words for times")
    file = load(path)
    file.check((), file.data, dict, {*LISTS, *("ordinal_suffixes", "approximations", "day_first", "rules")})
    file.check(("day_first",), file.data.get("day_first"), bool)
    suffixes, approximations = (
        file.strings((name,), file.data.get(name, [])) for name in ("ordinal_suffixes", "approximations")
    )
    lists = {name: _list(file, name) for name in LISTS} | {"approximations": dict.fromkeys(approximations)}
    months, short, weekdays, capitalised = _cldr(language)
    lists["months"] = {**short, **months, **lists["months"]}
    lists["weekdays"] = {**weekdays, **lists["weekdays"]}
    lists["full_months"] = dict(months)
    amounts = amount_words(language)
    return TimeWords(
        language,
        entries={name: _by_first_token(words) for name, words in lists.items()},
        ordinal_suffixes=frozenset(suffixes),
        capitalised=capitalised,
        day_first=file.data["day_first"],
        measures=frozenset(norms(word) for word in (*amounts.units, *amounts.scales)),
        rules=_rules(file),
        file=file,
    )


def _list(file: YamlFile, name: str) -> dict[str, Value]:
    kind, allowed = LISTS[name]
    words = file.data.get(name, {})
    file.check((name,), words, dict)
    for word, value in words.items():
        place = (name, word)
        file.check((name,), {word: value}, dict)
        file.check(place, value, kind)
        if not norms(word):
            raise file.error(place, "this must be a word")
        if allowed and value not in allowed:
            raise file.error(place, f"not one of {', '.join(map(str, allowed))}")
    return {w: _quantity(file, (name, w), v) for w, v in words.items()} if name == "quantities" else dict(words)


def _quantity(file: YamlFile, place: Place, value: str) -> Fraction | None:
    """A number or fraction; "?" for a word that does not say how many."""
    try:
        return None if value == "?" else Fraction(value)
    except (ValueError, ZeroDivisionError) as error:
        raise file.error(place, 'this must be "3", "1/2" or "?"') from error


def _cldr(language: str) -> tuple[dict[str, int], dict[str, int], dict[str, int], bool]:
    """Months, short months and weekdays of CLDR, and whether the language writes them with a capital."""
    from babel import Locale  # loading it takes longer than everything else here

    locale = Locale(language)
    months = {name: number for number, name in locale.months["format"]["wide"].items()}
    shorts = [(n, name.removesuffix(".")) for n, name in locale.months["format"]["abbreviated"].items()]
    short = {form: n for n, name in shorts if name not in months for form in (name, name + ".")}  # "okt.", not "mei."
    weekdays = {name: number for number, name in locale.days["format"]["wide"].items()}
    return months, short, weekdays, all(name[0].isupper() for name in months)


def _by_first_token(words: Mapping[str, Value]) -> dict[str, tuple[tuple[tuple[str, ...], Value], ...]]:
    """The words by their first token, long ones first."""
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for word, value in words.items():
        sequence = norms(word)
        found.setdefault(sequence[0], []).append((sequence, value))
    return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in found.items()}


def _rules(file: YamlFile) -> dict[str, tuple[tuple[Element, ...], ...]]:
    rules = file.data.get("rules", {})
    file.check(("rules",), rules, dict)
    return {
        name: tuple(dict.fromkeys(e for t in file.strings(("rules", name), templates) for e in expand(t)))
        for name, templates in rules.items()
    }


def expand(template: str) -> list[tuple[Element, ...]]:
    """Every sequence of words and slots that a template stands for: "de|het? {month}" is three."""
    choices: list[list[tuple[Element, ...]]] = []
    for item in template.split():
        inside = not (item.startswith("(") and ")" in item)
        options = item.removesuffix("?").strip("()").split("|")
        found = [tuple((part, inside) for part in _parts(option)) for option in options]
        choices.append([*found, ()] if item.endswith("?") else found)
    return [tuple(element for part in sequence for element in part) for sequence in product(*choices)]


def _parts(option: str) -> tuple[str, ...]:
    """The words and slots of one choice, which "_" joins."""
    pieces = PIECE.findall(option)
    return tuple(part for piece in pieces for part in ((piece,) if SLOT.fullmatch(piece) else norms(piece)))
