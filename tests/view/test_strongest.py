import pytest
from small import BASE, Small

from kg.errors import UsageError
from kg.query.result import Result, Term
from kg.view.explorer.answer import answered
from kg.view.explorer.contents import contents
from kg.view.explorer.nquads import things
from kg.view.explorer.payload import payload
from kg.view.explorer.strongest import described, strongest


@pytest.fixture
def graph():
    """Claims 1 to 5: a acquires b (3 articles), a partners with c, d with e, c says something, a does not acquire b."""
    small = Small()
    a, b, c, d, e = (small.entity(name, name.upper()) for name in "abcde")
    news, other = small.document("news", "A koopt B."), small.document("other", "D en E.")
    small.claim(a, "acquires", b, quote=(news, 0, 10), support=3)
    small.claim(a, "partnersWith", c)
    small.claim(d, "partnersWith", e, quote=(other, 0, 7))
    small.claim(c, "says", '"iets"', source=b)
    small.claim(a, "acquires", b, "Negated")
    return contents(things(small.lines()))


def claims(part):
    return [int(claim[-4:]) for claim in part.claims]


def slugs(iris):
    return [iri.rsplit("/", 1)[-1] for iri in iris]


@pytest.mark.parametrize(
    ("most", "first", "kept"),
    [
        (10_000, None, [1, 2, 3, 4, 5]),
        (33, None, [1]),
        (42, None, [1, 2]),
        (51, None, [1, 2, 5]),
        (0, None, []),
        (33, f"{BASE}entity/e", [3]),
    ],
)
def test_the_claims_of_most_articles_then_of_the_entities_with_most_claims(graph, most, first, kept):
    assert claims(strongest(graph, most, first)) == kept


def test_a_part_has_what_its_claims_speak_of(graph):
    part = graph.part([f"{BASE}claim/0001", f"{BASE}claim/0004"])
    assert (slugs(part.entities), slugs(part.documents)) == (["a", "b", "c"], ["news"])
    assert described(part) == {*part.claims, *part.entities, *part.documents, f"{BASE}evidence/0001"}


def rows(*slugs):
    return Result(variables=("x",), rows=tuple({"x": Term(BASE + slug, "iri")} for slug in slugs))


@pytest.mark.parametrize(
    ("answer", "kept", "entities"),
    [
        (rows("claim/0003"), [3], ["d", "e"]),
        (rows("entity/a", "entity/c"), [2, 4], ["a", "b", "c"]),
        (rows("entity/a", "entity/d"), [], ["a", "d"]),
        (rows("claim/0003", "entity/a"), [3], ["a", "d", "e"]),
        (
            Result(turtle=f"<{BASE}entity/a> <https://kg.example/ontology#acquires> <{BASE}entity/b> ."),
            [1, 5],
            ["a", "b"],
        ),
        (Result(turtle=f"<{BASE}claim/0002> a <urn:Nice> ."), [2], ["a", "c"]),
        (
            Result(turtle=f'<{BASE}entity/d> <urn:says> "x", _:b, <{BASE}entity/e> .'),
            [3],
            ["_:1", "d", "e", "literal:x"],
        ),
    ],
)
def test_what_an_answer_names(graph, answer, kept, entities):
    part = answered(graph, answer)
    assert (claims(part), slugs(part.entities)) == (kept, entities)


@pytest.mark.parametrize("answer", [rows(), rows("entity/z"), Result(turtle=""), Result(boolean=True)])
def test_an_answer_about_nothing_in_the_graph(graph, answer):
    with pytest.raises(UsageError, match="nothing to show"):
        answered(graph, answer)


NEW = f"""
<{BASE}entity/a> <urn:p#knows> <{BASE}entity/d>, <urn:new> .
<{BASE}entity/a> <https://kg.example/ontology#partnersWith> <{BASE}entity/c> .
<urn:new> <http://www.w3.org/2000/01/rdf-schema#label> "Nieuw"@nl ; a <https://schema.org/Person> ; <urn:p#size> 3 .
<{BASE}claim/0002> <urn:p#is> <urn:p#good> .
"""


def test_what_a_query_makes_is_drawn_without_claims(graph):
    part = answered(graph, Result(turtle=NEW))
    assert claims(part) == [2]
    assert [(one.rsplit("/", 1)[-1], p, other.rsplit("/", 1)[-1]) for one, p, other in part.plain] == [
        ("a", "urn:p#knows", "d"),
        ("a", "urn:p#knows", "urn:new"),
        ("urn:new", "urn:p#size", "literal:3"),
    ]
    assert part.made == {"urn:new", "literal:3"}
    found = payload(part, "Title", 1).graph
    names = [found.entities.label[place] for place in (*found.plain.subject, *found.plain.object)]
    assert sorted(names) == ["3", "A", "A", "D", "Nieuw", "Nieuw"]
    assert [found.vocabulary.types[found.entities.type[place]].key for place in found.plain.made] == ["THING", "PER"]
    assert found.plain.predicate == ["urn:p#knows", "urn:p#knows", "urn:p#size"]


def test_blank_nodes_are_called_by_their_order(graph):
    texts = [f"_:{one} <urn:p> 1 . _:{other} <urn:q> 2 ." for one, other in (("x", "y"), ("y", "x"))]
    assert len({answered(graph, Result(turtle=text)).plain for text in texts}) == 1


def test_a_part_of_a_made_view_keeps_what_was_made(graph):
    part = strongest(answered(graph, Result(turtle=NEW)), most=1)
    assert len(part.plain) == 3
    assert part.made <= set(part.entities)
