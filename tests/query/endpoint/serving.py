"""A real kg serve, and a client that can send what is odd."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import kg

ROOT = Path(kg.__file__).parent.parent
TOKEN = "a-token-that-is-long-enough"
HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}  # as browsers ask


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Client:
    """Sends requests to one server."""

    url: str

    def ask(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Answer:
        """headers: with "_" for "-"."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body.encode() if isinstance(body, str) else body, named)
        response = connection.getresponse()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def query(self, sparql: str, accept: str | None = None, **parameters: str) -> Answer:
        headers = {"Accept": accept} if accept else {}
        return self.get(f"/sparql?{urlencode({'query': sparql, **parameters})}", **headers)

    def write(self, method: str, path: str, body: bytes | str | None = None, type_: str = "text/turtle") -> Answer:
        return self.ask(method, path, body, Content_Type=type_, Authorization=f"Bearer {TOKEN}")

    def update(self, text: str, **parameters: str) -> Answer:
        return self.write("POST", f"/sparql?{urlencode(parameters)}", text, "application/sparql-update")


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "kg", "serve", "--port", "0", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


@contextmanager
def serving(*arguments: str | Path, **more: str) -> Iterator[Client]:
    """A server with these arguments until the block ends; more: variables of the environment."""
    with subprocess.Popen(command(*arguments), env=environment(**more), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("http://"), line
        try:
            yield Client(line.split()[0])
        finally:
            process.terminate()
            process.wait(timeout=30)
