"""Sends what changes a server: again, after a pause, where that may help."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import KgError, TooLarge
from kg.remote.connection import Connection, Reply, Request
from kg.remote.protocols import PROTOCOLS, Writing
from kg.remote.refusal import check, saying
from kg.remote.route import Lost

PASSING = (429, 502, 503, 504)  # HTTP statuses after which another attempt may do
LONGEST = 60.0  # seconds of a pause, whatever the server asks for
NAMES = {"update": "SPARQL updates", "gsp": "graphs by the Graph Store Protocol"}


@dataclass(frozen=True, slots=True)
class Sender:
    """Tries each request up to `attempts` times; a server that has never answered gets one attempt."""

    connection: Connection
    seconds: float = 300.0  # for one attempt
    attempts: int = 6
    pause: float = 1.0  # seconds before the second attempt, twice as long before each further one
    sleep: Callable[[float], None] = time.sleep

    def send(self, request: Request, missing: bool = False) -> None:
        """Refused if the server does not do it. missing: whether it may say that there is no such thing."""
        reply = self.ask(request)
        if not (missing and reply.status == 404):
            check(reply, self.connection.address)

    def ask(self, request: Request) -> Reply:
        """What the server says in the end."""
        for attempt in range(1, self.attempts + 1):
            wait = self.pause * 2 ** (attempt - 1)
            try:
                reply = self.connection.ask(request, self.seconds)
                if reply.status not in PASSING or attempt == self.attempts:
                    return reply
                wait = wait if reply.wait is None else reply.wait
            except Lost:
                if attempt == self.attempts or not self.connection.answered:
                    raise
            self.sleep(min(wait, LONGEST))
        raise AssertionError("there is at least one attempt")

    def protocol(self, graph: str, name: str | None) -> Writing:
        """The way in which the server takes changes: the one named, or the first that it takes.

        graph: the IRI of one that does not exist. KgError if it takes none.
        """
        refusals = []
        for tried in [name] if name else PROTOCOLS:
            writing = PROTOCOLS[tried](self.connection.address)
            try:
                reply = self.ask(writing.probe(graph))
            except TooLarge:
                reply = Reply(200, "", b"more than an empty graph")
            if writing.takes(reply):
                return writing
            if reply.status in (401, 403) or reply.elsewhere:
                check(reply, self.connection.address)  # which raises
            refusals.append(f"no {NAMES[tried]} (HTTP {reply.status}: {saying(reply) or 'nothing said'})")
        raise KgError(f"{self.connection.address.url}: the server takes here {', and '.join(refusals)}")
