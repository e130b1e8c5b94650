"""The process that holds the data of a query engine, and is copied (forked) for each worker.

Data in memory is loaded once and shared by all workers, whose copies cost a few milliseconds. It is a script, started
with the number of a socket: the first message there says what to load, each later one comes with the socket of a new
worker. It ends, with its workers, when that socket is closed.
"""

import contextlib
import gc
import os
import signal
import socket
import sys
from pathlib import Path

import pyoxigraph as ox

from kg.query.messages import ONE, Header, receive, send
from kg.query.worker import work


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    request, _ = receive(control)
    try:
        store = None if request["store"] else _loaded(request["files"])
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        send(control, {"fault": f"{error}"})
        return
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the workers
    gc.freeze()
    send(control, {"loaded": 0 if store is None else len(store)})
    while True:
        message, sockets, _, _ = socket.recv_fds(control, len(ONE), 1)
        if not message:
            return
        channel = socket.socket(fileno=sockets[0])
        if not os.fork():
            control.close()
            _become_worker(channel, store, request)
        channel.close()


def _become_worker(channel: socket.socket, store: ox.Store | None, request: Header) -> None:
    """Answer queries, and end without going back to the keeper's work."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with contextlib.suppress(OSError, KeyboardInterrupt):  # nobody is left to ask
        try:
            send(channel, {"pid": os.getpid()})
            work(channel, store or ox.Store.read_only(request["store"]), request["memory"])
        except (OSError, RuntimeError) as error:
            send(channel, {"unreadable": str(error), "last": True})
    os._exit(0)


def _loaded(files: list[str]) -> ox.Store:
    """Everything that the files hold, in memory."""
    store = ox.Store()
    for path in files:
        try:
            store.bulk_load(path=path, base_iri=Path(path).absolute().as_uri())
        except (OSError, SyntaxError, ValueError) as error:
            raise ValueError(f"{path}: {error}") from None
    return store


if __name__ == "__main__":
    main()
