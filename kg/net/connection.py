"""Requests to one server, over a connection that is kept open from one to the next.

What comes back is not trusted: it is limited in size and time, and a redirection is not followed.
"""

import http.client
import os
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import kg
from kg.errors import KgError, TooLarge, UsageError
from kg.net.address import Address
from kg.net.credentials import Challenge, Credentials
from kg.net.route import Lost, opened, target, until

MOST = 200_000_000  # bytes of an answer
PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Request:
    """kind: the media type of the body. accept: those that may come back, in the language; most: bytes of it."""

    method: str
    path: str
    body: bytes | None = None
    kind: str = ""
    accept: str = "*/*"
    most: int = MOST
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """kind: the media type of the body, without parameters. wait: seconds after which to ask again, if it names any."""

    status: int
    kind: str
    body: bytes
    wait: float | None = None
    challenge: str = ""
    elsewhere: str = ""  # where a redirection leads to


class Connection:
    """The way to one server. answered: whether it ever did."""

    def __init__(self, url: str, eager: bool = False, credentials: Credentials | None = None) -> None:
        """UsageError for what is no address of a server.

        The credentials, those of `Credentials.find` without others, are sent once the server asks. eager: a token is
        sent from the first request on; for a password only the server's question tells in which form it is to be sent.
        """
        self.address = Address.of(url)
        self.answered = False
        self._credentials = Credentials.find(self.address) if credentials is None else credentials
        self._challenge = Challenge("") if eager and self._credentials.token else None
        self._http: http.client.HTTPConnection | None = None

    def ask(self, request: Request, seconds: float) -> Reply:
        """What the server says, whatever its status.

        Lost without a whole answer, Late without one after so many seconds, TooLarge for a larger one than it may be.
        """
        deadline = time.monotonic() + seconds
        reply = self._attempt(request, deadline)
        if reply.status in (401, 403) and self._is_new(reply.challenge):
            self._challenge = Challenge(reply.challenge)
            reply = self._attempt(request, deadline)
        self.answered = True
        return reply

    def close(self) -> None:
        """The next request opens it anew."""
        if self._http:
            self._http.close()
        self._http = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _is_new(self, challenge: str) -> bool:
        """Whether credentials may help that were not sent yet, or not for this challenge."""
        if not self._credentials:
            return False
        return self._challenge is None or (Challenge(challenge).is_digest and challenge != self._challenge.header)

    def _attempt(self, request: Request, deadline: float) -> Reply:
        """A kept connection may have been closed by the server meanwhile, so then once more over a new one."""
        is_kept = self._http is not None
        try:
            return self._exchange(request, deadline)
        except (http.client.HTTPException, OSError) as error:
            self.close()
            if is_kept:
                return self._attempt(request, deadline)
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise Lost(f"{self.address.url}: the connection broke ({reason})") from None
        except KgError:
            self.close()
            raise

    def _exchange(self, request: Request, deadline: float) -> Reply:
        headers = self._headers(request)
        self._http = self._http or opened(self.address, max(deadline - time.monotonic(), 0.001))
        with until(deadline, self.address, self._http.sock):
            self._http.request(request.method, target(self.address, request.path), request.body, headers)
            with self._http.getresponse() as response:
                return _reply(response, self._body(response, request.most))
        raise AssertionError("`until` raises when there is no answer")

    def _headers(self, request: Request) -> dict[str, str]:
        headers = {"Accept": request.accept, "User-Agent": f"kg/{kg.__version__}"}
        if request.kind:
            headers["Content-Type"] = request.kind
        if request.language:
            headers["Accept-Language"] = request.language
        if self._challenge:
            self._check_secrecy(self._challenge)
            headers["Authorization"] = self._challenge.answer(self._credentials, request.method, request.path)
        return headers

    def _check_secrecy(self, challenge: Challenge) -> None:
        """UsageError if somebody on the way could read the credentials, and nobody said that this is well."""
        is_secret = self.address.scheme == "https" or self.address.is_here or challenge.hides(self._credentials)
        if not is_secret and os.environ.get("KG_INSECURE") != "1":
            raise UsageError(
                f"{self.address.url}: a password or token is sent over https only, or to a server on this computer; "
                "where nobody else is on the way, set KG_INSECURE=1"
            )

    def _body(self, response: http.client.HTTPResponse, most: int) -> bytes:
        body = bytearray()
        while piece := response.read1(PIECE):
            body += piece
            if len(body) > most:
                raise TooLarge(f"{self.address.url}: its answer is larger than {most:,} bytes")
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)
        return bytes(body)


def _reply(response: http.client.HTTPResponse, body: bytes) -> Reply:
    headers, wait = response.headers, response.headers.get("Retry-After", "")
    challenges = headers.get_all("WWW-Authenticate", [])
    return Reply(
        status=response.status,
        kind=headers.get_content_type() if "Content-Type" in headers else "",
        body=body,
        wait=float(wait) if wait.isdecimal() else None,
        challenge=next((each for each in challenges if Challenge(each).is_digest), "".join(challenges[:1])),
        elsewhere=headers.get("Location", "nowhere") if 300 <= response.status < 400 else "",
    )
