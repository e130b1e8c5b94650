"""How the parts of the query engine, each a process, talk: a header and a body over a socket.

Imported by the processes too, so it imports nothing of kg. Headers are marshalled, bodies are bytes as they are.
"""

import marshal
import socket
import struct
from typing import Any

LENGTHS = struct.Struct("!QQ")
PIECE = 1 << 20  # bytes
ONE = b"1"  # something to send along with a socket

Header = dict[str, Any]


def send(channel: socket.socket, header: Header, body: bytes = b"") -> None:
    """Send one message; OSError if nobody is there."""
    head = marshal.dumps(header)
    channel.sendall(LENGTHS.pack(len(head), len(body)) + head)
    channel.sendall(body)


def receive(channel: socket.socket) -> tuple[Header, bytes]:
    """Wait for one message; EOFError if the other side is gone, TimeoutError as the socket has it."""
    head, body = LENGTHS.unpack(_exactly(channel, LENGTHS.size))
    header: Header = marshal.loads(_exactly(channel, head))
    return header, _exactly(channel, body)


def _exactly(channel: socket.socket, size: int) -> bytes:
    found = bytearray(size)
    view, done = memoryview(found), 0
    while done < size:
        count = channel.recv_into(view[done : done + PIECE])
        if not count:
            raise EOFError
        done += count
    return bytes(found)
