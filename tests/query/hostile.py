"""Texts that break what is careless, and a server that counts its visitors."""

import socket
import threading

HOSTILE = [
    "",
    " blank ",
    "tab\tnew\nline\rreturn\r\nboth",
    "quotes \" ' \"\"\" ''' , ;",
    "back\\slash \\n \\u0041 \\",
    "\\\u202e",
    "colour \x1b[31m\x1b]0;title\x07 \x00 \x08 \x7f \x85 \x9b",
    "marks \u202eabc\u202c \u061c \u200e\u200f \u2066x\u2069 \u200d \u2028",
    "<script>alert(1)</script> &amp;",
    "=1+1",
    "?x <http://a.example/> .",
    "小米 é \U0001f697 e\u0301",
]


class Server:
    """Takes every connection, says nothing and counts."""

    def __init__(self) -> None:
        self.visitors = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:  # closed
                return
            self.visitors += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
