"""What each saved query answers, on a small graph whose claims are written out here."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from newsroom import Newsroom

from kg.errors import UsageError
from kg.extract.claim import Figure
from kg.query.ask import ask
from kg.query.engine import QueryEngine
from kg.query.saved import saved_queries, saved_query

ELSEWHERE = {"corroborated", "documents", "merges", "proposals", "relations", "sentences", "conflicts"}
"""Saved queries that other tests are about."""


def euros(text: str, value: str) -> Figure:
    return Figure(text, Decimal(value), "EUR")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryEngine]:
    """Four articles of two publishers on a car maker, its owners, plans and figures."""
    room = Newsroom()
    room.entity("ORG Opel", "Adam Opel AG")
    room.article("maart", "2021-03-10", "ORG ANP", "ORG Opel", "PER Jan Mol", "ORG GM")
    room.article("april", "2021-04", "ORG Belga", "ORG Opel", "ORG GM", "ORG Opel")
    room.article("mei", "2021-05-02", "ORG ANP", "ORG Opel", "PER Jan Mol")
    room.article("ooit", None, None, "PER Jan Mol")
    room.claim("maart", "PER Jan Mol", "ceoOf", "ORG Opel", when="2020/..", role="topman", says="Mol leidt Opel.")
    room.claim("april", "PER Ada Vos", "ceoOf", "ORG Opel", "Ended", when="2019", role="baas", says="Vos ging weg.")
    room.claim("maart april", "ORG Opel", "subsidiaryOf", "ORG GM", says="Opel is van GM.")
    room.claim("maart", "ORG Vauto", "subsidiaryOf", "ORG Opel", confidence=0.6, says="Vauto is van Opel.")
    room.claim("mei", "ORG Fonds", "ownsStakeIn", "ORG GM", figure=Figure("10 %", Decimal(10), "%"))
    room.claim("mei", "ORG Bank", "acquires", "ORG Fonds", "Planned", figure=euros("2 miljard", "2000000000"))
    room.claim("maart", "ORG Opel", "launches", "PROD Astra", "Planned", when="2021-04", says="Opel wil de Astra.")
    room.claim("mei", "ORG Opel", "launches", "PROD Astra", when="2021-05", says="De Astra is er.")
    room.claim("maart", "ORG Opel", "acquires", "ORG Vauto", "Planned", says="Opel wil Vauto kopen.")
    room.claim("april", "ORG Opel", "acquires", "ORG Vauto", "Negated", source="PER Jan Mol", says="Nee, zegt Mol.")
    room.claim("ooit", "ORG Opel", "sues", "ORG GM", "Alleged", source="ORG Belga", says="Naar verluidt.")
    room.claim("mei", "PER Jan Mol", "says", "dat het goed gaat", says="Mol zegt dat het goed gaat.")
    room.claim("maart", "ORG Opel", "reportsRevenue", "3 miljoen", when="2020", figure=euros("3 miljoen", "3000000"))
    room.claim("mei", "ORG Opel", "reportsRevenue", "4 miljoen", figure=euros("4 miljoen", "4000000"))
    folder: Path = tmp_path_factory.mktemp("newsroom")
    with QueryEngine(room.write(folder) / "store") as engine:
        yield engine


def rows(engine: QueryEngine, query: str, **given: str) -> list[str]:
    """The answer, a line for each row: entities by name, terms without their prefix, - for what is unbound."""
    answer = ask(engine, saved_query(query), given)
    lines = []
    for row in answer.rows:
        values = [row[name].value if name in row else "-" for name in answer.variables]
        lines.append(" | ".join(answer.labels.get(v, v.rpartition("#")[2] if "ontology#" in v else v) for v in values))
    return lines


ANSWERS = {
    "about": (
        {"name": "jan mol"},
        [
            "Jan Mol | ceoOf | Opel | - | Asserted | 2020/.. | - | Mol leidt Opel. | maart.txt",
            "Jan Mol | says | dat het goed gaat | - | Asserted | - | - | Mol zegt dat het goed gaat. | mei.txt",
        ],
    ),
    "roles": (
        {},
        [
            "Ada Vos | baas | ceoOf | Opel | Ended | 2019",
            "Jan Mol | topman | ceoOf | Opel | Asserted | 2020/..",
        ],
    ),
    "ownership": (
        {"name": "GM"},
        [
            "owners | Bank | acquires | Fonds | 2 miljard | Planned | -",
            "owners | Fonds | ownsStakeIn | GM | 10 % | Asserted | -",
            "owned | Opel | acquires | Vauto | - | Negated | -",
            "owned | Opel | acquires | Vauto | - | Planned | -",
            "owned | Opel | subsidiaryOf | GM | - | Asserted | -",
            "owned | Vauto | subsidiaryOf | Opel | - | Asserted | -",
        ],
    ),
    "money": (
        {"name": "fonds"},
        [
            "Bank | acquires | Fonds | 2 miljard | 2000000000 | EUR | Planned | - | -",
            "Fonds | ownsStakeIn | GM | 10 % | 10 | % | Asserted | - | -",
        ],
    ),
    "figures": (
        {"name": "Adam Opel AG"},
        [
            "reportsRevenue | 3 miljoen | 3000000 | EUR | Asserted | 2020 | 2021-03-10 | maart.txt",
            "reportsRevenue | 4 miljoen | 4000000 | EUR | Asserted | - | 2021-05-02 | mei.txt",
        ],
    ),
    "timeline": (
        {"from": "2021-04", "to": "2021-05"},
        [
            "2020/.. | Jan Mol | ceoOf | Opel | - | Asserted",
            "2021-04 | Opel | launches | Astra | - | Planned",
            "2021-05 | Opel | launches | Astra | - | Asserted",
        ],
    ),
    "source": (
        {"source": "belga"},
        [
            "Ada Vos | ceoOf | Opel | - | Ended | 2019 | Vos ging weg. | april.txt",
            "Opel | subsidiaryOf | GM | - | Asserted | - | Opel is van GM. | april.txt",
            "Opel | sues | GM | - | Alleged | - | Naar verluidt. | ooit.txt",
        ],
    ),
    "exclusive": (
        {"source": "belga"},
        [
            "Ada Vos | ceoOf | Opel | - | Ended | 2019 | Vos ging weg. | april.txt",
            "Opel | sues | GM | - | Alleged | - | Naar verluidt. | ooit.txt",
        ],
    ),
    "comentions": ({"name": "opel"}, ["Opel | GM | 2", "Opel | Jan Mol | 2"]),
    "outcomes": (
        {},
        [
            "Bank | acquires | Fonds | - | mei.txt | - | - | -",
            "Opel | acquires | Vauto | - | maart.txt | Negated | - | april.txt",
            "Opel | launches | Astra | 2021-04 | maart.txt | Asserted | 2021-05 | mei.txt",
        ],
    ),
    "negated": ({}, ["Opel | acquires | Vauto | - | - | Jan Mol | Nee, zegt Mol. | april.txt"]),
    "alleged": ({}, ["Opel | sues | GM | - | Alleged | - | Belga | Naar verluidt. | ooit.txt"]),
    "quotes": ({}, ["Jan Mol | dat het goed gaat | Asserted | - | Mol zegt dat het goed gaat. | mei.txt"]),
    "months": (
        {"name": "Opel"},
        ["2021-03 | 1 | 6 | 4 | 2 | 0", "2021-04 | 1 | 3 | 1 | 0 | 1", "2021-05 | 1 | 2 | 2 | 0 | 0"],
    ),
    "doubtful": ({}, ["0.6 | Vauto | subsidiaryOf | Opel | Asserted | Vauto is van Opel. | maart.txt"]),
    "plans": (
        {},
        [
            "Opel | launches | Astra | - | 2021-04 | -",
            "Bank | acquires | Fonds | 2 miljard | - | -",
            "Opel | acquires | Vauto | - | - | -",
        ],
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer(engine: QueryEngine, name: str) -> None:
    given, expected = ANSWERS[name]
    assert rows(engine, name, **given) == expected


def test_entities(engine: QueryEngine) -> None:
    found = rows(engine, "entities")
    assert found[:3] == [
        "Opel | https://schema.org/Organization | 4 | 11",
        "Jan Mol | https://schema.org/Person | 3 | 2",
        "GM | https://schema.org/Organization | 2 | 3",
    ]
    assert len(found) == 10


def test_facts_and_sources_have_every_claim(engine: QueryEngine) -> None:
    assert len(rows(engine, "facts")) == 14
    found = rows(engine, "sources")
    assert len(found) == 15  # one claim stands in two articles
    assert "Belga | Opel | sues | GM | Alleged | ooit.txt" in found
    assert "ANP | Opel | launches | Astra | Asserted | mei.txt" in found


def test_every_saved_query_is_tested() -> None:
    assert {saved.name for saved in saved_queries()} == {*ANSWERS, *ELSEWHERE, "entities", "facts", "sources"}


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("roles", {"name": "ada vos"}, 1),
        ("roles", {"name": "OPEL"}, 2),
        ("quotes", {"name": "Opel"}, 0),
        ("timeline", {}, 5),
        ("timeline", {"to": "2019"}, 1),
        ("timeline", {"from": "2021-05-31"}, 2),
        ("timeline", {"from": "2022"}, 1),
        ("money", {}, 6),
        ("months", {}, 3),
        ("doubtful", {"below": "0.95"}, 15),
        ("doubtful", {"below": "0.6"}, 0),
        ("source", {"source": "Jan Mol"}, 1),
    ],
)
def test_with_other_values(engine: QueryEngine, name: str, given: dict[str, str], count: int) -> None:
    assert len(rows(engine, name, **given)) == count


@pytest.mark.parametrize(
    ("name", "given", "complaint"),
    [
        ("about", {"name": "Opl"}, "no entity is called 'Opl'; similar: Opel"),
        ("about", {"name": '" } DROP ALL'}, "no entity is called '\" } DROP ALL'"),
        ("about", {}, "this saved query needs --name NAME: any name of the entity"),
        ("roles", {"name": "Jan Mole"}, "no entity is called 'Jan Mole'; similar: Jan Mol"),
        ("facts", {"name": "Opel"}, "the saved query facts has no --name; it takes no parameters"),
        ("timeline", {"form": "2021"}, "the saved query timeline has no --form; it takes --from, --to"),
        ("timeline", {"from": "mei 2021"}, "--from must be a day, month or year, such as 2023-04-19"),
        ("doubtful", {"below": "80%"}, "--below must be a number, such as 0.8, not '80%'"),
    ],
)
def test_what_is_wrong(engine: QueryEngine, name: str, given: dict[str, str], complaint: str) -> None:
    with pytest.raises(UsageError) as error:
        ask(engine, saved_query(name), given)
    assert str(error.value).startswith(complaint)
