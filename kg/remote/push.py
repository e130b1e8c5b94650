"""Sends a graph to a server: the named graphs that are not there yet as they are here.

What was sent is noted on the server, in each graph itself: a statement with the digest of the others, sent after them.
So the note is there exactly as long as the graph, whoever else changes the server, and an interrupted push leaves at
most one graph without it, which is sent again. Notes beside the files here would go on telling of what is gone there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import KgError, UsageError
from kg.rdf.terms import iri, literal
from kg.rdf.vocabulary import KG
from kg.remote.engine import PAGE, RemoteEngine
from kg.remote.parts import Part, Parts
from kg.remote.protocols import Writing
from kg.remote.sender import Sender

DIGEST = f"{KG}digest"
KINDS = re.compile("(.*/)(?:document/[^/]+|graph/(?:entities|derived))")
SENT = f"SELECT ?g ?d {{ GRAPH ?g {{ ?g <{DIGEST}> ?d }} FILTER(STR(?g) > ?after) }} ORDER BY STR(?g) LIMIT {PAGE}"
NONE = "graph/none"  # a graph that no build writes

Progress = Callable[[int, int], None]
"""Called with the bytes that were sent, and those to be sent in all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """send: named graphs that are not there as they are here. drop: IRIs of those that are there and not here."""

    base: str
    send: tuple[Part, ...]
    drop: tuple[str, ...]
    unchanged: int

    @property
    def size(self) -> int:
        """Bytes to send."""
        return sum(part.size for part in self.send)


def plan(parts: Parts, engine: RemoteEngine, fresh: bool = False) -> Plan:
    """What a push would do. engine: the queries of the server. fresh: send also what is there as it is here.

    Only graphs that a push sent, of the same base IRI, are dropped. UsageError if there is nothing to send.
    """
    bases = {match[1] for name in parts.all if (match := KINDS.fullmatch(name))}
    if len(bases) != 1:
        raise UsageError("the graph is not one that kg built, or empty; there is nothing to push")
    base, there = bases.pop(), dict(_sent(engine))
    send = tuple(part for part in parts.all.values() if fresh or there.get(part.iri) != part.digest)
    gone = (name for name in there.keys() - parts.all.keys() if (match := KINDS.fullmatch(name)) and match[1] == base)
    return Plan(base, send, tuple(sorted(gone)), len(parts.all) - len(send))


def push(plan: Plan, parts: Parts, engine: RemoteEngine, sender: Sender, name: str | None, progress: Progress) -> None:
    """Carry a plan out. name: of the protocol, a key of PROTOCOLS; the first that the server takes without one.

    KgError if the server does not do it, or does not show it afterwards.
    """
    if not plan.send and not plan.drop:
        return
    writing = sender.protocol(plan.base + NONE, name)
    done = 0
    for part in plan.send:
        for size in _send(part, parts, sender, writing):
            done += size
            progress(done, plan.size)
    for graph in plan.drop:
        sender.send(writing.drop(graph), missing=True)
    _confirm(plan, dict(_sent(engine)), engine)


def _send(part: Part, parts: Parts, sender: Sender, writing: Writing) -> Iterator[int]:
    """Replace a graph; gives the size of each chunk once it is there."""
    note = f"{iri(part.iri)} {iri(DIGEST)} {literal(part.digest)} .\n".encode()
    chunks = list(parts.chunks(part))
    for index, chunk in enumerate(chunks):
        is_last = index + 1 == len(chunks)
        sender.send(writing.put(part.iri, chunk, index == 0, note if is_last else b""))
        yield len(chunk)


def _sent(engine: RemoteEngine) -> Iterator[tuple[str, str]]:
    """The graphs that a push sent to the server, with their digests."""
    after = ""
    while rows := engine.query(SENT, values={"after": after}, labels=False).rows:
        yield from ((row["g"].value, row["d"].value) for row in rows)
        after = rows[-1]["g"].value


def _confirm(plan: Plan, there: Mapping[str, str], engine: RemoteEngine) -> None:
    lost = [part.iri for part in plan.send if there.get(part.iri) != part.digest]
    if lost:
        raise KgError(
            f"{engine.address.url}: the server took {len(plan.send):,} graphs, but queries find {len(lost):,} of them "
            f"not as they were sent, such as {lost[0]}; does this address answer from the same store?"
        )
