"""From the text of a query to the one that is run: only queries that read, and only this graph.

pyoxigraph cannot be told to leave other servers alone, and its parser knows no tokens: it reads "SERVICE:x {" and
"1SERVICE ?x {" as the keyword, and "<" before what looks like an IRI as an operator. So looking for the keyword is not
enough. What is run is written anew from the tokens, in such a way that its text nowhere spells that word: without
comments, with every prefixed name as an IRI, with an escape for one letter of the word in strings and IRIs.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.query.lexer import Token, tokens, wrong
from kg.rdf.vocabulary import PREFIXES

UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
ESCAPE = "\\"  # before a sign in a prefixed name
CALL = re.compile("(ser)(v)(ice)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query that may be run. pieces: what is run, a piece for each token. begin: the token after the prologue."""

    text: str
    tokens: tuple[Token, ...]
    pieces: tuple[str, ...]
    begin: int

    @property
    def form(self) -> str:
        """SELECT, ASK, CONSTRUCT or DESCRIBE; some other word for what is no query."""
        return self.tokens[self.begin].text.upper()

    @property
    def is_distinct(self) -> bool:
        """Whether no two rows of the answer may be equal."""
        return [token.text.upper() for token in self.tokens[self.begin : self.begin + 2]] == ["SELECT", "DISTINCT"]

    @property
    def has_dataset(self) -> bool:
        """Whether it says itself, with FROM, which graphs it reads."""
        return any(token.keyword == "FROM" for token in self.tokens)

    def wrong(self, index: int, problem: str) -> UsageError:
        """The error for a mistake at that token; the one after the last is the end of the text."""
        start = self.tokens[index].start if index < len(self.tokens) else len(self.text.rstrip())
        return wrong(self.text, start, problem)

    def in_order(self, variables: Sequence[str]) -> list[str]:
        """The variables of an answer: those of SELECT * as they first stand in the text, others as they are."""
        form, *modifiers = (token.text.upper() for token in self.tokens[self.begin : self.begin + 3])
        if form != "SELECT" or "*" not in modifiers:
            return list(variables)
        mentioned = dict.fromkeys(token.text[1:] for token in self.tokens if token.kind == "variable")
        return [name for name in mentioned if name in variables]


def prepare(sparql: str) -> Prepared:
    """Read a query; UsageError if it would change the graph, asks another server, or has an unknown prefix."""
    found = tuple(tokens(sparql))
    prefixes, prologue = _prologue(found, sparql)
    begin = len(prologue)
    if begin == len(found):
        raise UsageError("the query is empty")
    if found[begin].keyword in UPDATES:
        raise UsageError(f"kg query only reads; {found[begin].keyword} would change the graph")
    pieces = (*prologue, *(_piece(token, prefixes, sparql) for token in found[begin:]))
    return Prepared(sparql, found, pieces, begin)


def _prologue(found: Sequence[Token], sparql: str) -> tuple[dict[str, str], list[str]]:
    """The prefixes, those of kg and the query's own, and the pieces of the prologue: BASE alone is left of it."""
    prefixes, pieces = dict(PREFIXES), list[str]()
    while len(pieces) < len(found) and (keyword := found[len(pieces)].keyword) in ("PREFIX", "BASE"):
        declaration = found[len(pieces) : len(pieces) + (3 if keyword == "PREFIX" else 2)]
        if keyword == "PREFIX":
            if [token.kind for token in declaration[1:]] != ["name", "iri"] or not declaration[1].text.endswith(":"):
                raise wrong(sparql, declaration[0].start, "after PREFIX come a prefix, such as ex:, and an IRI in <>")
            prefixes[declaration[1].text[:-1]] = declaration[2].text[1:-1]
            pieces += ["", "", ""]
        else:
            pieces += [_piece(token, prefixes, sparql) for token in declaration]
    return prefixes, pieces


def _piece(token: Token, prefixes: Mapping[str, str], sparql: str) -> str:
    text = token.text
    if token.kind == "name":
        prefix, _, local = text.partition(":")
        if prefix not in prefixes:
            raise wrong(sparql, token.start, f"the prefix {prefix}: is not declared")
        text = f"<{prefixes[prefix]}{local.replace(ESCAPE, '')}>"
    if token.kind in ("word", "language") and CALL.search(text):
        raise wrong(sparql, token.start, "SERVICE is not allowed; a query reads this graph and no other server")
    if token.kind in ("iri", "name", "string"):
        text = CALL.sub(lambda match: f"{match[1]}\\u{ord(match[2]):04X}{match[3]}", text)
    return f" {text}" if token.spaced else text
