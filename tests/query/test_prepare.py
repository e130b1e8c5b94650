"""What is run in the place of a query: the same query, which only reads and leaves other servers alone."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.lexer import tokens
from kg.query.prepare import UPDATES, prepare

SERVICE = re.compile("service", re.IGNORECASE)
PIECES = ["SERVICE", "sErViCe", "'service'", "<a:service>", "a:service", "service:b", "@en-service", "#service\n", "1"]
SIGNS = [" ", "\n", "{", "}", "<", ">", "?", "_:", "x", "'", '"""', "\\u0053", "PREFIX a: <b:> ", "BASE <b:> "]


def run(sparql: str) -> str:
    return "".join(prepare(sparql).pieces)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK { ?a kg:ceoOf ?b }", "ASK { ?a <https://kg.example/ontology#ceoOf> ?b }"),
        ("PREFIX kg: <urn:a:> ASK{?a kg:b ?c}", " ASK{?a <urn:a:b> ?c}"),
        ("PREFIX : <urn:a:> ASK { : a :\\,b }", " ASK { <urn:a:> a <urn:a:,b> }"),
        ("BASE <urn:a> ASK { <b> a 1 } # end", "BASE <urn:a> ASK { <b> a 1 }"),
        ("ASK # comment\n{ }", "ASK { }"),
        ("ASK { ?s ?p 'service' }", "ASK { ?s ?p 'ser\\u0076ice' }"),
        ("ASK { ?s ?p <urn:SERVICE> }", "ASK { ?s ?p <urn:SER\\u0056ICE> }"),
        ("ASK { ?service ?p 1 }", "ASK { ?service ?p 1 }"),
    ],
)
def test_the_text_that_is_run(query: str, expected: str) -> None:
    assert run(query) == expected


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("", "the query is empty"),
        (" # nothing\n", "the query is empty"),
        ("PREFIX a: <b:>", "the query is empty"),
        ("ASK { ?a foo:b ?c }", "line 1, column 10: the prefix foo: is not declared"),
        ("ASK {\n  ?a :b ?c }", "line 2, column 6: the prefix : is not declared"),
        ("PREFIX foo <urn:a> ASK {}", "line 1, column 1: after PREFIX come a prefix"),
        ("PREFIX a:b <urn:a> ASK {}", "line 1, column 1: after PREFIX come a prefix"),
        ("PREFIX a:b: <urn:a> ASK {}", "line 1, column 1: after PREFIX come a prefix"),
        ("PREFIX :: <urn:a> ASK {}", "line 1, column 1: after PREFIX come a prefix"),
        ("ASK {}\nPREFIX foo:", None),
        ("ASK { SERVICE <http://a.example/> {} }", "line 1, column 7: SERVICE is not allowed"),
        ("ASK { sErvice SILENT ?x {} }", "line 1, column 7: SERVICE is not allowed"),
        ("ASK { ?a 1SERVICE ?x {} }", "line 1, column 11: SERVICE is not allowed"),
        ("ASK { ?a ?b 'x'@SERVICE ?x {} }", "line 1, column 16: SERVICE is not allowed"),
    ],
)
def test_what_is_refused(query: str, complaint: str | None) -> None:
    with pytest.raises(UsageError, match=re.escape(complaint or "the prefix foo: is not declared")):
        prepare(query)


@pytest.mark.parametrize("prologue", ["", "PREFIX a: <b:> ", "BASE <a:b> PREFIX c: <d> # x\n"])
@pytest.mark.parametrize("word", sorted(UPDATES))
def test_updates_are_refused(prologue: str, word: str) -> None:
    for written in (word, word.lower()):
        with pytest.raises(UsageError, match=f"only reads; {word} would change the graph"):
            prepare(f"{prologue}{written} DATA {{}}")


def test_every_update_of_the_language_is_in_the_list() -> None:
    """Each begins an update that pyoxigraph takes."""
    updates = {
        **dict.fromkeys(("INSERT", "DELETE"), "DATA {}"),
        **dict.fromkeys(("ADD", "MOVE", "COPY"), "SILENT DEFAULT TO <a:b>"),
        **dict.fromkeys(("CLEAR", "DROP"), "DEFAULT"),
        "CREATE": "SILENT GRAPH <a:b>",
        "LOAD": "SILENT <file:///none>",
        "WITH": "<a:b> DELETE {} WHERE {}",
    }
    assert set(updates) == UPDATES
    for word, more in updates.items():
        ox.Store().update(f"{word} {more}")


@given(st.lists(st.sampled_from(PIECES + SIGNS)).map("".join))
def test_only_variables_and_blank_nodes_spell_the_word_in_what_is_run(text: str) -> None:
    try:
        written = run(text)
    except UsageError:
        return
    assert not [t for t in tokens(written) if t.kind not in ("variable", "blank") and SERVICE.search(t.text)]


@given(st.characters(exclude_categories=["Cs"]))
def test_no_character_ends_a_variable_for_the_parser_but_not_for_us(character: str) -> None:
    text = f"?x{character}SERVICE"
    try:
        found = [token.text for token in tokens(text)]
    except UsageError:
        return
    if found == [text]:
        with pytest.raises(SyntaxError):
            ox.Store().query(f"ASK {{ {text} <a:b> {{}} }}")


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("SELECT * { ?b ?a ?c }", ["b", "a", "c"]),
        ("select distinct * { ?c ?b ?a }", ["c", "b", "a"]),
        ("SELECT ?a ?c ?b { ?b ?a ?c }", ["a", "b", "c"]),
        ("PREFIX x: <y:> SELECT * { ?b x:c ?a }", ["b", "a"]),
    ],
)
def test_a_star_gives_the_variables_in_the_order_of_the_text(query: str, order: list[str]) -> None:
    assert prepare(query).in_order([name for name in "abc" if name in order]) == order
