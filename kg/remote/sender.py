"""Sends what changes a server: again, after a pause, where that may help."""

from dataclasses import dataclass

from kg.errors import KgError, TooLarge
from kg.net.connection import Connection, Reply, Request
from kg.net.patience import Patience
from kg.remote.protocols import PROTOCOLS, Writing
from kg.remote.refusal import check, saying

SECONDS = 300.0  # for one attempt
PATIENCE = Patience(attempts=6, passing=(429, 502, 503, 504), hopeful=False)
NAMES = {"update": "SPARQL updates", "gsp": "graphs by the Graph Store Protocol"}


@dataclass(frozen=True, slots=True)
class Sender:
    """The way to the server; a server that has never answered gets one attempt."""

    connection: Connection
    patience: Patience = PATIENCE

    def send(self, request: Request, missing: bool = False) -> None:
        """Refused if the server does not do it. missing: whether it may say that there is no such thing."""
        reply = self.ask(request)
        if not (missing and reply.status == 404):
            check(reply, self.connection.address)

    def ask(self, request: Request) -> Reply:
        """What the server says in the end."""
        return self.patience.ask(self.connection, request, SECONDS)

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
