"""A SPARQL 1.1 server on this computer, for the tests: query, update and graph store, strict, and failing when told to.

/query, /update and /store are as those of `oxigraph serve`; / takes all three. The default graph is the server's own.
"""

import hashlib
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

GRAPH = re.compile(r"GRAPH <([^>]*)>")


@dataclass
class Reply:
    """What the server sends back, in the place of what it would. cut: whether it breaks off before."""

    status: int = 200
    body: bytes = b""
    kind: str = "text/plain"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False


@dataclass(frozen=True)
class Asked:
    """A request. graphs: those that it changes."""

    method: str
    path: str
    body: str
    graphs: tuple[str, ...] = ()


@dataclass
class Running:
    """url: where it is. asked: all requests. fault: gives what to answer in the place of the right answer, or None.

    wanted: what a request must have as its header Authorization, by its method and path; None for nothing.
    """

    url: str = ""
    store: ox.Store = field(default_factory=ox.Store)
    asked: list[Asked] = field(default_factory=list)
    fault: Callable[[Asked], Reply | None] = lambda asked: None
    wanted: Callable[[str, str, str], bool] = lambda method, path, given: True
    challenge: str = ""

    def changes(self) -> list[Asked]:
        """The requests that changed something, or tried to, but for those that ask whether that can be done."""
        return [each for each in self.asked if each.graphs and not each.graphs[0].endswith("/graph/none")]

    def contents(self) -> set[str]:
        """All that the server holds, without the digests of a push."""
        return {str(quad) for quad in self.store if not quad.predicate.value.endswith("#digest")}


def token(secret: str) -> Callable[[str, str, str], bool]:
    return lambda method, path, given: given == f"Bearer {secret}"


def digest(user: str, password: str, nonce: str = "n1") -> Callable[[str, str, str], bool]:
    """As in RFC 7616, with MD5; none is taken twice."""
    seen = set[str]()

    def is_right(method: str, path: str, given: str) -> bool:
        said = dict(re.findall(r'(\w+)="?([^",]*)"?', given))
        if said.get("nonce") != nonce or said.get("uri") != path or said["nc"] + said["cnonce"] in seen:
            return False
        seen.add(said["nc"] + said["cnonce"])
        secret = hashlib.md5(f"{user}:{said['realm']}:{password}".encode()).hexdigest()
        request = hashlib.md5(f"{method}:{path}".encode()).hexdigest()
        whole = f"{secret}:{nonce}:{said['nc']}:{said['cnonce']}:auth:{request}"
        return said["response"] == hashlib.md5(whole.encode()).hexdigest()

    return is_right


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: Running

    def handle_request(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        parts, kind = urlsplit(self.path), self.headers.get("Content-Type", "")
        graphs = tuple(parse_qs(parts.query).get("graph", []))
        if kind == "application/sparql-update":
            graphs = tuple(dict.fromkeys(GRAPH.findall(body)))
        asked = Asked(self.command, self.path, body, graphs if self.command != "GET" else ())
        self.state.asked.append(asked)
        reply = self.state.fault(asked)
        if reply is None and not self.state.wanted(self.command, self.path, self.headers.get("Authorization", "")):
            reply = Reply(401, headers={"WWW-Authenticate": self.state.challenge} if self.state.challenge else {})
        if reply is None:
            try:
                reply = self.answer(parts.path, kind, parse_qs(parts.query), body)
            except (SyntaxError, ValueError) as error:
                reply = Reply(400, str(error).encode())
        if reply.cut:
            self.close_connection = True
            return
        self.send_response(reply.status)
        for name, value in {
            "Content-Type": reply.kind,
            "Content-Length": str(len(reply.body)),
            **reply.headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST = do_PUT = do_DELETE = handle_request

    def answer(self, path: str, kind: str, given: dict[str, list[str]], body: str) -> Reply:
        if path in ("/", "/update") and kind == "application/sparql-update":
            self.state.store.update(body)
            return Reply(204)
        if path in ("/", "/query") and kind == "application/x-www-form-urlencoded":
            return self.query({**given, **parse_qs(body)})
        if path in ("/", "/store") and "graph" in given:
            return self.graph(ox.NamedNode(given["graph"][0]), body)
        return Reply(404, b"nothing here")

    def query(self, given: dict[str, list[str]]) -> Reply:
        chosen = {use: [ox.NamedNode(iri) for iri in given.get(f"{use}-graph-uri", [])] for use in ("default", "named")}
        is_chosen = any(chosen.values())
        found = self.state.store.query(
            given["query"][0],
            default_graph=chosen["default"] if is_chosen else None,
            named_graphs=chosen["named"] if is_chosen else None,
        )
        if isinstance(found, ox.QueryTriples):
            return Reply(200, found.serialize(format=ox.RdfFormat.TURTLE) or b"", "text/turtle; charset=utf-8")
        form = ox.QueryResultsFormat.JSON
        return Reply(200, found.serialize(format=form) or b"", "application/sparql-results+json")

    def graph(self, graph: ox.NamedNode, body: str) -> Reply:
        store, exists = self.state.store, graph in set(self.state.store.named_graphs())
        if self.command in ("GET", "DELETE") and not exists:
            return Reply(404, b"no such graph")
        if self.command == "GET":
            return Reply(
                200, store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b"", "application/n-triples"
            )
        triples = list(ox.parse(body.encode(), format=ox.RdfFormat.N_TRIPLES))
        if self.command in ("PUT", "DELETE"):
            store.remove_graph(graph)
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in triples)
        return Reply(204 if exists else 201)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(state: Running | None = None) -> Iterator[Running]:
    """A server on a free port."""
    state = state or Running()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"state": state}))
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gave up is what some tests want
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials but those that a test sets, whatever whoever runs it has."""
    for name in ("KG_TOKEN", "KG_USER", "KG_PASSWORD", "KG_INSECURE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "netrc").touch()
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.fixture
def server() -> Iterator[Running]:
    """The strict server of the tests."""
    with serving() as running:
        yield running
