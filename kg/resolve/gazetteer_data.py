"""Writes countries.yaml and currencies.yaml of ontology/gazetteer/ from CLDR: `python -m kg.resolve.gazetteer_data`.

Only names that newspapers use as CLDR has them are taken over. Places for which CLDR prefers another name ("Türkiye",
"Hongkong SAR van China", "Congo-Kinshasa") stand in territories.yaml, written by hand, and are not in the lists here.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

import babel
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from kg.resources import SHIPPED

TARGET = SHIPPED / "gazetteer" / "countries.yaml"
CURRENCIES = SHIPPED / "gazetteer" / "currencies.yaml"
LANGUAGES = ("nl", "en", "de", "fr")

# ISO 3166-1 codes of the member states of the United Nations, Vatican City, Taiwan and Kosovo (XK, as CLDR has it).
STATES = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CF CH CL CM CN CO CR CU "
    "CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE "
    "IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK "
    "ML MN MR MT MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD "
    "SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS "
    "XK YE ZA ZM ZW"
)

# Those of territories.yaml, which have currencies too.
BY_HAND = "CD CG CI HK MM MO MU PS SX TR VI"

# Territories with an ISO code of their own, and the state that they belong to.
TERRITORIES = {
    "AI": "GB", "AS": "US", "AW": "NL", "AX": "FI", "BM": "GB", "CK": "NZ", "CW": "NL", "FK": "GB", "FO": "DK",
    "GF": "FR", "GG": "GB", "GI": "GB", "GL": "DK", "GP": "FR", "GU": "US", "IM": "GB", "JE": "GB", "KY": "GB",
    "MQ": "FR", "NC": "FR", "PF": "FR", "PR": "US", "RE": "FR", "TC": "GB", "VG": "GB",
    "YT": "FR",
}  # fmt: skip

HEADER = """\
# Countries and territories with an ISO 3166-1 code, and their names in four languages.
# Source: Unicode CLDR, territory names, through babel {version}. Licence: Unicode-3.0.
# Written by kg/resolve/gazetteer_data.py: run it again rather than edit this file.
# Other names are in country-aliases.yaml, adjectives and inhabitants in demonyms-*.yaml.
defaults: {{type: LOC, kind: country}}
entries:
"""

CURRENCIES_HEADER = """\
# Currencies that are legal tender, with their ISO 4217 code, and their names in four languages, with the plurals.
# Source: Unicode CLDR, names of currencies, through babel {version}. Licence: Unicode-3.0.
# Written by kg/resolve/gazetteer_data.py: run it again rather than edit this file.
# Names that stand for one of several currencies ("dollar") are in currency-aliases.yaml, where their use is certain.
defaults: {{type: THING, kind: currency}}
entries:
"""


@cache
def names(code: str) -> dict[str, str]:
    """The names of a territory by language, as CLDR has them."""
    return {language: Locale.parse(language).territories[code] for language in LANGUAGES}


def slug(name: str) -> str:
    """The id that an English name gives: in plain letters ("bosnia-herzegovina")."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "-", plain).strip("-")


def territory(code: str) -> str:
    """The id of a territory."""
    return slug(names(code)["en"])


def line(code: str) -> str:
    """One territory as a line of YAML."""
    fields = [f"iso: {code}"]
    if code in TERRITORIES:
        fields += ["kind: region", f"country: {territory(TERRITORIES[code])}"]
    return f"  {territory(code)}: {{{', '.join([*fields, *_labels(names(code))])}}}\n"


def _labels(own: dict[str, str]) -> list[str]:
    """The fields of names by language; a name that several languages share is written once, as their `label`."""
    common, times = Counter(own.values()).most_common(1)[0]
    fields = [f"label: {common}"] if times > 1 else []
    return fields + [f"label_{language}: {name}" for language, name in own.items() if times == 1 or name != common]


def currency_names(code: str, count: int) -> dict[str, str]:
    """The names of so many units of a currency, by language."""
    return {language: get_currency_name(code, count, language) for language in LANGUAGES}


def currency_line(code: str) -> str:
    """One currency as a line of YAML."""
    one, more = currency_names(code, 1), currency_names(code, 2)
    plurals = [f"alias_{language}: {name}" for language, name in more.items() if name != one[language]]
    return f"  {slug(one['en'])}: {{{', '.join([f'iso: {code}', *_labels(one), *plurals])}}}\n"


def currencies() -> list[str]:
    """The codes of currencies, without those whose name in some language is a word on its own ("Loti", "Tugrik")."""
    territories = [*STATES.split(), *TERRITORIES, *BY_HAND.split()]
    codes = {code for place in territories for code in get_territory_currencies(place)}
    return sorted(code for code in codes if code == "EUR" or all(map(_is_phrase, currency_names(code, 1).values())))


def _is_phrase(name: str) -> bool:
    return re.search(r"[ -]", name) is not None


def countries_yaml() -> str:
    """The whole file; the same text each time that CLDR's data is the same."""
    codes = sorted([*STATES.split(), *TERRITORIES], key=territory)
    return HEADER.format(version=babel.__version__) + "".join(map(line, codes))


def currencies_yaml() -> str:
    """The whole file; the same text each time that CLDR's data is the same."""
    return CURRENCIES_HEADER.format(version=babel.__version__) + "".join(sorted(map(currency_line, currencies())))


if __name__ == "__main__":
    TARGET.write_text(countries_yaml(), encoding="utf-8", newline="\n")
    CURRENCIES.write_text(currencies_yaml(), encoding="utf-8", newline="\n")
