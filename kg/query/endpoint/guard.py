"""What every request passes first: whether it is for this server, small enough, and whether there is room for it."""

import asyncio
import re
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.query.endpoint import token
from kg.query.endpoint.problems import RETRY, Problem
from kg.query.endpoint.settings import Settings

READING, SLOWEST = 30, 1 << 20  # seconds for a body, and as many more as it may be long at so many bytes a second
HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._\-]+))(?::[0-9]{1,5})?")
POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
HEAD = 64 << 10  # bytes of the URL, and of all headers
DRAINED = 16 << 20  # bytes of a body that is refused
HEADERS = {
    "Content-Security-Policy": POLICY,  # pages have one of their own
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Guard:
    """ASGI middleware around the whole application.

    A page of another site can make a browser ask a server on the same machine, under a name of its own that resolves
    to 127.0.0.1, and then read the answer. So a Host header that is not this server's is refused.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _with_headers(send, cross_origin=self._settings.cors is not None)
        try:
            limit = self._check(Request(scope))
        except Problem as problem:
            await _read_to_the_end(receive)
            await respond(problem)(scope, receive, send)
            return
        self._running += 1
        try:
            await self._app(scope, _limited(receive, limit), send)
        finally:
            self._running -= 1

    def _check(self, request: Request) -> int:
        """How many bytes its body may have; Problem if the request goes no further."""
        hosts, name = self._settings.hosts, _name(request.headers.get("host", ""))
        if not name:
            raise Problem(400, "the Host header must name a host")
        if hosts is not None and name not in hosts:
            raise Problem(421, "this server answers for this machine only; see --allow-host")
        if self._running >= self._settings.most_requests:
            raise Problem(503, "the server is busy; try again", {"Retry-After": RETRY})
        _check_head(request.scope)
        if request.headers.get("content-encoding", "identity") != "identity":
            raise Problem(415, "send the body as it is, without Content-Encoding", {"Accept-Encoding": "identity"})
        limit = self._settings.written if token.has(request, self._settings.token) else self._settings.body
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            raise _too_large(limit)
        return limit


def respond(problem: Problem) -> PlainTextResponse:
    """A problem as a line of text."""
    return PlainTextResponse(f"{problem}\n", problem.status, problem.headers)


def _name(host: str) -> str:
    match = HOST.fullmatch(host)
    return (match[1] or match[2]).lower().rstrip(".") if match else ""


def _check_head(scope: Scope) -> None:
    """The HTTP library sees to what comes in pieces, not to what is here as a whole."""
    if len(scope["raw_path"]) + len(scope["query_string"]) > HEAD:
        raise Problem(414, f"a URL may have at most {HEAD:,} bytes; send a long query with POST")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > HEAD:
        raise Problem(431, f"headers may have at most {HEAD:,} bytes")


def _too_large(limit: int) -> Problem:
    return Problem(413, f"a request may have at most {limit:,} bytes", {"Connection": "close"})


def _limited(receive: Receive, limit: int) -> Receive:
    """The same for a body whose length was not told, and Problem 408 for one that is too slow."""
    left = limit
    deadline = asyncio.get_running_loop().time() + READING + limit / SLOWEST

    async def limited() -> Message:
        nonlocal left
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError:
            raise Problem(408, "the body did not come in time", {"Connection": "close"}) from None
        left -= len(message.get("body", b""))
        if left < 0:
            if message.get("more_body"):
                with suppress(TimeoutError):
                    async with asyncio.timeout_at(deadline):
                        await _read_to_the_end(receive)
            raise _too_large(limit)
        return message

    return limited


async def _read_to_the_end(receive: Receive) -> None:
    """Let a client that is still sending come to its end, or it would not look at the answer; not for ever."""
    left = DRAINED
    while left > 0:
        message = await receive()
        left -= len(message.get("body", b""))
        if not message.get("more_body"):
            return


def _with_headers(send: Send, cross_origin: bool) -> Send:
    own = dict(HEADERS) if cross_origin else {**HEADERS, "Cross-Origin-Resource-Policy": "same-origin"}

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _ in message.get("headers", ())}
            more = [(name.lower().encode(), value.encode()) for name, value in own.items()]
            message["headers"] = [*message.get("headers", ()), *(pair for pair in more if pair[0] not in there)]
        await send(message)

    return sending
