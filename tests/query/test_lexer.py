"""SPARQL as tokens."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query.lexer import Token, tokens

GAP = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
PIECES = [*"<>\"'\\{}()[].;,*=|^&!?$@:_-+/#%~ \t\n\r", "'''", '"""', "a:b", "SERVICE", "<a:b>", "\\u0041", "1.5e3", "é"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x", ["word SELECT", "variable ?x"]),
        ("$x?y", ["variable $x", "variable ?y"]),
        ("kg:ceoOf a:b.c. :", ["name kg:ceoOf", "name a:b.c", "sign .", "name :"]),
        ("a:b-c a:%41 a:\\,b", ["name a:b-c", "name a:%41", "name a:\\,b"]),
        ("?a<?b && ?c>?d", ["variable ?a", "sign <", "variable ?b", "sign &&", "variable ?c", "sign >", "variable ?d"]),
        ("<a#b> # <c>\n<>", ["iri <a#b>", "iri <>"]),
        ("'a#b' # 'c'", ["string 'a#b'"]),
        (r'"a\"b" """a"b""c"""', [r'string "a\"b"', 'string """a"b""c"""']),
        ("'''a\n'b'''", ["string '''a\n'b'''"]),
        ("''''", ["string ''", "string ''"]),
        ('"x"@nl-BE"1"^^a:b', ['string "x"', "language @nl-BE", 'string "1"', "sign ^^", "name a:b"]),
        ("1 1.5 .5 1e6 1.", ["number 1", "number 1.5", "number .5", "number 1e6", "number 1", "sign ."]),
        ("1SERVICE", ["number 1", "word SERVICE"]),
        ("_:b1 [] ()", ["blank _:b1", "sign [", "sign ]", "sign (", "sign )"]),
        ("<<( )>> {| |}", ["sign <<(", "sign )>>", "sign {|", "sign |}"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [f"{token.kind} {token.text}" for token in tokens(text)] == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("ASK { ?x ?y 'abc }", "line 1, column 13: the string is not closed"),
        ('ASK\n{ ?x\n   ?y "a\nb" }', "line 3, column 7: the string is not closed"),
        ("ASK { € }", "line 1, column 7: '€' does not belong here"),
        ("\ufeffASK {}", "line 1, column 1: the character U+FEFF does not belong here"),
        ("ASK {\x1b}", "line 1, column 6: the character U+001B does not belong here"),
        ("ASK { ?x ?y 'a\udcffb' }", "line 1, column 15: this is not UTF-8 text"),
    ],
)
def test_what_is_no_token_is_named_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(UsageError) as error:
        list(tokens(text))
    assert str(error.value) == f"the query is wrong in {complaint}"


def attempt(text: str) -> list[Token] | UsageError:
    try:
        return list(tokens(text))
    except UsageError as error:
        return error


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_tokens_and_gaps_are_the_text_or_there_is_one_line(text: str) -> None:
    found = attempt(text)
    if isinstance(found, UsageError):
        assert len(str(found).splitlines()) == 1
        return
    end = 0
    for token in found:
        gap = text[end : token.start]
        assert GAP.fullmatch(gap)
        assert token.spaced == bool(gap)
        assert text.startswith(token.text, token.start)
        end = token.start + len(token.text)
    assert GAP.fullmatch(text[end:])


def test_a_long_text_takes_time_in_proportion() -> None:
    assert len(list(tokens("?x " * 50_000))) == 50_000
    assert [token.kind for token in tokens('"' + "\\n" * 500_000 + '"')] == ["string"]
    assert list(tokens("#" * 1_000_000)) == []
