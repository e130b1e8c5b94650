"""Sends a graph to a server: the named graphs that are not there yet as they are here.

What was sent is noted on the server, in each graph itself: a statement with the digest of the others, sent after them.
So the note is there exactly as long as the graph, whoever else changes the server, and an interrupted push leaves at
most one graph without it, which is sent again. Notes beside the files here would go on telling of what is gone there.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError, UsageError
from kg.net.connection import Connection
from kg.query.engine import LIMIT
from kg.rdf.terms import iri, literal
from kg.rdf.vocabulary import KG
from kg.remote.engine import PAGE, RemoteEngine
from kg.remote.parts import Part, Parts
from kg.remote.protocols import Writing
from kg.remote.refusal import Refused
from kg.remote.sender import Sender

DIGEST = f"{KG}digest"
KINDS = re.compile("(.*/)(?:document/[^/]+|graph/(?:entities|derived))")
SENT = f"SELECT ?g ?d {{ GRAPH ?g {{ ?g <{DIGEST}> ?d }} FILTER(STR(?g) > ?after) }} ORDER BY STR(?g) LIMIT {PAGE}"
NONE = "graph/none"  # a graph that no build writes

Progress = Callable[[int, int], None]
"""Called with the bytes that were sent, and those to be sent in all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push does. send: named graphs that are not there as they are here.

    drop: IRIs of graphs that an earlier push sent, and that are no longer here.
    """

    base: str
    send: tuple[Part, ...]
    drop: tuple[str, ...]
    unchanged: int

    @property
    def size(self) -> int:
        """Bytes to send."""
        return sum(part.size for part in self.send)


def push(
    folder: Path,
    url: str,
    endpoint: str | None = None,
    protocol: str | None = None,
    fresh: bool = False,
    dry_run: bool = False,
    progress: Progress = lambda done, total: None,
) -> Plan:
    """Make a server have the graph in a folder; returns what was done, or with dry_run what would be.

    url: where the server is written to; endpoint: where it answers queries, if elsewhere; protocol: a key of PROTOCOLS,
    the first that the server takes without one; fresh: send also what is there already.

    UsageError for a wrong address and for a folder without a graph; KgError if the server does not do it all. What it
    did then is not sent again the next time.
    """
    with (
        Parts(folder) as parts,
        Connection(url, eager=True) as connection,
        RemoteEngine(endpoint or url, union=False, eager=True) as engine,
    ):
        planned = _plan(parts, engine, fresh, endpoint is None)
        if not dry_run and (planned.send or planned.drop):
            sender = Sender(connection)
            _send_all(planned, parts, sender, sender.protocol(planned.base + NONE, protocol), progress)
            _confirm(planned, dict(_sent(engine)), engine)
        return planned


def _plan(parts: Parts, engine: RemoteEngine, fresh: bool, is_same: bool) -> Plan:
    """is_same: whether the server is written to at the address where it is asked."""
    bases = {match[1] for name in parts.all if (match := KINDS.fullmatch(name))}
    if len(bases) != 1:
        raise UsageError("the graph is empty, or not one that kg built; there is nothing to push")
    base = bases.pop()
    try:
        found = dict(_sent(engine))
    except Refused as error:
        if error.is_denial or not is_same:
            raise
        raise KgError(f"{error}; if it answers queries at another address, name that with --endpoint") from None
    there = {name: digest for name, digest in found.items() if (match := KINDS.fullmatch(name)) and match[1] == base}
    send = tuple(part for part in parts.all.values() if fresh or there.get(part.iri) != part.digest)
    return Plan(base, send, tuple(sorted(there.keys() - parts.all.keys())), len(parts.all) - len(send))


def _send_all(planned: Plan, parts: Parts, sender: Sender, writing: Writing, progress: Progress) -> None:
    done = 0
    for part in planned.send:
        note = f"{iri(part.iri)} {iri(DIGEST)} {literal(part.digest)} .\n".encode()
        is_first = True
        for chunk, is_last in _with_last(parts.chunks(part)):
            sender.send(writing.put(part.iri, chunk, is_first, note if is_last else b""))
            is_first = False
            done += len(chunk)
            progress(done, planned.size)
    for graph in planned.drop:
        sender.send(writing.drop(graph), missing=True)


def _with_last(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each with whether it is the last."""
    before = next(chunks)
    for chunk in chunks:
        yield before, False
        before = chunk
    yield before, True


def _sent(engine: RemoteEngine) -> Iterator[tuple[str, str]]:
    """The graphs that a push sent to the server, with their digests."""
    rows = engine.pages(SENT, {"g", "d"}, time.monotonic() + LIMIT)
    return ((row["g"].value, row["d"].value) for row in rows)


def _confirm(planned: Plan, there: Mapping[str, str], engine: RemoteEngine) -> None:
    lost = [part.iri for part in planned.send if there.get(part.iri) != part.digest]
    if lost:
        raise KgError(
            f"{engine.address.url}: the server took {len(planned.send):,} graphs, but {len(lost):,} of them are not "
            f"there, such as {lost[0]}; does this address answer from the same store?"
        )
