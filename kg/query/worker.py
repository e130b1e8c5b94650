"""What a process that answers queries does; it imports nothing of kg that it does not need, so that it starts quickly.

It waits for requests on a socket and answers each. The engine kills it at the time limit; should the engine be gone by
then, it ends itself a little later.
"""

import faulthandler
import resource
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.query.messages import Header, receive, send

LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
LANGUAGES = ("nl", "en", "de", "fr")  # of labels, the preferred ones first
GRACE = 2.0  # seconds
DIRECTION_MARK = "\u061c"  # the only one that Turtle takes for a letter
RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
WITH_PREFIXES = ("ttl", "trig", "rdfxml", "jsonld")
STATUS = Path("/proc/self/status")  # of this process, on Linux
MUCH = 256 << 20  # bytes that a worker may have grown and still answer another query


def work(channel: socket.socket, store: ox.Store, memory: int) -> None:
    """Answer requests until nobody is left to ask. memory: in bytes, beyond what the process has now."""
    _limit(memory)
    begin = _memory()
    while True:
        try:
            request, _ = receive(channel)
        except EOFError:
            return
        faulthandler.dump_traceback_later(request["timeout"] + GRACE, exit=True)
        header, body = _answered(store, request)
        header["last"] = _memory() - begin > MUCH
        send(channel, header, body)
        faulthandler.cancel_dump_traceback_later()


def _limit(memory: int) -> None:
    """Allow so much more memory; on systems that do not tell what a process has there is no limit."""
    try:
        used = int(STATUS.read_text().split("VmData:")[1].split()[0]) << 10
    except (OSError, IndexError):
        return
    resource.setrlimit(resource.RLIMIT_DATA, (used + memory, used + memory))


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def _answered(store: ox.Store, request: Header) -> tuple[Header, bytes]:
    try:
        return _labels(store, request["labels"]) if "labels" in request else _answer(store, request)
    except SyntaxError as error:
        return {"mistake": _mistake(request["pieces"], str(error))}, b""
    except MemoryError:
        return {"large": True}, b""
    except (RuntimeError, ValueError, OSError) as error:
        return {_fault(error): str(error)}, b""


def _answer(store: ox.Store, request: Header) -> tuple[Header, bytes]:
    found = store.query(
        "".join(request["pieces"]),
        use_default_graph_as_union=request["union"],
        default_graph=_graphs(request["default"]),
        named_graphs=_graphs(request["named"]),
        substitutions={ox.Variable(name): _bound(*value) for name, value in request["values"].items()},
    )
    if isinstance(found, ox.QueryTriples):
        return {"kind": "triples"}, written(found, request["form"] or "ttl", request["prefixes"])
    form = RESULTS[request["form"] or "tsv"]
    if isinstance(found, ox.QueryBoolean):
        return {"kind": "boolean", "boolean": bool(found)}, found.serialize(format=form) or b""
    return {"kind": "rows"}, found.serialize(format=form) or b""


def _graphs(iris: list[str] | None) -> list[Any] | None:
    return None if iris is None else [ox.NamedNode(iri) for iri in iris]


def _bound(value: str, kind: str) -> Any:
    return ox.NamedNode(value) if kind == "iri" else ox.Literal(value)


def _fault(error: Exception) -> str:
    """What cannot be had: the store, which is damaged or gone, or an answer to this query."""
    return "unreadable" if isinstance(error, OSError) or str(error).startswith("Corruption") else "unsupported"


def written(triples: Iterable[ox.Triple], form: str, prefixes: dict[str, str]) -> bytes:
    """Each triple once, sorted, so that the same query gives the same text."""
    found = sorted(set(triples), key=str)
    text = " ".join(map(str, found))
    used = {prefix: namespace for prefix, namespace in prefixes.items() if f"<{namespace}" in text}
    if DIRECTION_MARK in text or form not in WITH_PREFIXES:
        used = {}  # it may stand in a name, but only in an IRI can it be escaped
    return ox.serialize(found, format=TRIPLES[form], prefixes=used or None) or b""


def _labels(store: ox.Store, iris: list[str]) -> tuple[Header, bytes]:
    """The best label of each IRI that has one."""
    labels = {}
    for iri in iris:
        found = [quad.object for quad in store.quads_for_pattern(ox.NamedNode(iri), LABEL, None)]
        if names := [label for label in found if isinstance(label, ox.Literal)]:
            labels[iri] = min(names, key=_rank).value
    return {"labels": labels}, b""


def _rank(label: ox.Literal) -> tuple[int, str, str]:
    language = label.language or ""
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), label.value, language


def _mistake(pieces: list[str], message: str) -> tuple[int, str]:
    from kg.query.mistakes import mistake

    return mistake(pieces, message)
