"""Warm processes for queries: lent for one query each, killed at its time limit, more of them while all are busy.

pyoxigraph cannot be stopped while it answers, neither by a signal nor from another thread; a process can.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, TooBusy, TooLarge, TooLong
from kg.query.messages import ONE, Header, receive, send
from kg.query.source import Source

MEMORY = 2 << 30  # bytes that a query may take
MOST = 32  # queries at a time
KEPT = 4  # idle workers
SLOW = 1.0  # seconds after which a query makes way for others
MANNERS = 10  # by how much
KEEPER = Path(__file__).with_name("keeper.py")
PACKAGES = Path(__file__).parent.parent.parent  # where kg is imported from


class Worker:
    """A process that answers one query after another. is_done: it takes no more of them."""

    def __init__(self, channel: socket.socket, pid: int) -> None:
        self._channel, self._pid = channel, pid
        self.is_done = False

    def ask(self, request: Header, limit: float) -> tuple[Header, bytes]:
        """The answer. limit: seconds; TooLong after that, TooLarge if the process broke down.

        Whatever happens here, a query that has no answer is not running afterwards.
        """
        try:
            header, body = self._ask({**request, "timeout": limit}, limit)
        except TimeoutError:
            self.kill()
            raise TooLong(f"the query took longer than {limit:g} s") from None
        except (EOFError, ConnectionError):
            self.kill()
            raise TooLarge("the query was stopped; it needs too much memory or nests too deep") from None
        except BaseException:
            self.kill()
            raise
        self.is_done = self.is_done or bool(header.get("last"))
        return header, body

    def _ask(self, request: Header, limit: float) -> tuple[Header, bytes]:
        self._channel.settimeout(limit)
        send(self._channel, request)
        if limit > SLOW:
            self._channel.settimeout(SLOW)
            try:
                self._channel.recv(1, socket.MSG_PEEK)
            except TimeoutError:
                self._make_way()
            limit -= SLOW
        self._channel.settimeout(limit)
        return receive(self._channel)

    def _make_way(self) -> None:
        self.is_done = True  # what was made slow stays so
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._pid, MANNERS)

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self.is_done = True
        with contextlib.suppress(OSError):
            os.kill(self._pid, signal.SIGKILL)
        self._channel.close()


class Keeper:
    """The process that holds the data. KgError if it cannot be loaded."""

    def __init__(self, source: Source, memory: int) -> None:
        self.stamp = source.stamp()
        self._control, theirs = socket.socketpair()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PACKAGES), *filter(None, sys.path)])}
        python = [sys.executable, "-S", "-P", str(KEEPER)]  # the module path is ours already: no need to look for it
        with theirs:
            self._process = subprocess.Popen(
                [*python, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for the one who asks, who then kills the worker
            )
        places = [os.fspath(place) for place in source.places()]
        store = places[0] if source.store else None
        send(self._control, {"store": store, "files": [] if store else places, "memory": memory})
        header = self._received(source)
        if "fault" in header:
            self.close()
            raise KgError(f"the data cannot be read: {header['fault']}")

    def _received(self, source: Source) -> Header:
        try:
            return receive(self._control)[0]
        except EOFError:
            self.close()
            raise KgError(f"{source.name}: the process for queries ended while it was reading this") from None

    def worker(self) -> Worker:
        """A new worker; OSError or EOFError if the keeper is gone."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [ONE], [theirs.fileno()])
        return Worker(ours, receive(ours)[0]["pid"])

    def close(self) -> None:
        """End it; workers that are asked end after their answer."""
        self._control.close()
        self._process.kill()
        self._process.wait()


class Pool:
    """The workers of one source. Safe to use from several threads."""

    def __init__(self, source: Source, memory: int = MEMORY, most: int = MOST) -> None:
        """memory: bytes that a query may take; most: queries at a time. Nothing is started before the first query."""
        self.source, self._memory, self._most = source, memory, most
        self._lock, self._busy = threading.Lock(), 0
        self._idle: list[Worker] = []
        self._keeper: Keeper | None = None

    @contextmanager
    def lend(self) -> Iterator[Worker]:
        """A worker for one query; TooBusy if all are taken, KgError if the data cannot be read."""
        with self._lock:
            if self._busy >= self._most:
                raise TooBusy(f"{self._most} queries are running; try again in a moment")
            keeper = self._up_to_date()
            worker = self._idle.pop() if self._idle else self._started(keeper)
            self._busy += 1
        try:
            yield worker
        finally:
            with self._lock:
                self._busy -= 1
                is_kept = keeper is self._keeper and not worker.is_done and len(self._idle) < KEPT
                self._idle.extend([worker] if is_kept else [])
            if not is_kept:
                worker.kill()

    def renew(self) -> None:
        """Read the data anew before the next query, as when it has another stamp; running queries go on."""
        with self._lock:
            self._let_go()

    close = renew

    def _up_to_date(self) -> Keeper:
        stamp = self.source.stamp()
        if self._keeper and self._keeper.stamp != stamp and None not in stamp:
            self._let_go()
        self._keeper = self._keeper or Keeper(self.source, self._memory)
        return self._keeper

    def _started(self, keeper: Keeper) -> Worker:
        try:
            return keeper.worker()
        except (OSError, EOFError):  # the system may have ended it, for want of memory
            self._let_go()
            self._keeper = Keeper(self.source, self._memory)
            return self._keeper.worker()

    def _let_go(self) -> None:
        for worker in self._idle:
            worker.kill()
        self._idle.clear()
        if self._keeper:
            self._keeper.close()
        self._keeper = None
