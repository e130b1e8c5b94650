"""From the text of a SPARQL update to the one that is run: it changes this graph and reaches no other place.

It is written anew from its tokens, as queries are: see `kg.query.prepare`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.plain import plain
from kg.query.lexer import Token, tokens, wrong
from kg.query.prepare import UPDATES, piece, prologue
from kg.rdf.vocabulary import PREFIXES

PLACE = re.compile(r"error at (\d+):(\d+): ")
FETCH = "LOAD"  # the parser takes it for the keyword also in LOADSILENT


@dataclass(frozen=True, slots=True)
class PreparedUpdate:
    """An update that may be run. pieces: what is run, a piece for each token."""

    text: str
    tokens: tuple[Token, ...]
    pieces: tuple[str, ...]

    def wrong(self, message: str) -> UsageError:
        """The error for pyoxigraph's message about what is run."""
        place = PLACE.match(message)
        if not place:
            return UsageError(f"the update is wrong: {plain(message)}")
        lines = "".join(self.pieces).split("\n")
        offset = sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1
        return wrong(self.text, self._place(offset), "this, or what stands before it, does not belong here")

    def _place(self, offset: int) -> int:
        for token, written in zip(self.tokens, self.pieces, strict=True):
            if offset < len(written):
                return token.start
            offset -= len(written)
        return len(self.text.rstrip())


def prepare_update(text: str, using: Sequence[str] = (), using_named: Sequence[str] = ()) -> PreparedUpdate:
    """Read an update. using, using_named: IRIs of the graphs that its WHERE clauses read, as if it had them in USING.

    UsageError if it loads from elsewhere, asks another server, has an unknown prefix, or says itself which graphs are
    read where the caller does too.
    """
    found = tuple(tokens(text))
    clauses = "".join([*(f" USING <{iri}>" for iri in using), *(f" USING NAMED <{iri}>" for iri in using_named)])
    prefixes: Mapping[str, str] = PREFIXES
    pieces: list[str] = []
    for operation in _operations(found):
        prefixes, before = prologue(operation, text, prefixes)
        _check_begin(operation[len(before) :], text)
        pieces += [*before, *_pieces(operation[len(before) :], text, prefixes, clauses)]
    return PreparedUpdate(text, found, tuple(pieces))


def _operations(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The operations, each with the ";" that ends it."""
    begin = depth = 0
    for i, token in enumerate(found, 1):
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0 and token.text == ";":
            yield found[begin:i]
            begin = i
    yield found[begin:]


def _check_begin(operation: Sequence[Token], text: str) -> None:
    """UsageError for a word with which no update begins, as those of queries."""
    if operation and operation[0].text != ";" and operation[0].keyword not in UPDATES:
        raise wrong(text, operation[0].start, f"an update begins with {', '.join(sorted(UPDATES - {FETCH}))}")


def _pieces(operation: Sequence[Token], text: str, prefixes: Mapping[str, str], clauses: str) -> Iterator[str]:
    depth, before = 0, ""
    for token in operation:
        if token.kind == "word" and FETCH in token.keyword:
            raise wrong(text, token.start, "LOAD is not allowed; send the data itself")
        written = piece(token, prefixes, text)
        if clauses and depth == 0:
            written = _reading(token, before, text, clauses) + written
            before = token.keyword or token.text
        yield written
        if token.kind == "sign":
            depth += (token.text == "{") - (token.text == "}")


def _reading(token: Token, before: str, text: str, clauses: str) -> str:
    """The clauses, where they belong: in front of WHERE."""
    if token.keyword in ("USING", "WITH"):
        raise wrong(text, token.start, f"{token.keyword} cannot be used where the request chooses the graphs")
    if token.keyword != "WHERE":
        return ""
    if before == "DELETE":
        raise wrong(text, token.start, "where the request chooses the graphs, write DELETE { ... } WHERE { ... }")
    return clauses + " "
