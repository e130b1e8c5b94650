"""SPARQL text as tokens, by the terminals of the SPARQL 1.1 grammar."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import UsageError
from kg.query.excerpt import excerpt

LETTER = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
JOINT = "0-9\u00b7\u0300-\u036f\u203f\u2040"  # what a name may not begin with
ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
LOCAL = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
TERMINALS = {
    "gap": r"(?:[ \t\r\n]|#[^\r\n]*)+",
    "iri": rf'<(?:[^<>"{{}}|^`\\\x00-\x20]|{ESCAPE})*>',
    "string": r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r'|"(?:[^"\\\r\n]|\\.)*"',
    "variable": rf"[?$][{LETTER}_0-9][{LETTER}_{JOINT}]*",
    "blank": rf"_:[{LETTER}_0-9](?:[{LETTER}_{JOINT}.\-]*[{LETTER}_{JOINT}\-])?",
    "name": rf"(?:[{LETTER}](?:[{LETTER}_{JOINT}.\-]*[{LETTER}_{JOINT}\-])?)?:"
    rf"(?:(?:[{LETTER}_:0-9]|{LOCAL})(?:(?:[{LETTER}_{JOINT}:.\-]|{LOCAL})*(?:[{LETTER}_{JOINT}:\-]|{LOCAL}))?)?",
    "language": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?",
    "number": r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+",
    "word": r"[A-Za-z_][A-Za-z0-9_]*",
    "sign": r"\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|\{\||\|\}|[{}()\[\].,;*/+\-!=<>|^?~]",
}
TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in TERMINALS.items()), re.DOTALL)

HALF = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are no UTF-8, and of halves of characters


class Token(NamedTuple):
    """A piece of a query. kind: a key of TERMINALS; of keywords, true and false it is "word"."""

    kind: str
    text: str
    start: int
    spaced: bool  # white space or a comment stands before it

    @property
    def keyword(self) -> str:
        """A word in capitals; nothing for what is no word."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens of a query, without white space and comments; each is as long as the grammar allows.

    UsageError, with line and column, at a character with which none begins, and at half a character.
    """
    if half := HALF.search(sparql):
        raise wrong(sparql, half.start(), "this is not UTF-8 text")
    position, spaced = 0, False
    while position < len(sparql):
        match = TOKEN.match(sparql, position)
        if not match:
            raise wrong(sparql, position, _problem(sparql[position]))
        kind, position = match.lastgroup or "", match.end()
        if kind != "gap":
            yield Token(kind, match[0], match.start(), spaced)
        spaced = kind == "gap"


def wrong(sparql: str, position: int, problem: str) -> UsageError:
    """The error for a mistake at that offset in a query."""
    line = sparql.count("\n", 0, position) + 1
    column = position - sparql.rfind("\n", 0, position)
    message = f"the query is wrong in line {line}, column {column}: {problem}"
    return UsageError(message, excerpt(sparql, position))


def _problem(character: str) -> str:
    if character in "'\"":
        return "the string is not closed"
    name = f"'{character}'" if character.isprintable() else f"the character U+{ord(character):04X}"
    return f"{name} does not belong here"
