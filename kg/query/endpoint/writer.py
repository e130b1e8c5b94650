"""The process that writes: a script that holds the store and imports nothing of kg, so that it starts quickly.

It takes requests from the connection whose number is its argument, and ends when the other end is closed. It can be
killed at any moment: an update is in the store as a whole or not at all.
"""

import marshal
import resource
import sys
from multiprocessing.connection import Connection
from typing import Any

import pyoxigraph as ox

MEMORY = 4 << 30  # bytes
FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def main() -> None:
    connection, folder = Connection(int(sys.argv[1])), sys.argv[2]
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    try:
        store = ox.Store(folder)
    except (OSError, RuntimeError) as error:
        connection.send_bytes(marshal.dumps({"failed": str(error)}))
        return
    connection.send_bytes(marshal.dumps({}))
    while True:
        try:
            request = marshal.loads(connection.recv_bytes())
        except EOFError:  # nobody is left to ask
            return
        connection.send_bytes(marshal.dumps(_answer(store, request)))


def _answer(store: ox.Store, request: dict[str, Any]) -> dict[str, Any]:
    try:
        return WORK[request["work"]](store, request)
    except SyntaxError as error:
        return {"mistake": str(error)}
    except (RuntimeError, ValueError, OSError) as error:
        return {"failed": str(error)}


def _update(store: ox.Store, request: dict[str, Any]) -> dict[str, Any]:
    store.update(request["text"], base_iri=request["base"])
    return {}


def _graph(store: ox.Store, request: dict[str, Any]) -> dict[str, Any]:
    """Replaces a graph, adds to it or removes it, in one update; tells whether it was there."""
    name = request["graph"]
    there = name is None or store.contains_named_graph(ox.NamedNode(name))
    graph, text = ("DEFAULT", "{}") if name is None else (f"GRAPH <{name}>", f"GRAPH <{name}> {{{{ {{}} }}}}")
    steps = [f"DROP SILENT {graph}"] if request["replaces"] else []
    if request["data"] is not None:
        steps += [] if name is None else [f"CREATE SILENT {graph}"]
        steps.append(f"INSERT DATA {{ {text.format(_triples(request))} }}")
    store.update(" ; ".join(steps))
    return {"there": there}


def _triples(request: dict[str, Any]) -> str:
    """The data as N-Triples, which SPARQL takes as they are."""
    quads = ox.parse(
        request["data"],
        format=FORMATS[request["format"]],
        base_iri=request["base"],
        without_named_graphs=True,
        rename_blank_nodes=True,
    )
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return (written or b"").decode()


def _snapshot(store: ox.Store, request: dict[str, Any]) -> dict[str, Any]:
    store.backup(request["folder"])
    return {}


WORK = {"update": _update, "graph": _graph, "snapshot": _snapshot}

if __name__ == "__main__":
    main()
