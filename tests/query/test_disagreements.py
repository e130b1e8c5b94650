"""Claims that disagree: each rule on facts that do and on facts that seem to."""

import tempfile
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.documents.document import Document
from kg.errors import KgError, UsageError
from kg.extract.claim import Figure
from kg.graph import Graph
from kg.query.disagreements import LIMIT, disagreements
from kg.query.rules import load_rules
from kg.query.saved import saved_query
from kg.rdf.graphs import quads
from kg.rdf.iris import Iris
from kg.rdf.quads import Quad
from kg.rdf.terms import iri
from kg.rdf.vocabulary import KG
from kg.resolve.resolved import Entity, Evidence, Fact, Resolved, ResolvedDocument

BASE = "https://kg.example/"
DATES = {
    "a" * 16: "2021-10-05",
    "b" * 16: "2021-10-20",
    "c" * 16: "2021-12-20",
    "d" * 16: "2021-10",
    "1" * 16: "2021-10",
    "e" * 16: "2021",
    "f" * 16: None,
    "0" * 16: "2021-10-05",
}
THINGS = ("auto's", "elektrische wagen", "telefoon", "EV-fabriek")
CEO = {"relation": "ceoOf", "object": "entity/opel"}
PLAN = {"subject": "entity/opel", "relation": "launches", "object": "entity/astra", "modality": "Planned"}
PRICE = {"subject": "entity/astra", "relation": "hasPrice"}


def fact(documents: str, **parts: object) -> Fact:
    """A fact that the documents state, each given by the first letter of its name."""
    evidence = tuple(Evidence(d * 16, 0, 5, "Tekst", "nl", (0, 1), None, "events", 0.9) for d in documents)
    defaults = {"subject": "entity/jan", "is_literal": False, "modality": "Asserted", "object_language": None}
    return Fact(**{**defaults, **dict.fromkeys(("source", "figure", "when")), "evidence": evidence, **parts})


def price(documents: str, value: int, unit: str | None = "EUR", when: str | None = None) -> Fact:
    text = f"{value} {unit}"
    figure = Figure(text, Decimal(value), unit)
    return fact(documents, **PRICE, object=text, is_literal=True, figure=figure, when=when)


def unnamed(document: str, what: str) -> str:
    return f"entity/{document * 16}/{what.replace(' ', '-')}"


def graph(*facts: Fact) -> list[Quad]:
    documents = tuple(
        ResolvedDocument(Document(d, d, (f"{d}.txt",), "Tekst", date=date), "nl") for d, date in DATES.items()
    )
    entities = tuple(Entity(unnamed(d[0], t), "PROD", (("nl", t),), named=False) for d in DATES for t in THINGS)
    return list(quads(Resolved(documents, entities, (), facts), BASE))


def disagreeing(found: list[Quad], ontology: Path | None = None, limit: float = LIMIT) -> list[Quad]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "store")
        extend(ox.Store(str(place)), found)
        return disagreements(place, load_rules(ontology), BASE, limit)


def extend(store: ox.Store, found: list[Quad]) -> None:
    lines = "".join(f"{q.subject} {q.predicate} {q.object} {q.graph} .\n" for q in found)
    store.load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    store.flush()


def links(*facts: Fact, ontology: Path | None = None) -> set[tuple[int, str, int]]:
    """The links between the facts, each by its number."""
    numbers = {Iris(BASE).claim(fact): i for i, fact in enumerate(facts)}
    found = disagreeing(graph(*facts), ontology)
    names = {iri(KG + name): name for name in ("conflictsWith", "supersedes")}
    return {(numbers[q.subject], names[q.predicate], numbers[q.object]) for q in found if q.predicate in names}


CONFLICT = {(0, "conflictsWith", 1), (1, "conflictsWith", 0)}
SECOND_IS_NEWER = {(1, "supersedes", 0)}


@pytest.mark.parametrize(
    ("documents", "one", "other", "expected"),
    [
        ("aa", {}, {}, CONFLICT),
        ("ab", {}, {}, CONFLICT),
        ("ac", {}, {}, set()),  # months apart
        ("ad", {}, {}, CONFLICT),
        ("cd", {}, {}, set()),
        ("ae", {}, {}, set()),  # some day of that year
        ("af", {}, {}, set()),  # no date
        ("ff", {}, {}, CONFLICT),
        ("ac", {"when": "2019/2021"}, {"when": "2021/.."}, CONFLICT),
        ("ab", {"when": "2019/2020"}, {"when": "2021/.."}, set()),
        ("ab", {"when": "2019/2020"}, {}, CONFLICT),
        ("ab", {}, {"subject": "entity/jan"}, set()),
        ("ab", {}, {"object": "entity/ford"}, set()),
        ("ab", {}, {"modality": "Planned"}, set()),
        ("ab", {}, {"relation": "chairOf"}, set()),
    ],
)
def test_two_chief_executives(
    documents: str, one: dict[str, str], other: dict[str, str], expected: set[object]
) -> None:
    facts = fact(documents[0], **{**CEO, **one}), fact(documents[1], **{**CEO, "subject": "entity/piet", **other})
    assert links(*facts) == expected


@pytest.mark.parametrize(("former", "expected"), [("jan", set()), ("piet", set()), ("klaas", CONFLICT)])
def test_one_after_the_other_is_no_conflict(former: str, expected: set[object]) -> None:
    ended = fact("a", **CEO, subject=f"entity/{former}", modality="Ended")
    assert links(fact("a", **CEO), fact("b", **CEO, subject="entity/piet"), ended) == expected


@pytest.mark.parametrize(
    ("documents", "one", "other", "expected"),
    [
        ("aa", {}, {}, CONFLICT),
        ("ab", {}, {}, CONFLICT),
        ("ac", {}, {}, set()),
        ("ac", {"when": "2022"}, {"when": "2022-03"}, CONFLICT),
        ("ab", {"when": "2022"}, {"when": "2023"}, set()),
        (
            "ab",
            {"object": None, "relation": "filesForBankruptcy"},
            {"object": None, "relation": "filesForBankruptcy"},
            CONFLICT,
        ),
        ("ab", {}, {"object": "entity/ford"}, set()),
        ("ab", {}, {"modality": "Planned"}, set()),
        ("ab", {}, {"modality": "Negated"}, set()),
        ("ab", {"figure": Figure("1", Decimal(1), "EUR")}, {"figure": Figure("2", Decimal(2), "EUR")}, set()),
        ("ab", {"figure": Figure("1", Decimal(1), "EUR")}, {}, CONFLICT),
    ],
)
def test_stated_and_denied(
    documents: str, one: dict[str, object], other: dict[str, object], expected: set[object]
) -> None:
    common = {"subject": "entity/gm", "relation": "acquires", "object": "entity/opel"}
    facts = fact(documents[0], **{**common, "modality": "Negated", **one}), fact(documents[1], **{**common, **other})
    assert links(*facts) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (price("a", 100), price("0", 120), CONFLICT),
        (price("a", 100), price("0", 120, "USD"), set()),
        (price("a", 100, None), price("0", 120, None), set()),
        (price("a", 100), price("b", 120), set()),  # another day
        (price("a", 100), price("a", 120), set()),  # one article, two models
        (price("a", 100, when="2022"), price("c", 120, when="2022"), CONFLICT),
        (price("a", 100, when="2021-10-05"), price("b", 120, when="2021-10-05"), CONFLICT),
        (price("b", 100, when="2021-10-05"), price("a", 120), CONFLICT),
        (price("d", 100), price("1", 120), set()),  # some day of that month
        (price("f", 100), price("a", 120), set()),  # no date
    ],
)
def test_two_prices(one: Fact, other: Fact, expected: set[object]) -> None:
    assert links(one, other) == expected


@pytest.mark.parametrize(
    ("documents", "one", "other", "expected"),
    [
        ("aa", {"when": "2023"}, {"when": "2024"}, CONFLICT),
        ("a0", {"when": "2023"}, {"when": "2024"}, CONFLICT),
        ("ab", {"when": "2023"}, {"when": "2024"}, SECOND_IS_NEWER),
        ("ab", {"when": "2024"}, {"when": "2023"}, SECOND_IS_NEWER),
        ("ad", {"when": "2023"}, {"when": "2024"}, CONFLICT),  # in the same month
        ("dc", {"when": "2023"}, {"when": "2024"}, SECOND_IS_NEWER),
        ("fa", {"when": "2023"}, {"when": "2024"}, CONFLICT),
        ("ab", {"when": "2023"}, {"when": "2023-05"}, set()),  # more precise
        ("ab", {"when": "2023/.."}, {"when": "2024"}, SECOND_IS_NEWER),
        ("ab", {"when": "2023"}, {}, set()),
        ("ab", {"when": "2023"}, {"when": "2024", "relation": "produces"}, SECOND_IS_NEWER),
        ("ab", {"when": "2023"}, {"when": "2024", "relation": "closes"}, set()),
        ("ab", {"when": "2023"}, {"when": "2024", "modality": "Asserted"}, set()),
        ("ab", {"when": "2023"}, {"when": "2024", "subject": "entity/ford"}, set()),
        ("ab", {"when": "2023"}, {"when": "2024", "object": "entity/corsa"}, set()),
    ],
)
def test_two_dates_for_a_plan(
    documents: str, one: dict[str, str], other: dict[str, str], expected: set[object]
) -> None:
    assert links(fact(documents[0], **{**PLAN, **one}), fact(documents[1], **{**PLAN, **other})) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("auto's", "elektrische wagen", SECOND_IS_NEWER),
        ("auto's", "auto's", SECOND_IS_NEWER),
        ("auto's", "telefoon", set()),
        ("EV-fabriek", "EV-fabriek", SECOND_IS_NEWER),
        ("EV-fabriek", "elektrische wagen", set()),
    ],
)
def test_things_without_a_name_are_of_one_kind_by_their_last_word(one: str, other: str, expected: set[object]) -> None:
    first = fact("a", **{**PLAN, "object": unnamed("a", one), "when": "2023"})
    second = fact("b", **{**PLAN, "object": unnamed("b", other), "when": "2024"})
    assert links(first, second) == expected


def test_the_newest_article_of_each_claim_decides() -> None:
    facts = fact("ac", **PLAN, when="2023"), fact("b", **PLAN, when="2024")
    assert links(*facts) == {(0, "supersedes", 1)}


def test_the_two_dates_of_the_sample(sample: Graph) -> None:
    store = ox.Store()
    store.bulk_load(path=str(sample.folder / "kg.nq"), format=ox.RdfFormat.N_QUADS)
    solutions = store.query(saved_query("conflicts").sparql, use_default_graph_as_union=True)
    [found] = [[term.value.rpartition("/")[2] for term in row] for row in solutions]
    assert found[0] == "two dates for one plan"
    one, other = found[2:7], found[7:]
    assert {tuple(each[:4]) for each in (one, other)} == {
        ("xiaomi", "ontology#launches", "elektrische-wagen", ".."),
        ("xiaomi", "ontology#produces", "autos", "2024-06"),
    }
    assert all(each[4].startswith("xiaomi-ev.nl.txt: ") for each in (one, other))


def test_a_disagreement_has_both_claims_and_the_reason_and_is_the_same_in_any_order() -> None:
    facts = [fact("a", **CEO), fact("b", **CEO, subject="entity/piet"), fact("b", **CEO, subject="entity/klaas")]
    found = disagreeing(graph(*facts))
    assert found == disagreeing(graph(*reversed(facts))) == sorted(set(found))
    nodes = {quad.subject for quad in found if quad.object == iri(f"{KG}Disagreement")}
    assert len(nodes) == 3
    about = {node: sorted((q.predicate, q.object) for q in found if q.subject == node) for node in nodes}
    claims = {tuple(o for p, o in pairs if p == iri(f"{KG}claim")) for pairs in about.values()}
    names = sorted(map(Iris(BASE).claim, facts))
    assert claims == {(names[0], names[1]), (names[0], names[2]), (names[1], names[2])}
    assert all(
        '"two chief executives of one organisation at one time"@en' in dict(map(reversed, p)) for p in about.values()
    )


@pytest.mark.parametrize(
    ("select", "complaint"),
    [
        (
            "?claim ?other { ?claim rdf:subject ?other }",
            "?claim and ?other must be claims, not https://kg.example/entity/",
        ),
        (
            "?claim ?other { ?claim kg:modality kg:Asserted OPTIONAL { ?claim kg:source ?other } }",
            "must be claims, not None",
        ),
        ("(?x AS ?claim) (?x AS ?other) { ?x a kg:Claim }", "?claim and ?other must differ"),
        (
            "?claim ?other ?link { ?claim kg:when ?x . ?other a kg:Claim BIND(kg:says AS ?link) }",
            "?link must be kg:conflictsWith or kg:supersedes, not https://kg.example/ontology#says",
        ),
    ],
)
def test_a_rule_that_selects_something_else_is_named(tmp_path: Path, select: str, complaint: str) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.rq").write_text(f"# link: supersedes\n# reason: x\nSELECT {select}")
    with pytest.raises(UsageError) as error:
        links(fact("a", **PLAN, when="2023"), fact("b", **CEO), ontology=tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'rules' / 'mine.rq'}: ")
    assert complaint in str(error.value)


def test_a_rule_that_takes_too_long_is_named(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    every = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5))
    select = f"?claim (MAX(?c4) AS ?other) {{ {every} ?claim a kg:Claim }} GROUP BY ?claim"
    (tmp_path / "rules" / "mine.rq").write_text(f"# link: supersedes\n# reason: x\nSELECT {select}")
    with pytest.raises(KgError, match=r"mine\.rq: the query took longer than 0\.5 s"):
        disagreeing(graph(fact("a", **CEO)), tmp_path, limit=0.5)
