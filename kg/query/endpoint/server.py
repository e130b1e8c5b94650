"""Runs the application until it is interrupted."""

import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox
import uvicorn

from kg.errors import KgError, UsageError
from kg.plain import printable
from kg.query.endpoint.app import application
from kg.query.endpoint.guard import HEAD
from kg.query.endpoint.served import Served
from kg.query.endpoint.settings import Settings
from kg.query.endpoint.writing import Writing
from kg.query.engine import QueryEngine
from kg.query.source import Source

CONNECTIONS = 512
IDLE = 10  # seconds that a connection is kept open for a next request
PATIENCE = 5  # seconds for what runs to end when the server is stopped
FILES = (".nt", ".nq", ".ttl", ".trig", ".n3", ".rdf", ".jsonld")


class Built:
    """A graph that only a new build changes; the engine sees that by itself."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @contextmanager
    def reading(self) -> Iterator[object]:
        """Gives what the files are known by."""
        yield self._source.stamp()


def serve(
    paths: Sequence[Path], settings: Settings, started: Callable[[str], None], ontology: Path | None = None
) -> None:
    """Serve a graph that kg built, or RDF files together, until SIGINT or SIGTERM.

    started: is called with the URL once the port is open. UsageError for what cannot be served.
    """
    with QueryEngine(source_of(paths), most=settings.most_queries) as engine:
        engine.query("ASK {}")  # what cannot be read is told before the port is open
        served = Served(engine, settings.union, settings.timeout, Built(engine.source))
        _run(served, settings, started, None, ontology)


def serve_writable(
    folder: Path, settings: Settings, started: Callable[[str], None], ontology: Path | None = None
) -> None:
    """Serve a folder of the server's own, that clients with the token can write to; the rest as in `serve`."""
    writing = Writing(folder, settings.timeout)
    try:
        with QueryEngine(Source(store=writing.reads), most=settings.most_queries) as engine:
            writing.renew = engine.renew
            served = Served(engine, settings.union, settings.timeout, writing)
            _run(served, settings, started, writing, ontology)
    finally:
        writing.close()


def source_of(paths: Sequence[Path]) -> Source:
    """What is read: one folder with a graph, or files; UsageError for anything else."""
    if len(paths) == 1 and paths[0].is_dir():
        return Source.of_graph(paths[0])
    for path in paths:
        if path.is_dir():
            raise UsageError(f"{printable(path)}: serve one folder with a graph, or RDF files")
        if not path.is_file():
            raise UsageError(f"{printable(path)}: there is no such file or folder")
        if ox.RdfFormat.from_extension(path.suffix.removeprefix(".")) is None:
            raise UsageError(f"{printable(path)}: RDF files end in {', '.join(FILES)}")
    return Source(files=tuple(paths))


def _run(
    served: Served, settings: Settings, started: Callable[[str], None], writing: Writing | None, ontology: Path | None
) -> None:
    config = uvicorn.Config(
        application(served, settings, writing, ontology),
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=PATIENCE,
        h11_max_incomplete_event_size=2 * HEAD,
    )
    with _listening(settings) as listening:
        host, port = listening.getsockname()[:2]
        started(f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/")
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # uvicorn, when done, raises anew what stopped it
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([listening])


def _listening(settings: Settings) -> socket.socket:
    """The open port; KgError if another program has it."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listening = socket.create_server((settings.host, settings.port), family=family, backlog=128)
        # Head and body of an answer are sent apart; without this the body waits 40 ms for the head to be acknowledged.
        # asyncio sets it only for sockets that name the protocol, which those of create_server do not.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        where = f"{settings.host} port {settings.port}"
        raise KgError(f"cannot listen on {where}: {error.strerror}; give another --port") from None
