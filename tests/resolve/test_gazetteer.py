"""The gazetteer: forms in four languages, its data as a whole, users' files and the mistakes in them."""

import re
from collections.abc import Callable
from pathlib import Path

import babel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.resolve.gazetteer import LANGUAGES, Gazetteer
from kg.resolve.gazetteer_data import CURRENCIES, TARGET, countries_yaml, currencies_yaml
from kg.resolve.gazetteer_forms import inflect, spelling

KINDS = {"country", "region", "city", "agency", "institution", "index", "exchange", "currency"}
SHARED_ADJECTIVES = {"congo-brazzaville", "dominica"}  # countries whose adjective stands for a larger neighbour


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def found(entry: object) -> str | None:
    return getattr(entry, "id", None)


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [
        ("Verenigde Staten", "nl", "united-states"),
        ("verenigde  staten", "nl", "united-states"),
        ("VERENIGDE STATEN", "nl", "united-states"),
        ("Verenigde Staten van Amerika", "nl", "united-states"),
        ("VS", "nl", "united-states"),
        ("V.S.", "nl", "united-states"),
        ("V. S.", "nl", "united-states"),
        ("vs", "nl", None),
        ("Vs", "nl", None),
        ("US", "en", "united-states"),
        ("U.S.", "en", "united-states"),
        ("us", "en", None),
        ("Us", "en", None),
        ("USA", "de", "united-states"),
        ("États-Unis", "fr", "united-states"),
        ("Etats Unis", "fr", "united-states"),
        ("Verenigd Koninkrijk", "nl", "united-kingdom"),
        ("Groot-Brittannië", "nl", "united-kingdom"),
        ("Brittannië", "nl", "united-kingdom"),
        ("UK", "en", "united-kingdom"),
        ("Großbritannien", "de", "united-kingdom"),
        ("Royaume-Uni", "fr", "united-kingdom"),
        ("Engeland", "nl", "england"),
        ("Schotland", "nl", "scotland"),
        ("Holland", "nl", "netherlands"),
        ("Zuid-Korea", "nl", "south-korea"),
        ("Hongkong", "nl", "hong-kong"),
        ("Hong Kong", "en", "hong-kong"),
        ("Sovjet-Unie", "nl", "soviet-union"),
        ("DDR", "de", "east-germany"),
        ("Tsjechië", "nl", "czechia"),
        ("Czech Republic", "en", "czechia"),
        ("Kosovo", "fr", "kosovo"),
        ("Palestina", "nl", "palestine"),
        ("Norvège", "fr", "norway"),
        ("Midden-Oosten", "nl", "middle-east"),
        ("EU", "nl", "european-union"),
        ("Londen", "nl", "london"),
        ("Londres", "fr", "london"),
        ("The Hague", "en", "the-hague"),
        ("Peking", "nl", "beijing"),
        ("Beijing", "nl", "beijing"),
        ("Sao Paulo", "en", "sao-paulo"),
        ("Washington, D.C.", "en", "washington"),
        ("New York", "nl", "new-york"),
        ("California", "nl", "california"),
        ("California", None, "california"),
        ("California", "es", "california"),
        ("Georgia", "nl", "georgia-state"),
        ("Georgia", "en", None),
        ("Georgië", "nl", "georgia"),
        ("Congo", "nl", None),
        ("Korea", "nl", None),
        ("AP", "nl", "associated-press"),
        ("ap", "nl", None),
        ("dpa", "de", "dpa"),
        ("ANP", "nl", "anp"),
        ("Reuters", "fr", "reuters"),
        ("S & P 500", "nl", "s-p-500"),
        ("S&P 500", "en", "s-p-500"),
        ("Standard & Poor ' s 500-index", "nl", "s-p-500"),
        ("S&P", "en", None),
        ("Dow", "nl", "dow-jones-industrial-average"),
        ("Dow Jones-index", "nl", "dow-jones-industrial-average"),
        ("AEX-index", "nl", "aex"),
        ("Cac", "fr", "cac-40"),
        ("indice CAC 40", "fr", "cac-40"),
        ("Hang Seng Index", "en", "hang-seng"),
        ("NASDAQ", "nl", "nasdaq-composite"),
        ("NYSE", "en", "new-york-stock-exchange"),
        ("STOXX 600", "nl", "stoxx-europe-600"),
        ("BEL 20-index", "nl", "bel-20"),
        ("Hang Seng Tech", "en", "hang-seng-tech"),
        ("Euronext", "fr", "euronext"),
        ("dollar", "nl", "us-dollar"),
        ("Dollar", "de", "us-dollar"),
        ("US dollars", "en", "us-dollar"),
        ("Canadian dollars", "en", "canadian-dollar"),
        ("Kronen", "de", None),
        ("franc", "fr", None),
        ("euro's", "nl", None),
        ("roebel", "nl", "russian-ruble"),
        ("Almere", "nl", "almere"),
        ("Den Bosch", "nl", "s-hertogenbosch"),
        ("Courtrai", "fr", "kortrijk"),
        ("Tsjeljabinsk", "nl", "chelyabinsk"),
        ("Wroclaw", "nl", "wroclaw"),
        ("Chengdu", "nl", "chengdu"),
        ("Best", "nl", None),
        ("Oss", "nl", None),
        ("Tours", "fr", None),
        ("Mobile", "en", None),
        ("Orange", "fr", None),
        ("Reading", "en", None),
        ("Philips", "nl", None),
        ("Birmingham", "en", None),
        ("", "nl", None),
        ("Xiaomi", "nl", None),
    ],
)
def test_by_name(gazetteer: Gazetteer, text: str, language: str | None, entry: str | None) -> None:
    assert found(gazetteer.by_name(text, language)) == entry


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [
        ("Chinees", "nl", "china"),
        ("Chinese", "nl", "china"),
        ("Amerikaanse", "nl", "united-states"),
        ("AMERIKAANSE", "nl", "united-states"),
        ("amerikaanse", "nl", None),
        ("Noord-Koreaanse", "nl", "north-korea"),
        ("Zuid-Afrikaanse", "nl", "south-africa"),
        ("West-Europees", "nl", "western-europe"),
        ("Koreaanse", "nl", None),
        ("Engelse", "nl", "england"),
        ("Britse", "nl", "united-kingdom"),
        ("Russische", "nl", "russia"),
        ("Israëlische", "nl", "israel"),
        ("Oekraiense", "nl", "ukraine"),
        ("Haagse", "nl", "the-hague"),
        ("New Yorkse", "nl", "new-york"),
        ("Californische", "nl", "california"),
        ("Vlaamse", "nl", "flanders"),
        ("Latijns-Amerikaanse", "nl", "latin-america"),
        ("Congolese", "nl", "dr-congo"),
        ("American", "en", "united-states"),
        ("Polish", "en", "poland"),
        ("polish", "en", None),
        ("Dutch", "en", "netherlands"),
        ("Nigerien", "en", "niger"),
        ("Nigerian", "en", "nigeria"),
        ("North Korean", "en", "north-korea"),
        ("amerikanischer", "de", "united-states"),
        ("US-amerikanischen", "de", "united-states"),
        ("Amerikanische", "de", "united-states"),
        ("deutsches", "de", "germany"),
        ("bayerische", "de", "bavaria"),
        ("Schweizer", "de", "switzerland"),
        ("Londoner", "de", "london"),
        ("américaines", "fr", "united-states"),
        ("Américaine", "fr", "united-states"),
        ("canadienne", "fr", "canada"),
        ("française", "fr", "france"),
        ("grecque", "fr", "greece"),
        ("turques", "fr", "turkey"),
        ("lettonne", "fr", "latvia"),
        ("sud-africains", "fr", "south-africa"),
        ("Chinese", "fr", None),
        ("Chinese", "xx", None),
    ],
)
def test_by_adjective(gazetteer: Gazetteer, text: str, language: str, entry: str | None) -> None:
    assert found(gazetteer.by_adjective(text, language)) == entry


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [
        ("Chinees", "nl", "china"),
        ("Chinezen", "nl", "china"),
        ("Amerikaan", "nl", "united-states"),
        ("Amerikanen", "nl", "united-states"),
        ("Amerikaanse", "nl", "united-states"),
        ("Belgen", "nl", "belgium"),
        ("Duitsers", "nl", "germany"),
        ("Fransman", "nl", "france"),
        ("Ieren", "nl", "ireland"),
        ("Israëli's", "nl", "israel"),
        ("Israëli’s", "nl", "israel"),
        ("Kroaten", "nl", "croatia"),
        ("Amsterdammers", "nl", "amsterdam"),
        ("Americans", "en", "united-states"),
        ("British", "en", "united-kingdom"),
        ("Frenchmen", "en", "france"),
        ("Danes", "en", "denmark"),
        ("Chinese", "en", "china"),
        ("Amerikaner", "de", "united-states"),
        ("Amerikanerinnen", "de", "united-states"),
        ("Franzosen", "de", "france"),
        ("Chinesen", "de", "china"),
        ("Deutschen", "de", "germany"),
        ("Américains", "fr", "united-states"),
        ("Chinoise", "fr", "china"),
        ("Belges", "fr", "belgium"),
        ("chinezen", "nl", None),
    ],
)
def test_by_inhabitant(gazetteer: Gazetteer, text: str, language: str, entry: str | None) -> None:
    assert found(gazetteer.by_inhabitant(text, language)) == entry


def test_an_entry_says_all_that_the_files_say_of_it(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entries["germany"]
    assert (entry.type, entry.kind, entry.iso, entry.country) == ("LOC", "country", "DE", None)
    assert entry.labels == (("de", "Deutschland"), ("en", "Germany"), ("fr", "Allemagne"), ("nl", "Duitsland"))
    assert {("nl", "Bondsrepubliek"), ("mul", "BRD")} <= set(entry.aliases)
    assert {("nl", "Duitse"), ("de", "deutschem"), ("fr", "allemande")} <= set(entry.adjectives)
    assert entry.same_as == ("http://www.wikidata.org/entity/Q183", "https://sws.geonames.org/2921044/")
    assert gazetteer.entries["london"].country == "united-kingdom"
    assert gazetteer.entries["aex"].country == "netherlands"


def test_every_entry_has_a_label_in_each_language_and_a_kind(gazetteer: Gazetteer) -> None:
    for entry in gazetteer.entries.values():
        assert {language for language, _ in entry.labels} == set(LANGUAGES), entry.id
        assert entry.kind in KINDS, entry.id


def test_every_country_has_an_adjective_and_inhabitants(gazetteer: Gazetteer) -> None:
    countries = {entry.id: entry for entry in gazetteer.entries.values() if entry.kind == "country"}
    assert len(countries) > 195
    for name, entry in countries.items():
        if name not in SHARED_ADJECTIVES:
            assert {language for language, _ in entry.adjectives} == set(LANGUAGES), name
            assert {language for language, _ in entry.inhabitants} >= {"nl", "en", "fr"}, name


def test_no_form_stands_for_two_entries(gazetteer: Gazetteer) -> None:
    assert gazetteer.ambiguous() == [("en", "georgia"), ("fr", "georgie")]  # the country and the American state


def test_every_label_is_found(gazetteer: Gazetteer) -> None:
    left_out = set(gazetteer.ambiguous())
    for entry in gazetteer.entries.values():
        for language, label in entry.labels:
            if (language, spelling(label).casefold()) not in left_out:
                assert gazetteer.by_name(label, language) is entry, (language, label)


def test_iso_codes_and_wikidata_items_are_unique(gazetteer: Gazetteer) -> None:
    codes = [entry.iso for entry in gazetteer.entries.values() if entry.iso]
    items = [item for entry in gazetteer.entries.values() for item in entry.same_as]
    assert len(codes) == len(set(codes))
    assert len(items) == len(set(items))


@pytest.mark.parametrize("path", sorted(TARGET.parent.glob("*.yaml")), ids=lambda path: path.name)
def test_each_file_names_its_licence_and_is_sorted(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any("icence: " in line or "CC0" in line for line in lines[:10] if line.startswith("#"))
    if path.name == "endings.yaml":
        return
    previous = ""
    for line in lines:
        if not line.startswith("  ") or line.startswith("  #"):  # a new section, or a new group in it
            previous = ""
        else:
            entry = line.strip().split(":")[0]
            assert previous < entry, line
            previous = entry


@pytest.mark.parametrize(("path", "write"), [(TARGET, countries_yaml), (CURRENCIES, currencies_yaml)])
def test_files_from_cldr_are_what_the_script_writes(path: Path, write: Callable[[], str]) -> None:
    written = path.read_text(encoding="utf-8")
    if f"babel {babel.__version__}." not in written:
        pytest.skip(f"{path.name} was written with another version of babel than {babel.__version__}")
    assert write() == written


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's ontology/ with an empty gazetteer/."""
    (tmp_path / "gazetteer").mkdir()
    return tmp_path


def test_users_files_are_added(own: Path) -> None:
    (own / "gazetteer" / "more.yaml").write_text(
        "entries:\n"
        "  almere: {type: LOC, kind: city, country: netherlands, label: Almere, adjective_nl: Almeers}\n"
        "alias_nl:\n"
        "  netherlands: Lage Landen\n"
        "  almere: [Polderstad]\n",
        encoding="utf-8",
    )
    (own / "gazetteer" / "firms.csv").write_text(
        "id,type,kind,label_nl,label_en,alias,same_as,geonames\n"
        'asml,ORG,company,ASML,ASML,"ASML Holding; ASML N.V.",https://example.org/asml,\n'
        "\n"
        "no,ORG,,Norsk Hydro,NO,,,\n"
        "best,LOC,city,Best,Best,,,2758602\n",
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load(own)
    assert found(gazetteer.by_adjective("Almeerse", "nl")) == "almere"
    assert found(gazetteer.by_name("Polderstad", "nl")) == "almere"
    assert found(gazetteer.by_name("Lage Landen", "nl")) == "netherlands"
    assert found(gazetteer.by_name("ASML NV", "nl")) == "asml"
    assert gazetteer.entries["asml"].same_as == ("https://example.org/asml",)
    assert found(gazetteer.by_name("NO", "en")) == "no"
    assert gazetteer.entries["best"].same_as == ("https://sws.geonames.org/2758602/",)


def test_the_examples_of_the_guide_are_right(own: Path) -> None:
    guide = (TARGET.parent.parent / "README.md").read_text(encoding="utf-8")
    section = guide.split("## Add known entities")[1].split("\n## ")[0]
    example, table = (
        section.split("```yaml\n")[1].split("```")[0],
        re.findall(r"(?m)^    (\S.*\n)", section.split("```")[2]),
    )
    for name, content in (("mine.yaml", example), ("mine.csv", "".join(table))):
        (own / "gazetteer" / name).write_text(content, encoding="utf-8")
        entry = Gazetteer.load(own).by_name("ASML Holding", "nl")
        assert entry == Gazetteer.load(own).by_name("asml nv", "en")
        assert (found(entry), entry and entry.same_as) == ("asml", ("https://example.org/asml",))
        (own / "gazetteer" / name).unlink()


def test_a_users_file_of_the_same_name_replaces_the_one_of_kg(own: Path) -> None:
    (own / "gazetteer" / "organisations.yaml").write_text(
        "entries: {reuters: {type: ORG, label: Reuters}}\n", encoding="utf-8"
    )
    (own / "gazetteer" / "wikidata.yaml").write_text("wikidata: {reuters: Q130879}\n", encoding="utf-8")
    gazetteer = Gazetteer.load(own)
    assert "aex" not in gazetteer.entries
    assert gazetteer.entries["reuters"].kind is None


def test_a_form_that_a_user_gives_to_a_second_entry_is_left_out(own: Path) -> None:
    (own / "gazetteer" / "a.yaml").write_text("entries: {lima-bv: {type: ORG, label: Lima}}\n", encoding="utf-8")
    gazetteer = Gazetteer.load(own)
    assert gazetteer.by_name("Lima", "nl") is None
    assert ("nl", "lima") in gazetteer.ambiguous()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.yaml", "entries:\n  x:\n    type: LOC\n    lable: X\n", "a.yaml:4: entries.x.lable: no such field"),
        ("a.yaml", "entries:\n  x: {type: GPE, label: X}\n", "a.yaml:2: entries.x.type: GPE does not have the form"),
        ("a.yaml", "entries:\n  x: {type: LOC}\n", "a.yaml:2: entries.x: a label is missing"),
        ("a.yaml", "entries:\n  x: {label: X}\n", "a.yaml:2: entries.x: type is missing"),
        ("a.yaml", "entries:\n  X y: {type: LOC, label: X}\n", "a.yaml:2: entries.X y: an id is small letters"),
        ("a.yaml", "entries:\n  x: {type: LOC, label: X, country: y}\n", "a.yaml:2: entries.x.country: there is no"),
        ("a.yaml", "entries:\n  x: {type: LOC, label: {nl: X}}\n", "a.yaml:2: entries.x.label: text, or a list"),
        ("a.yaml", "entries:\n  x: {type: LOC, label: }\n", "a.yaml:2: entries.x.label: a value is empty"),
        ("a.yaml", "entries:\n  x: {type: LOC, label_nl: []}\n", "a.yaml:2: entries.x.label_nl: a value is empty"),
        ("a.yaml", "entries:\n  china: [LOC]\n", "a.yaml:2: entries.china: keys with values are wanted"),
        ("a.yaml", "entries:\n  x: [LOC]\n", "a.yaml:2: entries.x: keys with values are wanted"),
        ("a.yaml", "entries:\n  x: {type: LOC, label: X}\n  x: {label: Y}\n", "a.yaml:3: x: a key must be text and"),
        ("a.yaml", "entries:\n  china: {kind: city}\n", "a.yaml:2: entries.china.kind: one value is wanted"),
        ("a.yaml", "alias_nl:\n  chnia: Kina\n", "a.yaml:2: alias_nl.chnia: there is no entry chnia"),
        ("a.yaml", "wikidata:\n  gambia: 1005\n", "a.yaml:2: wikidata.gambia: 1005 does not have the form"),
        ("a.yaml", "geonames:\n  gambia: Q1005\n", "a.yaml:2: geonames.gambia: Q1005 does not have the form"),
        ("a.yaml", "geonames:\n  gambia: 1\n", "a.yaml:2: geonames.gambia: one value is wanted"),
        ("a.yaml", "entries:\n  x: {type: LOC, label: X, iso: nl}\n", "a.yaml:2: entries.x.iso: nl does not have"),
        ("a.yaml", "entries:\n  x: {type: LOC, label: *a}\n", "a.yaml:2: *a: nothing before it has this anchor"),
        ("a.yaml", "same_as:\n  gambia: <x>\n", "a.yaml:2: same_as.gambia: <x> does not have the form"),
        ("a.yaml", "endings:\n  nl:\n    verb: {a: b}\n", "a.yaml:3: endings.nl.verb: no such table"),
        ("a.yaml", "- a\n", "a.yaml:1: : keys with values are wanted"),
        ("a.yaml", "a: [\n", "a.yaml:2: not valid YAML"),
        ("a.csv", "id,type,lable\nx,LOC,X\n", "a.csv:1: lable: no such field"),
        ("a.csv", "id,type,label\nx,LOC\n", "a.csv:2: row: 2 cells, 3 columns"),
        ("a.csv", "type,label\nLOC,X\n", "a.csv:2: id: an id is small letters"),
        ("a.csv", "id,type,label\nx,LOC,X\ny,GPE,Y\n", "a.csv:3: type: GPE does not have the form"),
        ("a.csv", 'id,type,label\nx,LOC,"X\n', "a.csv:2: row: unexpected end of data"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(own: Path, name: str, content: str, problem: str) -> None:
    (own / "gazetteer" / name).write_text(content, encoding="utf-8")
    with pytest.raises(KgError) as raised:
        Gazetteer.load(own)
    assert problem in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_utf_8(own: Path) -> None:
    (own / "gazetteer" / "a.csv").write_bytes(b"id,type,label\nx,LOC,\xff\n")
    with pytest.raises(KgError, match=r"a\.csv: cannot be read"):
        Gazetteer.load(own)


def test_the_longest_suffix_counts() -> None:
    endings = {"": ["", "x"], "s": ["s", "se"], "es": ["ese"]}
    assert inflect("Deens", endings) == ["Deens", "Deense"]
    assert inflect("Chines", endings) == ["Chinese"]
    assert inflect("Thai", endings) == ["Thai", "Thaix"]
    assert inflect("Thai", {"s": ["s"]}) is None


@given(st.text(max_size=20))
def test_any_text_may_be_asked_for(gazetteer: Gazetteer, text: str) -> None:
    assert spelling(spelling(text).casefold()) == spelling(spelling(text).casefold()).strip()
    for entry in (gazetteer.by_name(text), gazetteer.by_adjective(text, "nl"), gazetteer.by_inhabitant(text, "de")):
        assert entry is None or entry.id in gazetteer.entries


@given(st.sampled_from(["Zuid-Korea", "S&P 500", "Noord-Macedonië", "Ho Chi Minhstad"]), st.integers(0, 3))
def test_blanks_and_hyphens_do_not_count(gazetteer: Gazetteer, name: str, count: int) -> None:
    spaced = name.replace("-", " " * count + "-").replace("&", " " * count + "&").replace(" ", " " * max(count, 1))
    assert gazetteer.by_name(f"{' ' * count}{spaced}", "nl") is gazetteer.by_name(name, "nl")
    assert gazetteer.by_name(name, "nl") is not None
