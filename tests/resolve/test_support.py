"""How many independent documents and sources state a fact."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from kg.documents.document import Document
from kg.extract.claim import Figure
from kg.graph import Graph
from kg.resolve.resolved import Evidence, Fact, Resolved, ResolvedDocument
from kg.resolve.support import Support, supports

OWN = {
    "a": "Volgens de krant sluit Opel volgend jaar de fabriek in Antwerpen, na lang overleg met de vakbonden.",
    "b": "Autobouwer Opel doet zijn vestiging in Antwerpen dicht, zo bleek gisteren op een persconferentie daar.",
    "c": "Na jaren van verlies gaat ook de fabriek van Opel in Antwerpen dicht, en dat komt hard aan in de stad.",
}
COPY = f"{OWN['a']} De directie wil er verder niets over kwijt voor de ondernemingsraad van maandag bijeen is geweest."
EDITED = COPY.replace("na lang overleg", "na overleg")
FACT = Fact("entity/opel", "closes", "entity/a", False, "Asserted", None, None, None, None, ())


def fact(*documents: str, **other: object) -> Fact:
    """A fact that the first sentence of each document states."""
    evidence = tuple(Evidence(d, 0, 40, "", "nl", (0, 1), None, "events", 0.9) for d in documents)
    return replace(FACT, evidence=evidence, **other)


def support(facts: list[Fact], texts: dict[str, str] = OWN, publishers: dict[str, str] | None = None) -> list[Support]:
    publishers = publishers or {}
    documents = (ResolvedDocument(Document(d, d, (d,), text), "nl", publishers.get(d)) for d, text in texts.items())
    return list(supports(Resolved(tuple(documents), (), (), tuple(facts))))


def test_the_repeated_paragraphs_of_the_sample_count_once(sample: Graph) -> None:
    query = "SELECT DISTINCT ?n ?m { ?c <{0}evidence> ?a, ?b ; <{0}support> ?n ; <{0}sourceCount> ?m FILTER(?a != ?b) }"
    rows = list(sample.query(query.replace("{0}", "https://kg.example/ontology#")))
    assert rows == [{"n": "1", "m": "1"}]


@pytest.mark.parametrize(
    ("texts", "publishers", "expected"),
    [
        (OWN, {}, Support(3, 3)),
        (OWN, {"a": "entity/anp", "b": "entity/belga", "c": "entity/anp"}, Support(3, 2)),
        ({"a": COPY, "b": COPY + " Meer volgt.", "c": EDITED}, {}, Support(1, 1)),
        ({"a": COPY, "b": COPY + " Meer volgt.", "c": EDITED}, {"a": "entity/x", "b": "entity/y"}, Support(1, 1)),
        ({"a": COPY, "b": OWN["b"], "c": EDITED}, {"a": "entity/x", "c": "entity/y"}, Support(2, 2)),
        ({"a": COPY, "b": OWN["b"], "c": EDITED}, {"a": "entity/x", "b": "entity/y", "c": "entity/y"}, Support(2, 1)),
    ],
)
def test_documents_count_that_are_no_copies_and_sources_that_do_not_share_one(
    texts: dict[str, str], publishers: dict[str, str], expected: Support
) -> None:
    assert support([fact("a", "b", "c")], texts, publishers) == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, 2),
        ({"when": "2024"}, {}, 2),
        ({"when": "2024"}, {"when": "2025"}, 1),
        ({"object": "entity/b"}, {}, 1),
        ({"modality": "Planned"}, {}, 1),
        ({"source": "entity/reuters"}, {}, 2),
        ({"figure": Figure("10 miljard", Decimal(10**10), "EUR")}, {}, 1),
        (
            {"figure": Figure("10 miljard", Decimal(10**10), "EUR")},
            {"figure": Figure("€ 10 mrd.", Decimal(10**10), "EUR")},
            2,
        ),
        (
            {"figure": Figure("10 miljard", Decimal(10**10), "EUR")},
            {"figure": Figure("10 miljard", Decimal(10**10), "USD")},
            1,
        ),
        ({"figure": Figure("10-15 %", None, "%")}, {"figure": Figure("10-15 %", None, "%")}, 2),
        ({"figure": Figure("10-15 %", None, "%")}, {"figure": Figure("10-20 %", None, "%")}, 1),
        (
            {"object": "5 %", "is_literal": True, "figure": Figure("5 %", Decimal(5), "%")},
            {"object": "5,0%", "is_literal": True, "figure": Figure("5,0%", Decimal("5.0"), "%")},
            2,
        ),
    ],
)
def test_facts_that_say_the_same_count_together(
    one: dict[str, object], other: dict[str, object], expected: int
) -> None:
    assert [each.documents for each in support([fact("a", **one), fact("b", **other)])] == [expected] * 2


def test_a_fact_without_time_is_supported_by_each_time_but_they_not_by_each_other() -> None:
    facts = [fact("a", when="2024"), fact("b", when=None), fact("c", when="2025")]
    assert [each.documents for each in support(facts)] == [2, 3, 2]


@pytest.mark.parametrize(
    ("sources", "publishers", "expected"),
    [
        (("entity/reuters", "entity/reuters"), {"a": "entity/x", "b": "entity/y"}, 1),
        (("entity/reuters", None), {"b": "entity/reuters"}, 1),
        (("entity/reuters", None), {"a": "entity/x", "b": "entity/x"}, 2),
        (("entity/reuters", "entity/anp"), {}, 2),
    ],
)
def test_the_source_that_the_text_names_comes_before_the_publisher(
    sources: tuple[str, str | None], publishers: dict[str, str], expected: int
) -> None:
    facts = [fact(document, source=source) for document, source in zip("ab", sources, strict=True)]
    assert {each.sources for each in support(facts, publishers=publishers)} == {expected}


def test_the_order_of_documents_and_facts_does_not_matter() -> None:
    texts = {**OWN, "d": COPY, "e": EDITED}
    facts = [fact(*documents, when=when) for documents, when in (("ab", None), ("cd", "2024"), ("ade", "2025"))]
    expected = dict(zip(facts, support(facts, texts), strict=True))
    for seed in range(5):
        shuffled = Random(seed).sample(facts, len(facts))
        found = support(shuffled, dict(Random(seed).sample(sorted(texts.items()), len(texts))))
        assert dict(zip(shuffled, found, strict=True)) == expected
