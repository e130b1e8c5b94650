"""A reconciliation service on this computer, for the tests: it speaks the protocol, and fails as it is told to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

SPACE = "http://www.wikidata.org/entity/"


@dataclass
class Reply:
    """What the service sends back."""

    body: bytes = b"{}"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


def manifest(space: str = SPACE) -> Reply:
    return Reply(json.dumps({"versions": ["0.2"], "name": "Test", "identifierSpace": space}).encode())


def candidate(identifier: Any, name: str = "X", match: Any = True, **more: Any) -> dict[str, Any]:
    return {"id": identifier, "name": name, "type": [], "score": 100, "match": match, **more}


@dataclass
class Running:
    """url: where it is; queries: all that it was asked, one dictionary a request; requests: their methods."""

    url: str
    queries: list[dict[str, Any]]
    requests: list[str]
    headers: list[dict[str, str]]


Answer = Callable[[dict[str, Any]], Reply]


def results(candidates: dict[str, list[dict[str, Any]]]) -> Answer:
    """Answers by the name that is asked for; without candidates for a name that is not here."""
    return lambda queries: Reply(
        json.dumps({key: {"result": candidates.get(query["query"], [])} for key, query in queries.items()}).encode()
    )


@contextmanager
def running(answer: Answer, first: list[Reply] | None = None, about: Reply | None = None) -> Iterator[Running]:
    """A service that answers so; first: what it sends to the first requests, whatever they are."""
    waiting = list(first or [])
    state = Running("", [], [], [])

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply(lambda: about or manifest())

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            queries = json.loads(form["queries"][0])
            state.queries.append(queries)
            self._reply(lambda: answer(queries))

        def _reply(self, usual: Callable[[], Reply]) -> None:
            state.requests.append(self.command)
            state.headers.append(dict(self.headers))
            reply = waiting.pop(0) if waiting else usual()
            time.sleep(reply.delay)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gave up is what some tests want
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/api"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
