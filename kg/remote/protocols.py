"""The two ways in which SPARQL 1.1 has a named graph replaced on a server.

The statement that tells a graph's digest is sent last: a graph that has it is whole. Every request may be sent twice
without harm, since kg's graphs have no blank nodes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kg.net.address import Address
from kg.net.connection import Reply, Request

ESCAPE = re.compile(rb"\\\\([uU])|\\.")
SMALL = 10_000  # bytes
LETTERS = {b"u": rb"\\\u0075", b"U": rb"\\\u0055"}


class Writing(Protocol):
    """Makes the requests that change a named graph, given by its IRI; statements are N-Triples."""

    def put(self, graph: str, statements: bytes, is_first: bool, last: bytes) -> Request:
        """Add statements; the first ones replace all that the graph held. last: statements to be added after them."""

    def drop(self, graph: str) -> Request:
        """Remove a graph."""

    def probe(self, graph: str) -> Request:
        """Ask for something that changes nothing. graph: one that does not exist."""

    def takes(self, reply: Reply) -> bool:
        """Whether that answer to the probe is one of a server that takes the other requests as well."""


@dataclass(frozen=True, slots=True)
class Update:
    """SPARQL 1.1 Update."""

    address: Address

    def put(self, graph: str, statements: bytes, is_first: bool, last: bytes) -> Request:
        """One request of several operations, which most servers carry out wholly or not at all."""
        operations = [_insert(graph, text) for text in (statements, last) if text]
        return self._request(";\n".join([*([_drop(graph)] if is_first else []), *operations]))

    def drop(self, graph: str) -> Request:
        return self._request(_drop(graph))

    def probe(self, graph: str) -> Request:
        return self.drop(graph)

    def takes(self, reply: Reply) -> bool:
        """A page for people is no answer to an update, though some servers say 200 to it."""
        return 200 <= reply.status < 300 and "html" not in reply.kind

    def _request(self, text: str) -> Request:
        return Request("POST", self.address.path, text.encode(), "application/sparql-update")


@dataclass(frozen=True, slots=True)
class GraphStore:
    """SPARQL 1.1 Graph Store HTTP Protocol."""

    address: Address

    def put(self, graph: str, statements: bytes, is_first: bool, last: bytes) -> Request:
        method = "PUT" if is_first else "POST"
        return Request(method, self.address.path_with(graph=graph), statements + last, "application/n-triples")

    def drop(self, graph: str) -> Request:
        return Request("DELETE", self.address.path_with(graph=graph))

    def probe(self, graph: str) -> Request:
        return Request("GET", self.address.path_with(graph=graph), accept="application/n-triples", most=SMALL)

    def takes(self, reply: Reply) -> bool:
        """A graph that does not exist is not found, or empty.

        A server that sends something takes no notice of ?graph=; a PUT would replace all that it has.
        """
        is_empty = reply.status == 204 or (reply.status == 200 and not reply.body.strip())
        return is_empty or reply.status == 404


PROTOCOLS: dict[str, Callable[[Address], Writing]] = {"update": Update, "gsp": GraphStore}


def _drop(graph: str) -> str:
    return f"DROP SILENT GRAPH <{graph}>"


def _insert(graph: str, statements: bytes) -> str:
    """Some servers resolve \\uXXXX before they read a string, even where the backslash is itself escaped."""
    safe = ESCAPE.sub(lambda match: LETTERS.get(match[1], match[0]), statements)
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{safe.decode()}}} }}"
