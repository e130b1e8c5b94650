"""A query for a server that knows no parameters: their values stand in the text, in the place of the variables."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.errors import UsageError
from kg.plain import plain
from kg.query.prepare import Prepared
from kg.query.result import Term

ENDS = {"SELECT": ("WHERE", "FROM"), "BY": ("HAVING", "LIMIT", "OFFSET", "VALUES")}
"""The clauses in which a constant needs brackets, by the word that begins them, and the words that end them."""


def bound(query: Prepared, values: Mapping[str, str | Term]) -> tuple[str, frozenset[str]]:
    """The text to send, and the names of columns that are only there for the grammar's sake.

    values: for variables, without "?"; strings, or IRIs. Each stands there as pyoxigraph writes it, so whatever it
    holds it is one literal or IRI and nothing else.
    """
    unused = "bound"
    while unused in query.text:
        unused += "_"
    constants = {name: _constant(value) for name, value in values.items()}
    pieces, columns = _pieces(query), set[str]()
    for index, clause in _clauses(query):
        token = query.tokens[index]
        if token.kind != "variable" or token.text[1:] not in constants or query.tokens[index - 1].keyword == "AS":
            continue
        text = constants[token.text[1:]]
        if clause == "SELECT":
            columns.add(f"{unused}{index}")
            text = f"({text} AS ?{unused}{index})"
        elif clause == "BY":
            text = f"({text})"
        elif query.tokens[index - 2].keyword == "BOUND":
            pieces[index - 2] = " isIRI" if text.startswith("<") else " isLITERAL"  # true; BOUND takes a variable only
        pieces[index] = f" {text} "
    return "".join(pieces), frozenset(columns)


def _constant(value: str | Term) -> str:
    if isinstance(value, str) or value.kind != "iri":
        return str(ox.Literal(str(value)))
    try:
        return str(ox.NamedNode(value.value))
    except ValueError:
        raise UsageError(f"{plain(value.value)}: this is no IRI") from None


def _pieces(query: Prepared) -> list[str]:
    """What is run, with the letter that is escaped in an IRI as it is: not every server knows escapes there."""
    return [
        piece.replace("\\u0076", "v").replace("\\u0056", "V") if token.kind in ("iri", "name") else piece
        for token, piece in zip(query.tokens, query.pieces, strict=True)
    ]


def _clauses(query: Prepared) -> Iterator[tuple[int, str]]:
    """Every token's number, with the word that begins the clause it stands in, "" within brackets and in patterns."""
    clause, depth, outer = "", 0, list[int]()
    for index in range(query.begin, len(query.tokens)):
        token = query.tokens[index]
        if token.text == "{" or token.text == "}":
            clause, depth = "", _nested(token.text, depth, outer)
        elif token.text in ("(", ")"):
            depth += 1 if token.text == "(" else -1
        elif token.keyword in ENDS:
            clause = token.keyword
        elif token.keyword in ENDS.get(clause, ()):
            clause = ""
        yield index, clause if depth == 0 else ""


def _nested(brace: str, depth: int, outer: list[int]) -> int:
    """The depth of round brackets, which begins anew in braces."""
    if brace == "{":
        outer.append(depth)
        return 0
    return outer.pop() if outer else 0
