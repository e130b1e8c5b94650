"""Where a query is wrong: the user's own line and column, and what could stand there."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.engine import QueryEngine
from kg.query.mistakes import mistake
from kg.query.prepare import prepare


@pytest.mark.parametrize(
    ("query", "place", "problem"),
    [
        ("SELECT *\nWHERE { ?s ?p\n  }", (3, 3), "expected a variable, an IRI or prefixed name, a string"),
        ("SELECT ?who WHERE { ?who kg:ceoOf ?what", (1, 40), "expected "),
        ("PREFIX x: <urn:x:>\n# note\nSELECT ?a { ?a x:b 'c' 'd' }", (3, 24), "expected "),
        ("SELECTE ?a { ?a ?b ?c }", (1, 1), "expected SELECT, ASK, CONSTRUCT, DESCRIBE"),
        ("SELECT ?a { ?a ?b ?c } LIMIT x", (1, 30), ""),
        ("SELECT ?x ?x {}", (1, 16), "Duplicated variable"),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?p ?y }", None, "unbound"),
        ("SELECT * { ?x a ?y } GROUP BY ?x", None, "SELECT * is not authorized with GROUP BY"),
        ("ASK { <b> a 1 }", (1, 7), "this is no absolute IRI"),
        ("ASK { ?x ?y <b> }", (1, 13), "this is no absolute IRI"),
        ("BASE <b> ASK {}", (1, 6), "this is no absolute IRI"),
        ("PREFIX x: <b> ASK { ?x\n x:y 1 }", (2, 2), "this is no absolute IRI"),
        ("ASK { ?x ?y <a:b> <b> }", (1, 19), "expected"),
        ("ASK { ?s ?p ?o } } # too many", (1, 18), "expected "),
        ("   \n\t ASK { é }", (2, 9), "'é' does not belong here"),
        ("ASK { ?s ?p ?o . ", (1, 17), "expected "),
    ],
)
def test_the_place_and_the_problem(
    engine: QueryEngine, query: str, place: tuple[int, int] | None, problem: str
) -> None:
    with pytest.raises(UsageError) as error:
        engine.query(query)
    found = re.fullmatch(r"the query is wrong in line (\d+), column (\d+): (.+)", str(error.value))
    assert found, error.value
    assert place is None or (int(found[1]), int(found[2])) == place
    assert problem in found[3]


GOOD = "SELECT DISTINCT ?a (COUNT(?b) AS ?n) { ?a a/kg:ceoOf* ?b FILTER(?b > 1.5 && !BOUND(?c)) } GROUP BY ?a LIMIT 5"


@settings(max_examples=25, deadline=None)
@given(st.integers(1, len(GOOD.split()) - 1), st.sampled_from(["}", "?x ?x ?x ?x", "BY", "'a'", ")"]))
def test_the_mistake_is_never_before_what_was_put_in(position: int, wrong: str) -> None:
    words = GOOD.split()
    query = prepare(" ".join([*words[:position], wrong, *words[position:]]))
    before = len(prepare(" ".join(words[:position])).tokens)
    try:
        ox.Store().query("".join(query.pieces))
    except SyntaxError as error:
        index, problem = mistake(query.pieces, str(error))
        assert before <= index <= len(query.pieces)
        assert problem
