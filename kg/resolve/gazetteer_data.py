"""Writes ontology/gazetteer/countries.yaml from CLDR: `python -m kg.resolve.gazetteer_data`.

Only names that newspapers use as CLDR has them are taken over. Places for which CLDR prefers another name ("Türkiye",
"Hongkong SAR van China", "Congo-Kinshasa") stand in territories.yaml, written by hand, and are not in the lists here.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

import babel
from babel import Locale

from kg.resources import SHIPPED

TARGET = SHIPPED / "gazetteer" / "countries.yaml"
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


@cache
def names(code: str) -> dict[str, str]:
    """The names of a territory by language, as CLDR has them."""
    return {language: Locale.parse(language).territories[code] for language in LANGUAGES}


def slug(code: str) -> str:
    """The id of a territory: its English name in plain letters ("bosnia-herzegovina")."""
    plain = unicodedata.normalize("NFKD", names(code)["en"]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "-", plain).strip("-")


def line(code: str) -> str:
    """One entry as a line of YAML; a name that several languages share is written once, as their `label`."""
    fields = [f"iso: {code}"]
    if code in TERRITORIES:
        fields += ["kind: region", f"country: {slug(TERRITORIES[code])}"]
    own = names(code)
    common, times = Counter(own.values()).most_common(1)[0]
    if times > 1:
        fields.append(f"label: {common}")
    fields += [f"label_{language}: {name}" for language, name in own.items() if times == 1 or name != common]
    return f"  {slug(code)}: {{{', '.join(fields)}}}\n"


def countries_yaml() -> str:
    """The whole file; the same text each time that CLDR's data is the same."""
    codes = sorted([*STATES.split(), *TERRITORIES], key=slug)
    return HEADER.format(version=babel.__version__) + "".join(map(line, codes))


if __name__ == "__main__":
    TARGET.write_text(countries_yaml(), encoding="utf-8", newline="\n")
