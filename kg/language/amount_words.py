"""The words for amounts of a language: ontology/amounts/LANG.yaml, with the names of currencies from CLDR."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from typing import TypeVar

from kg.errors import KgError
from kg.resources import find
from kg.yamlfile import YamlFile, load

TEXTS = ("grouping", "decimal", "link")
FLAGS = ("capital_means_name", "ordinal_dot")
LISTS = ("approximations", "joiners", "uncounted")
MAPPINGS = {"scales": int, "sign_scales": int, "units": str, "numerals": str}
T = TypeVar("T")
UNIT = re.compile(r"%|points|[A-Z]{3}")


@dataclass(frozen=True)
class AmountWords:
    """How a language writes amounts; words are keys as `key` makes them.

    signs: what may stand before a number, units: what may stand after it; scales: powers of ten, sign_scales: those
    that follow only a number with a currency sign; link: what may stand between a number and its unit.
    """

    language: str
    grouping: str
    decimal: str
    link: str
    capital_means_name: bool
    ordinal_dot: bool
    scales: Mapping[str, int]
    sign_scales: Mapping[str, int]
    signs: Mapping[str, str]
    units: Mapping[str, str]
    numerals: Mapping[str, Decimal]
    approximations: tuple[str, ...]
    joiners: frozenset[str]
    uncounted: frozenset[str]

    @cached_property
    def _unit_keys(self) -> dict[str, str]:
        return {name.replace(" ", ""): unit for name, unit in self.units.items()}

    def unit(self, text: str) -> str:
        """The unit that a text from one of signs or units means; blanks in it do not matter ("US$", "US $")."""
        return self._unit_keys[key(text).replace(" ", "")]


def key(text: str) -> str:
    """How a word is looked up: without case, each stretch of white space one blank."""
    return " ".join(text.casefold().replace("’", "'").split())


@cache
def amount_words(language: str) -> AmountWords:
    """Load and check the file of a language; UsageError with file and line where it is wrong."""
    file = _load(f"amounts/{language}.yaml")
    data = file.data
    file.check((), data, dict, {*TEXTS, *FLAGS, *LISTS, *MAPPINGS})
    for kind, names in ((str, TEXTS), (bool, FLAGS)):
        for name in names:
            file.check((name,), data.get(name), kind)
    currencies = _load("amounts/currencies.yaml")
    signs = {**_mapping(currencies, "signs", str), **{code.casefold(): code for code in _codes(currencies)}}
    units = {**_currency_names(language, _codes(currencies)), **signs, **_mapping(file, "units", str)}
    for name, unit in units.items():
        if not UNIT.fullmatch(unit):
            raise file.error(("units", name), 'this must be "%", "points" or an ISO 4217 code')
    approximations, joiners, uncounted = (file.strings((name,), data.get(name, [])) for name in LISTS)
    return AmountWords(
        language=language,
        grouping=data["grouping"],
        decimal=data["decimal"],
        link=data["link"],
        capital_means_name=data["capital_means_name"],
        ordinal_dot=data["ordinal_dot"],
        scales=_mapping(file, "scales", int),
        sign_scales=_mapping(file, "sign_scales", int),
        signs=signs,
        units=units,
        numerals=_numerals(file),
        approximations=tuple(map(key, approximations)),
        joiners=frozenset(joiners),
        uncounted=frozenset(uncounted),
    )


def _load(name: str) -> YamlFile:
    path = find(name)
    if path is None:
        raise KgError(f"ontology/{name} is missing: it has the words for amounts")
    return load(path)


def _mapping(file: YamlFile, name: str, kind: type[T]) -> dict[str, T]:
    words = file.data.get(name, {})
    file.check((name,), words, dict)
    for word, value in words.items():
        file.check((name,), {word: value}, dict)
        file.check((name, word), value, kind)
    return {key(word): value for word, value in words.items()}


def _numerals(file: YamlFile) -> dict[str, Decimal]:
    numerals = {}
    for word, value in _mapping(file, "numerals", str).items():
        try:
            numerals[word] = Decimal(value)
        except InvalidOperation as error:
            raise file.error(("numerals", word), 'this must be a number in quotes ("1.5")') from error
    return numerals


def _codes(file: YamlFile) -> tuple[str, ...]:
    return file.strings(("codes",), file.data.get("codes", []))


def _currency_names(language: str, codes: tuple[str, ...]) -> dict[str, str]:
    from babel.numbers import get_currency_name  # loading it takes longer than everything else here

    return {key(get_currency_name(code, n, language)): code for code in codes for n in (1, 2)}
