"""Servers that people run, on this computer, for the tests; each is skipped where it is not installed."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest

import kg

OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=Path(sys.executable).parent)
VIRTUOSO = shutil.which("virtuoso-t")
SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = {port}
NumberOfBuffers = 5000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
"""


@dataclass(frozen=True)
class Place:
    """Where a server is asked, and written to by each protocol. environment: the credentials that it wants."""

    query: str
    update: str
    gsp: str
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def oxigraph() -> Iterator[Place]:
    """`oxigraph serve`: its default graph is empty, whatever the named ones hold."""
    if OXIGRAPH is None:
        pytest.skip("no oxigraph found: pip install oxigraph")
    port = _free()
    with _running([OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}"], port):
        url = f"http://127.0.0.1:{port}"
        yield Place(f"{url}/query", f"{url}/update", f"{url}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Place]:
    """Debian's virtuoso-opensource-7-bin: its default graph is the union; it asks for a digest."""
    if VIRTUOSO is None:
        pytest.skip("no Virtuoso found: apt-get install virtuoso-opensource-7-bin")
    port, http = _free(), _free()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(port=port, http=http))
    with _running([VIRTUOSO, "+foreground", "+configfile", "virtuoso.ini"], http, folder):
        url = f"http://127.0.0.1:{http}"
        dba = {"KG_USER": "dba", "KG_PASSWORD": "dba"}
        yield Place(f"{url}/sparql", f"{url}/sparql-auth", f"{url}/sparql-graph-crud-auth", dba)


@contextmanager
def kg_serve(folder: Path) -> Iterator[Place]:
    """`kg serve --writable`, with its token."""
    if find_spec("kg.cli.serve") is None:
        pytest.skip("this kg has no kg serve")
    port, token = _free(), {"KG_TOKEN": "a-token-of-the-tests-0123456789"}
    with _running(
        [sys.executable, "-m", "kg", "serve", "--writable", "store", "--port", str(port)], port, folder, token
    ):
        url = f"http://127.0.0.1:{port}"
        yield Place(f"{url}/sparql", f"{url}/sparql", f"{url}/data", token)


@contextmanager
def _running(
    command: list[str], port: int, folder: Path | None = None, more: Mapping[str, str] | None = None
) -> Iterator[None]:
    """more: variables of the environment."""
    environment = {**os.environ, "PYTHONPATH": str(Path(kg.__file__).parent.parent), **(more or {})}
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=silent, stderr=silent)
    try:
        _await(port)
        yield
    finally:
        process.kill()
        process.wait()


def _await(port: int) -> None:
    for _ in range(600):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def _free() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port: int = attempt.getsockname()[1]
        return port
