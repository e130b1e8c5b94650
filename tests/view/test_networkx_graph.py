import pytest

from kg.view.network import to_networkx
from kg.view.quotes import Quote

BASE = "https://kg.example/entity/"


def edges(graph, subject, target):
    return list(graph.get_edge_data(BASE + subject, BASE + target, default={}).values())


def test_every_entity_is_a_node_and_every_claim_between_entities_an_edge(cars, select):
    claims = {row["claim"] for row in select("SELECT ?claim { ?claim a <https://kg.example/ontology#Claim> }")}
    facts = {fact["claim"] for _, data in cars.nodes(data=True) for fact in data["facts"]}
    keys = {claim for *_, claim in cars.edges(keys=True)}
    assert len(cars) == 25
    assert keys | facts == claims
    assert not keys & facts
    assert all(claim == data["claim"] for *_, claim, data in cars.edges(keys=True, data=True))


@pytest.mark.parametrize(
    ("slug", "label", "type_", "mentions", "aliases"),
    [
        ("xiaomi", "Xiaomi", "ORG", 9, ["Xiaomi Corporation"]),
        ("lei-jun", "Lei Jun", "PER", 4, ["Lei"]),
        ("peking", "Peking", "LOC", 2, ["Beijing"]),
        ("doc1/auto-s", "auto's", "THING", 1, []),
        ("ig-metall", "IG Metall", "NORP", 2, []),
        ("evil-bidi", "abc\u202egpj.exe\x07 \nNV & Zn. -->", "ORG", 1, []),
    ],
)
def test_nodes(cars, slug, label, type_, mentions, aliases):
    node = cars.nodes[BASE + slug]
    assert (node["label"], node["type"], node["mentions"], node["aliases"]) == (label, type_, mentions, aliases)


def test_an_edge_says_what_the_claim_says(cars):
    (edge,) = edges(cars, "xiaomi", "doc1/ev-eenheid")
    sentence = "Xiaomi steekt naar eigen zeggen de komende tien jaar 10 miljard in haar EV-eenheid."
    assert (edge["relation"], edge["modality"], edge["source"]) == ("investsIn", "Asserted", "Xiaomi")
    assert (edge["when"], edge["amount"], edge["confidence"]) == ("2021-10/2031-10", "10 miljard", 0.93)
    assert edge["quotes"] == [Quote(sentence, "xiaomi.txt", "nl", "2021-10", ((0, 6), (72, 82)))]
    assert [sentence[start:end] for start, end in edge["quotes"][0].marks] == ["Xiaomi", "EV-eenheid"]


def test_a_role_that_stands_on_the_evidence_reaches_the_edge(cars):
    assert [edge["role"] for edge in edges(cars, "zang-ziyuan", "xiaomi")] == ["leidinggevende"]


def test_claims_without_an_entity_as_object_are_facts_of_their_subject(cars):
    facts = {(fact["relation"], fact["object"]): fact for fact in cars.nodes[BASE + "xiaomi"]["facts"]}
    assert set(facts) == {("isA", "smartphonemaker"), ("priceChange", "+5,4%")}
    assert len(facts["priceChange", "+5,4%"]["quotes"]) == 1  # the sentence stands twice in the article
    (bankruptcy,) = cars.nodes[BASE + "rivian"]["facts"]
    assert (bankruptcy["relation"], bankruptcy["object"], bankruptcy["modality"]) == (
        "filesForBankruptcy",
        "",
        "Negated",
    )


@pytest.mark.parametrize(
    ("language", "china", "beijing", "munich"),
    [("nl", "China", "Peking", "München"), ("en", "China", "Beijing", "München"), ("fr", "Chine", "Peking", "München")],
)
def test_labels_in_the_language_asked_for_then_dutch_then_any(select, language, china, beijing, munich):
    graph = to_networkx(select, language)
    assert [graph.nodes[BASE + slug]["label"] for slug in ("china", "peking", "munchen")] == [china, beijing, munich]


def test_an_empty_store_gives_an_empty_graph():
    assert len(to_networkx(lambda query: [])) == 0
