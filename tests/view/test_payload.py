import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import BASE, Small, pair

from kg.rdf.terms import decimal, literal
from kg.rdf.vocabulary import KG, RDFS, XSD
from kg.view.explorer.contents import contents
from kg.view.explorer.nquads import things
from kg.view.explorer.payload import payload

TEXT = "Xiaomi steekt 10 miljard in zijn divisie. Xiaomi stijgt 5,4%."


def of(graph, **more):
    return payload(contents(things(graph.lines())), "Title", len(graph.quads), **more)


@pytest.fixture
def xiaomi():
    graph = Small()
    xiaomi, reuters = graph.entity("xiaomi", "Xiaomi", "ORG", "nl", "Mi"), graph.entity("reuters", "Reuters")
    unit = graph.entity("unit", "divisie", "THING")
    china = graph.entity("china", "China", "LOC", None)
    graph.entity("germany", "Duitsland", "LOC")
    graph.entity("germany", "Germany", "LOC", "en")
    news = graph.document("news", TEXT, "Auto's", datePublished="2021-10", url="https://example.org/a", publisher="x")
    quote = (news, 0, 41)
    days = {name: literal(day, datatype=XSD + "date") for name, day in (("start", "2024-01-01"), ("end", "2024-06-30"))}
    graph.claim(xiaomi, "investsIn", unit, "Planned", quote, 3, source=reuters, when=literal("2024-01/2024-06"), **days)
    graph.claim(xiaomi, "priceChange", literal("+5,4%"), quote=(news, 42, 61), product=unit)
    graph.claim(xiaomi, "filesForBankruptcy", None, "Negated", amount=literal("10 miljard"), role=literal("CEO"))
    graph.claim(xiaomi, "basedIn", china, confidence=decimal(0.5))
    return graph


def test_entities_come_by_their_claims_and_then_by_iri(xiaomi):
    entities = of(xiaomi).graph.entities
    assert entities.iri == [f"entity/{slug}" for slug in ("xiaomi", "china", "unit", "germany", "reuters")]
    assert entities.label == ["Xiaomi", "China", "divisie", "Duitsland", "Reuters"]
    assert entities.label_in == {"nl": {}, "en": {"3": "Germany"}}
    assert entities.degree == [4, 1, 1, 0, 0]
    assert [of(xiaomi).graph.vocabulary.types[ref].key for ref in entities.type] == [
        "ORG",
        "LOC",
        "THING",
        "LOC",
        "ORG",
    ]
    assert entities.mentions == [2] * 5


def test_claims_come_by_subject_relation_and_object(xiaomi):
    found = of(xiaomi)
    claims, words = found.graph.claims, found.graph.vocabulary
    relations = [words.relations[ref].key for ref in claims.relation]
    assert relations == ["investsIn", "filesForBankruptcy", "basedIn", "priceChange"]
    assert (claims.subject, claims.object) == ([0] * 4, [2, -1, 1, -2])
    assert found.facts.literals == ["+5,4%"]
    assert [words.modalities[ref].key for ref in claims.modality] == ["Planned", "Negated", "Asserted", "Asserted"]


def test_the_details_of_claims(xiaomi):
    details = of(xiaomi).facts.claims
    assert details.iri == ["claim/0001", "claim/0003", "claim/0004", "claim/0002"]
    assert (details.confidence, details.documents) == ([90, 90, 50, 90], [3, 1, 1, 1])
    assert (details.source, details.when) == ({"0": 4}, {"0": "2024-01/2024-06"})
    assert (details.start, details.end) == ({"0": 19723}, {"0": 19904})
    assert (details.role, details.amount, details.products) == ({"1": "CEO"}, {"1": "10 miljard"}, {"3": [2]})


def test_evidence_and_documents(xiaomi):
    facts = of(xiaomi).facts
    assert (facts.evidence.claim, facts.evidence.document) == ([0, 3], [0, 0])
    assert (facts.evidence.start, facts.evidence.end) == ([0, 42], [41, 61])
    assert (facts.evidence.subject_start, facts.evidence.object_start) == ([0, 42], [-1, -1])
    assert facts.evidence.confidence == [80, 80]
    documents = facts.documents
    assert (documents.iri, documents.title, documents.date) == (["document/news"], ["Auto's"], ["2021-10"])
    assert (documents.files, documents.language, documents.url) == ([["news.txt"]], ["nl"], ["https://example.org/a"])
    assert of(xiaomi).texts == [TEXT]
    assert facts.entities.aliases == {"0": ["Mi"], "3": ["Germany"]}


def test_an_article_without_headline_is_called_by_its_first_line():
    graph = Small()
    graph.document("a", "\n\n Eerste regel\nTweede", "")
    graph.document("b", "")
    assert of(graph).facts.documents.title == ["Eerste regel", ""]


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ([("first", "conflictsWith", "second"), ("second", "conflictsWith", "first")], [((0, 1), "conflicts")]),
        ([("second", "supersedes", "first")], [((1, 0), "supersedes")]),
        ([("first", "supersedes", "gone")], []),
    ],
)
def test_disagreements(links, found):
    graph, derived = Small(), f"<{BASE}graph/derived>"
    one, other = graph.entity("a", "A"), graph.entity("b", "B")
    claims = {"first": graph.claim(one, "acquires", other), "second": graph.claim(one, "acquires", other, "Negated")}
    for subject, link, object_ in links:
        graph.quads.append((claims[subject], f"<{KG}{link}>", claims.get(object_, f"<{BASE}gone>"), derived))
    graph.quads += [(f"<{BASE}x>", f"<{KG}claim>", claim, derived) for claim in claims.values()]
    graph.quads.append((f"<{BASE}x>", f"<{RDFS}comment>", '"why"@en', derived))
    disagreements = of(graph).facts.disagreements
    assert [(each.claims, each.kind) for each in disagreements] == found
    assert all((each.reason.en, each.reason.nl) == ("why", "why") for each in disagreements)


def test_the_head_of_the_page(xiaomi):
    graph = of(xiaomi, endpoint="/sparql").graph
    assert (graph.base, graph.language, graph.endpoint, graph.triples) == (BASE, "nl", "/sparql", len(xiaomi.quads))
    assert "facts" in [query.name for query in graph.queries]
    assert all(relation.group for relation in graph.vocabulary.relations)


def test_every_column_of_a_table_is_as_long_as_the_others(xiaomi):
    for graph in (xiaomi, Small(), pair()):
        found = of(graph)
        for table in (found.graph.entities, found.graph.claims, found.facts.evidence, found.facts.documents):
            columns = [getattr(table, name) for name in table.__struct_fields__]
            assert len({len(column) for column in columns if isinstance(column, list)}) == 1


def test_an_unknown_relation_and_modality_are_called_by_their_names():
    graph = Small()
    graph.claim(graph.entity("a", "A"), "flirtsWith", graph.entity("b", "B"), "Dreamt")
    words = of(graph).graph.vocabulary
    assert [relation.label.nl for relation in words.relations] == ["flirts with"]
    assert words.modalities[-1].label.en == "dreamt"


def test_what_a_build_never_writes_does_no_harm():
    graph = Small()
    one = graph.entity("a", "A")
    claim = graph.claim(one, "acquires", "_:b1", start=literal("someday"), support=-1, mentionCount=literal("x"))
    graph.claim("_:b1", "acquires", one)
    graph.claim(one, "acquires", f"<{BASE}entity/nameless>", subjectSpan=literal("x-y"), evidence=f"<{BASE}gone>")
    found = of(graph)
    assert (claim, found.graph.claims.object) == (f"<{BASE}claim/0001>", [-1, 1])
    assert found.graph.entities.label == ["A", "nameless"]


def islanded(count=400):
    graph = Small()
    entities = [graph.entity(f"e{n:03}", f"Name {n}") for n in range(count)]
    documents = [graph.document(f"d{n}", "text") for n in range(count // 20)]
    for number, entity in enumerate(entities):
        graph.mention(entity, documents[number // 20])
        if number % 20 and number % 3:
            graph.claim(entity, "partnersWith", entities[number - number % 20])
    return graph


def test_entities_of_one_article_lie_together_even_without_claims():
    graph = of(islanded()).graph
    entities, communities = graph.entities, graph.communities
    place = {iri: n for n, iri in enumerate(entities.iri)}
    for article in range(20):
        assert len({entities.community[place[f"entity/e{20 * article + n:03}"]] for n in range(20)}) == 1
    assert sorted(communities.name) == sorted(f"Name {20 * n}" for n in range(20))
    assert communities.size == [20] * 20
    for n, community in enumerate(entities.community):
        middle = communities.x[community], communities.y[community]
        assert math.dist((entities.x[n], entities.y[n]), middle) <= communities.radius[community] + 2


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
@settings(deadline=None, max_examples=30)
def test_any_text_reaches_the_page_as_it_is(name, sentence):
    found = of(pair(name, sentence))
    read = msgspec.json.decode(msgspec.json.encode(found.facts))
    assert name in found.graph.entities.label
    assert sentence in read["literals"]
    assert found.texts == [sentence]
    assert read["claims"]["role"] == ({"0": name} if name else {})


def test_a_shuffled_graph_gives_the_same_payload(xiaomi):
    turned = Small(list(reversed(xiaomi.quads)))
    assert of(turned) == of(xiaomi)
