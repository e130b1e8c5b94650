"""The sample article, from file to graph: every fact that it states, each with its sentence, and nothing false."""

import pytest

from kg.graph import Graph

PREFIXES = """PREFIX kg: <https://kg.example/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <https://schema.org/>
"""
CLAIMS = """
SELECT ?claim ?subject ?relation ?object ?modality ?source ?when WHERE {
  ?claim a kg:Claim ; rdf:subject/rdfs:label ?subject ; rdf:predicate ?relation ; rdf:object ?o .
  ?claim kg:modality ?modality .
  OPTIONAL { ?o rdfs:label ?l } OPTIONAL { ?claim kg:source/rdfs:label ?source } OPTIONAL { ?claim kg:when ?when }
  BIND(COALESCE(?l, ?o) AS ?object)
  FILTER(LANG(?subject) = "nl" && (!BOUND(?l) || LANG(?l) = "nl") && (!BOUND(?source) || LANG(?source) = "nl"))
}
"""
EXPECTED = {
    ("Xiaomi", "basedIn", "China", "Asserted", None, None),
    ("Xiaomi", "isA", "smartphonemaker", "Asserted", None, None),
    ("Xiaomi", "produces", "auto's", "Planned", None, "2024-01/2024-06"),
    ("Lei Jun", "ceoOf", "Xiaomi", "Asserted", None, None),
    ("Lei Jun", "says", "dat statement", "Alleged", None, None),
    ("Reuters", "isA", "persbureau", "Asserted", None, None),
    (
        "Reuters",
        "says",
        "Eerde meldingen door lokale media werden later bevestigd door het bedrijf",
        "Asserted",
        None,
        None,
    ),
    ("Xiaomi", "says", "Eerde meldingen door lokale media", "Asserted", "Reuters", None),
    ("Zang Ziyuan", "executiveOf", "Xiaomi", "Asserted", None, None),
    ("Zang Ziyuan", "says", "het nieuws", "Asserted", None, None),
    ("Xiaomi", "says", "dat het instapt in de markt voor elektrische voertuigen", "Asserted", None, "2021-04~"),
    ("Xiaomi", "launches", "elektrische wagen", "Planned", None, "2023/.."),
    ("Xiaomi", "investsIn", "elektrische auto divisie", "Asserted", "Xiaomi", "2021-10/2031-10"),
    ("EV-eenheid", "subsidiaryOf", "Xiaomi", "Asserted", None, None),
    ("Xiaomi", "priceChange", "+5,4%", "Asserted", None, None),
}


def rows(graph: Graph, query: str) -> list[dict[str, str | None]]:
    return list(graph.select(PREFIXES + query))


def test_every_claim_is_one_that_the_article_states_and_none_is_missing(sample: Graph) -> None:
    names = ("subject", "relation", "object", "modality", "source", "when")
    found = [tuple(row[n] and row[n].rpartition("#")[2] for n in names) for row in rows(sample, CLAIMS)]
    assert sorted(found, key=str) == sorted(EXPECTED, key=str)


def test_the_amount_is_as_in_the_text_without_a_currency(sample: Graph) -> None:
    [row] = rows(
        sample, "SELECT * WHERE { ?c kg:amount ?text ; kg:amountValue ?value OPTIONAL { ?c kg:amountUnit ?unit } }"
    )
    assert (row["text"], row["value"], row["unit"]) == ("10 miljard", "10000000000", None)


def test_roles_stand_on_the_evidence(sample: Graph) -> None:
    found = rows(sample, "SELECT DISTINCT ?role WHERE { ?claim kg:evidence/kg:role ?role } ORDER BY ?role")
    assert [row["role"] for row in found] == ["CEO", "leidinggevende"]


def test_all_evidence_is_a_sentence_of_the_text_with_subject_and_object_in_it(sample: Graph) -> None:
    found = rows(
        sample,
        """SELECT * WHERE { ?claim kg:evidence ?e . ?e oa:exact ?exact ; oa:start ?start ; oa:end ?end ;
        kg:subjectSpan ?s ; prov:wasDerivedFrom/kg:text ?text OPTIONAL { ?e kg:objectSpan ?o } }""",
    )
    assert len(found) == 27
    for row in found:
        start, end = int(row["start"] or -1), int(row["end"] or -1)
        assert row["text"] is not None
        assert row["text"][start:end] == row["exact"]
        for span in filter(None, (row["s"], row["o"])):
            first, last = map(int, span.split("-"))
            assert start <= first < last <= end


def test_the_repeated_paragraphs_add_evidence_not_claims(sample: Graph) -> None:
    found = rows(
        sample,
        """SELECT ?claim (COUNT(?e) AS ?places) (COUNT(DISTINCT ?exact) AS ?sentences)
        WHERE { ?claim kg:evidence ?e . ?e oa:exact ?exact } GROUP BY ?claim""",
    )
    assert sorted((row["places"], row["sentences"]) for row in found) == [("1", "1")] * 3 + [("2", "1")] * 12


def test_pronouns_and_descriptions_refer_to_the_company(sample: Graph) -> None:
    found = rows(
        sample,
        """SELECT DISTINCT ?exact ?kind WHERE { ?m kg:refersTo <https://kg.example/entity/xiaomi> ; oa:exact ?exact ;
        kg:mentionKind ?kind }""",
    )
    pairs = {(row["exact"], row["kind"]) for row in found}
    assert {("het bedrijf", "description"), ("bedrijf", "description")} & pairs
    assert {("het", "pronoun"), ("haar", "pronoun"), ("Xiaomi", "name")} <= pairs


@pytest.mark.parametrize("relation", ["ceoOf", "basedIn", "investsIn", "priceChange", "says", "isA"])
def test_what_is_asserted_is_a_plain_triple_too(sample: Graph, relation: str) -> None:
    assert rows(sample, f"SELECT * WHERE {{ ?s kg:{relation} ?o }}")


@pytest.mark.parametrize("relation", ["produces", "launches"])
def test_what_is_planned_is_none(sample: Graph, relation: str) -> None:
    assert not rows(sample, f"SELECT * WHERE {{ ?s kg:{relation} ?o }}")


def test_the_document(sample: Graph) -> None:
    [row] = rows(
        sample,
        "SELECT * WHERE { ?d a schema:NewsArticle ; kg:file ?file ; schema:datePublished ?date ; kg:text ?text }",
    )
    assert row["file"] == "xiaomi-ev.nl.txt"
    assert row["date"] == "2021-10"
    assert (row["text"] or "").startswith("De Chinese smartphonemaker Xiaomi mikt op")
