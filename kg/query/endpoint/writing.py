"""A store that a server changes: one process writes, and what is read is a snapshot of what it wrote last."""

import marshal
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any

from kg.errors import KgError, TooLong, UsageError
from kg.plain import plain, printable
from kg.query.update import prepare_update

SCRIPT = Path(__file__).with_name("writer.py")
MARK = "kg-serve.txt"
TOLD = "kg serve --writable keeps its graph in this folder; change it only through the server.\n"
START = 60.0  # seconds until the store must be open
PATIENCE = 2.0  # seconds that a reader waits for a write to end; then it reads what was there before


class Writing:
    """The writing process of one folder; safe to use from several threads.

    The folder holds `store`, which the process has for itself, and `reading`, a link to the newest snapshot. Snapshots
    share their files with the store, and one is made only when something is read after something was written.
    """

    def __init__(self, folder: Path, timeout: float) -> None:
        """folder: made if it is missing. timeout: seconds that a write may take.

        UsageError for a folder with something else in it, KgError if its store cannot be opened.
        """
        _claim(folder)
        self.folder = folder
        self.reads = folder / "reading"
        self._timeout = timeout
        self._writes, self._publishing = Lock(), Lock()
        self._changed = False
        self._number = 0
        self._readers: Counter[int] = Counter()
        self.renew: Callable[[], None] = lambda: None  # what is told of a new snapshot
        self._start()
        for old in folder.glob("snapshot-*"):  # of a server that was killed; none is running, for the store is ours
            shutil.rmtree(old)
        self._publish()

    def update(self, text: str, base: str, using: tuple[str, ...] = (), using_named: tuple[str, ...] = ()) -> None:
        """Run a SPARQL update, as a whole or not at all. base: for its relative IRIs.

        UsageError for one that is wrong; TooLong for one that is stopped; KgError for one that fails.
        """
        prepared = prepare_update(text, using, using_named)
        answer = self._write({"work": "update", "text": "".join(prepared.pieces), "base": base})
        if "mistake" in answer:
            raise prepared.wrong(answer["mistake"])

    def put(self, graph: str | None, data: bytes | None, form: str, base: str, replaces: bool) -> bool:
        """Write a graph, None for the default one; whether it was there before.

        data: RDF in a form of `kg.query.endpoint.writer.FORMATS`, None to remove the graph. replaces: rather than adds.
        UsageError for data that is wrong.
        """
        request = {"work": "graph", "graph": graph, "data": data, "format": form, "base": base, "replaces": replaces}
        answer = self._write(request)
        if "mistake" in answer:
            raise UsageError(f"the data cannot be read: {plain(answer['mistake'])}")
        return bool(answer["there"])

    @contextmanager
    def reading(self) -> Iterator[int]:
        """Held while something reads `reads`: what was written before is there. Gives the snapshot's number."""
        with self._publishing:
            if self._changed and self._writes.acquire(timeout=PATIENCE):
                try:
                    self._publish()
                finally:
                    self._writes.release()
                self.renew()
            number = self._number
            self._readers[number] += 1
        try:
            yield number
        finally:
            with self._publishing:
                self._readers[number] -= 1
                self._tidy()

    def close(self) -> None:
        """End the process. What was written stays; what is being written is left undone."""
        self._connection.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _write(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._writes:
            answer = self._ask(request, self._timeout)
            self._changed = self._changed or not ({"mistake", "failed"} & set(answer))
        if "failed" in answer:
            raise KgError(f"nothing was written: {plain(answer['failed'])}")
        return answer

    def _publish(self) -> None:
        """Make a snapshot and let `reads` lead to it."""
        number = self._number + 1
        folder = self.folder / f"snapshot-{number}"
        answer = self._ask({"work": "snapshot", "folder": os.fspath(folder)}, START)
        self._changed = False
        if "failed" in answer:
            raise KgError(f"{printable(self.folder)}: no snapshot can be made: {plain(answer['failed'])}")
        draft = self.folder / "reading.new"
        draft.unlink(missing_ok=True)
        draft.symlink_to(folder.name)
        draft.replace(self.reads)
        self._number = number
        self._readers[number] = 0
        self._tidy()

    def _tidy(self) -> None:
        """Remove the snapshots that nobody reads any more."""
        for number in [n for n in self._readers if n != self._number and not self._readers[n]]:
            del self._readers[number]
            shutil.rmtree(self.folder / f"snapshot-{number}", ignore_errors=True)

    def _ask(self, request: dict[str, Any], limit: float) -> dict[str, Any]:
        """The process's answer; one that gives none in time is ended and another one started."""
        end = time.monotonic() + limit
        try:
            self._connection.send_bytes(marshal.dumps(request))
            if self._connection.poll(max(end - time.monotonic(), 0)):
                answer: dict[str, Any] = marshal.loads(self._connection.recv_bytes())
                return answer
            failure: KgError = TooLong(f"the update took longer than {limit:g} s; nothing was written")
        except (OSError, EOFError):
            failure = KgError("the process that writes has ended; whether this was written is uncertain")
        self._process.kill()
        self._process.wait()
        self._changed = True
        self._start()
        raise failure

    def _start(self) -> None:
        self._connection, other = Pipe()
        with other:
            self._process = _process(other, self.folder / "store")
        if not self._connection.poll(START):
            self._process.kill()
            raise KgError(f"{printable(self.folder)}: the store does not open")
        answer = marshal.loads(self._connection.recv_bytes())
        if "failed" in answer:
            self._process.wait()
            raise KgError(f"{printable(self.folder)}: the store cannot be opened: {plain(answer['failed'])}")


def _process(connection: Connection, store: Path) -> "subprocess.Popen[bytes]":
    number = connection.fileno()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment.pop("KG_TOKEN", None)
    python = [sys.executable, "-S", "-P", os.fspath(SCRIPT), str(number), os.fspath(store)]
    return subprocess.Popen(python, pass_fds=[number], stdin=subprocess.DEVNULL, env=environment)


def _claim(folder: Path) -> None:
    """Make sure that a folder is this server's own: missing, empty, or made by an earlier one."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{printable(folder)}: this is a file; name a folder for the graph that is written")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise UsageError(
            f"{printable(folder)}: this folder is not kg serve's own; its graph would no longer be that of its "
            "articles; name a new folder"
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(TOLD, encoding="utf-8")
