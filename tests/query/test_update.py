"""What is run in the place of an update: the same, which loads nothing and asks no other server."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.lexer import tokens
from kg.query.update import prepare_update

KG = "https://kg.example/ontology#"
USING = ("g:1",)
PIECES = ["LOAD", "lOaD", "LOADSILENT", "SERVICE", "'load'", "<a:load>", "load:b", "a:load", "#load\n", "@en-load", "1"]
SIGNS = [
    " ",
    ";",
    "{",
    "}",
    "<",
    ">",
    "?",
    "x",
    "'",
    '"""',
    "PREFIX a: <b:> ",
    "INSERT DATA",
    "<file:///x>",
    "DROP ALL",
]


def run(text: str, *using: str) -> str:
    return "".join(prepare_update(text, using).pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INSERT DATA { <a:b> kg:x 1 }", f"INSERT DATA {{ <a:b> <{KG}x> 1 }}"),
        ("# nothing", ""),
        (
            "PREFIX a: <u:> DROP ALL; PREFIX b: <v:> INSERT DATA { a:x b:y 2 } ; ",
            " DROP ALL; INSERT DATA { <u:x> <v:y> 2 } ;",
        ),
        ("PREFIX a: <u:> DROP ALL; PREFIX a: <v:> CLEAR GRAPH a:b", " DROP ALL; CLEAR GRAPH <v:b>"),
        ("INSERT DATA { <a:b> <a:c> 'load; LOAD' } # LOAD", "INSERT DATA { <a:b> <a:c> 'load; LOAD' }"),
        ("DELETE { ?s ?p 1 } WHERE { ?s ?p 'service' }", "DELETE { ?s ?p 1 } WHERE { ?s ?p 'ser\\u0076ice' }"),
    ],
)
def test_the_text_that_is_run(text: str, expected: str) -> None:
    assert run(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INSERT DATA { <a:b> a 1 }", None),
        ("INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }", "INSERT { ?s ?p 1 } USING <g:1>  WHERE { ?s ?p 2 }"),
        ("INSERT {} WHERE { { SELECT * WHERE {} } }", "INSERT {} USING <g:1>  WHERE { { SELECT * WHERE {} } }"),
    ],
)
def test_the_graphs_that_a_request_chooses_stand_before_where(text: str, expected: str | None) -> None:
    assert run(text, *USING) == (expected or text)
    ox.Store().update(run(text, *USING))


@pytest.mark.parametrize(
    ("text", "using", "complaint"),
    [
        ("ASK {}", (), "line 1, column 1: an update begins with ADD, CLEAR"),
        ("DROP ALL ; SELECT * {}", (), "line 1, column 12: an update begins with"),
        ("LOAD <a:b>", (), "line 1, column 1: LOAD is not allowed"),
        ("DROP ALL ;\nloadSilent<a:b>", (), "line 2, column 1: an update begins with"),
        ("DELETE {} WHERE { SERVICE <a:b> {} }", (), "line 1, column 19: SERVICE is not allowed"),
        ("INSERT DATA { a:b a 1 }", (), "line 1, column 15: the prefix a: is not declared"),
        ("WITH <g:2> DELETE {} WHERE {}", USING, "line 1, column 1: WITH cannot be used"),
        ("DELETE {} USING <g:2> WHERE {}", USING, "line 1, column 11: USING cannot be used"),
        ("DELETE WHERE { ?s ?p 1 }", USING, "line 1, column 8: where the request chooses the graphs"),
    ],
)
def test_what_is_refused(text: str, using: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(complaint)):
        prepare_update(text, using)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("INSERT DATA { <a:b> kg:x }\n; DROP ALL", "line 1, column 26"),
        ("INSERT DATA { <a:b> kg:x 1 }\n; DROP FOO", "line 2, column"),
    ],
)
def test_a_mistake_has_its_place_in_the_text_as_it_was_written(text: str, place: str) -> None:
    prepared = prepare_update(text)
    with pytest.raises(SyntaxError) as error:
        ox.Store().update("".join(prepared.pieces))
    assert place in str(prepared.wrong(str(error.value)))


@given(st.lists(st.sampled_from(PIECES + SIGNS)).map("".join))
def test_no_word_of_what_is_run_spells_load_or_service(text: str) -> None:
    try:
        written = run(text)
    except UsageError:
        return
    words = [token.text.upper() for token in tokens(written) if token.kind == "word"]
    assert not [word for word in words if "LOAD" in word or "SERVICE" in word]
    with_file = written.replace("file:///x", "file:///dev/null/none")
    try:
        ox.Store().update(with_file)
    except (SyntaxError, RuntimeError, ValueError):
        return
    except OSError as error:
        raise AssertionError(with_file) from error
