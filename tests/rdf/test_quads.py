"""The claim model, on facts made for it."""

from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.documents.document import Document
from kg.extract.claim import Figure
from kg.rdf.graphs import quads
from kg.rdf.iris import Iris
from kg.resolve.resolved import Entity, EntityMention, Evidence, Fact, Resolved, ResolvedDocument

BASE = "https://kg.example/"
TEXT = "Xiaomi steekt 10 miljard in zijn EV-eenheid.\nXiaomi steekt 10 miljard in zijn EV-eenheid."
DOCUMENT = Document(
    id="d1",
    sha256="d1" * 32,
    files=("a.txt", "b/a.txt"),
    text=TEXT,
    first_line=3,
    title="Xiaomi",
    date="2021-10",
    source="De Krant",
    author="A. B.",
    url="https://krant.example/1",
)
FIRST = Evidence("d1", 0, 44, TEXT[:44], "nl", (0, 6), (33, 43), "events", 0.9, role="belegger", products=("entity/p",))
SECOND = replace(FIRST, start=45, end=89, confidence=0.8, products=())
FACT = Fact(
    subject="entity/xiaomi",
    relation="investsIn",
    object="entity/d1/ev-eenheid",
    is_literal=False,
    modality="Asserted",
    source="entity/reuters",
    figure=Figure("10 miljard", Decimal("10000000000"), None),
    when="2021-10/2031-10~",
    object_language=None,
    evidence=(FIRST, SECOND),
)
MENTION = EntityMention("d1", "entity/xiaomi", 0, 6, "Xiaomi", "name", "nl")
XIAOMI = Entity(
    "entity/xiaomi",
    "ORG",
    (("nl", "Xiaomi"),),
    (("nl", "Xiaomi Corp."),),
    ("http://w.example/1", "http://w.example/2"),
    identifiers=("XI",),
)
PREFIXES = """BASE <https://kg.example/> PREFIX kg: <https://kg.example/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def store(*facts: Fact) -> ox.Store:
    documents = (
        ResolvedDocument(DOCUMENT, "nl", "entity/de-krant"),
        ResolvedDocument(replace(DOCUMENT, id="d2"), "nl"),
    )
    resolved = Resolved(documents, (XIAOMI,), (MENTION,), facts)
    lines = "".join(f"{q.subject} {q.predicate} {q.object} {q.graph} .\n" for q in quads(resolved, BASE))
    made = ox.Store()
    made.bulk_load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    return made


def holds(made: ox.Store, pattern: str) -> bool:
    return bool(made.query(f"{PREFIXES} ASK {{ {pattern} }}", use_default_graph_as_union=True))


@pytest.mark.parametrize(
    ("graph", "pattern"),
    [
        ("document/d1", '<document/d1> a schema:NewsArticle ; kg:file "a.txt", "b/a.txt" ; kg:textLine 3'),
        ("document/d1", '<document/d1> schema:headline "Xiaomi"@nl ; schema:datePublished "2021-10"^^xsd:gYearMonth'),
        ("document/d1", '<document/d1> schema:inLanguage "nl" ; schema:publisher <entity/de-krant>'),
        ("document/d1", "?c a kg:Claim ; rdf:subject <entity/xiaomi> ; rdf:predicate kg:investsIn"),
        ("document/d1", "?c rdf:object <entity/d1/ev-eenheid> ; kg:modality kg:Asserted ; kg:source <entity/reuters>"),
        ("document/d1", '?c kg:amount "10 miljard" ; kg:amountValue 10000000000.0 ; kg:product <entity/p>'),
        (
            "document/d1",
            '?c kg:when "2021-10/2031-10~" ; kg:start "2021-10-01"^^xsd:date ; kg:end "2031-10-31"^^xsd:date',
        ),
        ("document/d1", '?e kg:subjectSpan "0-6" ; kg:objectSpan "33-43" ; kg:extractor "events" ; kg:role "belegger"'),
        ("document/d1", "?e a oa:TextQuoteSelector, oa:TextPositionSelector ; prov:wasDerivedFrom <document/d1>"),
        ("document/d1", "?e oa:start 0 ; oa:end 44 ; kg:confidence 0.9 . ?f oa:start 45 ; kg:confidence 0.8"),
        ("document/d1", "<entity/xiaomi> kg:investsIn <entity/d1/ev-eenheid>"),
        ("document/d1", '?m a kg:Mention ; kg:refersTo <entity/xiaomi> ; kg:mentionKind "name" ; oa:exact "Xiaomi"@nl'),
        ("graph/entities", '<entity/xiaomi> a schema:Organization ; rdfs:label "Xiaomi"@nl ; kg:mentionCount 1'),
        ("graph/entities", '<entity/xiaomi> skos:altLabel "Xiaomi Corp."@nl ; owl:sameAs <http://w.example/1>'),
        ("graph/entities", '<entity/xiaomi> owl:sameAs <http://w.example/2> ; schema:identifier "XI"'),
        ("graph/derived", "?c kg:confidence 0.9"),
    ],
)
def test_the_claim_model(graph: str, pattern: str) -> None:
    assert holds(store(FACT), f"GRAPH <{graph}> {{ {pattern} }}")


@pytest.mark.parametrize(
    "pattern",
    [
        "?c a kg:Claim ; kg:confidence ?x ; kg:amountUnit ?u",  # the text gives no currency
        "GRAPH <document/d1> { ?c a kg:Claim ; kg:confidence ?x }",
        "GRAPH <document/d2> { ?c a kg:Claim }",
        "GRAPH <document/d2> { <document/d2> schema:publisher ?p }",
    ],
)
def test_what_is_not_said_is_not_there(pattern: str) -> None:
    assert not holds(store(FACT), pattern)


@pytest.mark.parametrize("modality", ["Planned", "Possible", "Alleged", "Negated", "Ended"])
def test_only_what_is_asserted_gives_the_plain_triple(modality: str) -> None:
    made = store(replace(FACT, modality=modality))
    assert holds(made, f"?c kg:modality kg:{modality}")
    assert not holds(made, "<entity/xiaomi> kg:investsIn ?o")


def test_a_figure_is_the_object_with_its_number_beside_it() -> None:
    change = replace(
        FACT, relation="priceChange", object="-2,99 %", is_literal=True, figure=Figure("-2,99 %", Decimal("-2.99"), "%")
    )
    made = store(change)
    assert holds(made, '?c rdf:object "-2,99 %" ; kg:amountValue -2.99 ; kg:amountUnit "%"')
    assert holds(made, '<entity/xiaomi> kg:priceChange "-2,99 %"')
    assert not holds(made, "?c kg:amount ?a")


def test_a_relation_without_object() -> None:
    made = store(replace(FACT, relation="filesForBankruptcy", object=None, figure=None))
    assert holds(made, "<entity/xiaomi> kg:filesForBankruptcy true")
    assert not holds(made, "?c rdf:object ?o")


def test_text_has_a_language() -> None:
    said = replace(
        FACT, relation="says", object="dat het goed gaat", is_literal=True, object_language="nl", figure=None
    )
    assert holds(store(said), '<entity/xiaomi> kg:says "dat het goed gaat"@nl')


def test_a_claim_of_two_documents_stands_in_both_graphs_with_its_own_evidence() -> None:
    made = store(replace(FACT, evidence=(FIRST, replace(SECOND, document="d2"))))
    both = "GRAPH <document/d1> { ?c kg:evidence ?e } GRAPH <document/d2> { ?c kg:evidence ?f }"
    assert holds(made, both)
    assert not holds(made, f"{both} FILTER(?e = ?f)")
    assert not holds(made, "GRAPH <document/d2> { ?c kg:product ?p }")
    assert holds(made, "GRAPH <document/d2> { <entity/xiaomi> kg:investsIn ?o }")


def test_evidence_belongs_to_one_claim_and_one_place() -> None:
    iris, other = Iris(BASE), replace(FACT, relation="funds")
    nodes = {iris.evidence(fact, piece) for fact in (FACT, other) for piece in (FIRST, SECOND)}
    assert len(nodes) == 4


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "entity/x"},
        {"relation": "funds"},
        {"object": "entity/x"},
        {"modality": "Planned"},
        {"source": None},
        {"figure": None},
        {"when": None},
    ],
)
def test_the_name_of_a_claim_is_made_of_all_that_makes_it_one_claim(change: dict[str, str | None]) -> None:
    iris = Iris(BASE)
    assert iris.claim(replace(FACT, **change)) != iris.claim(FACT)
    assert iris.claim(replace(FACT, evidence=())) == iris.claim(FACT)
