"""Requests to one server, over a connection that is kept open from one to the next.

What comes back is not trusted: it is limited in size and time, and a redirection is not followed.
"""

import ssl
from dataclasses import dataclass
from typing import Self

import httpx

import kg
from kg.errors import TooLarge, UsageError
from kg.net.address import Address
from kg.net.authorization import Authorization
from kg.net.credentials import Credentials
from kg.net.failures import failure
from kg.net.within import within

MOST = 200_000_000  # bytes of an answer


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
    elsewhere: str = ""  # where a redirection leads to


class Connection:
    """The way to one server. answered: whether it ever did."""

    def __init__(self, url: str, eager: bool = False, credentials: Credentials | None = None) -> None:
        """UsageError for what is no address of a server, and for a proxy of an unknown kind.

        The credentials, those of `Credentials.find` without others, are sent once the server asks. eager: a token is
        sent from the first request on; for a password only the server's question tells in which form it is to be sent.
        """
        self.address = Address.of(url)
        self.answered = False
        found = Credentials.find(self.address) if credentials is None else credentials
        self._authorization = Authorization(found, self.address, eager)
        self._client = self._opened()

    def ask(self, request: Request, seconds: float) -> Reply:
        """What the server says, whatever its status.

        Lost without a whole answer, Late without one after so many seconds, TooLarge for a larger one than it may be.
        """
        client = self._client
        try:
            reply = within(seconds, lambda: self._exchange(client, request, seconds))
        except (httpx.TransportError, TimeoutError) as error:
            client.close()  # which ends what is still on its way
            self._client = self._opened()
            raise failure(error, self.address) from None
        self.answered = True
        return reply

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self) -> httpx.Client:
        try:
            return httpx.Client(
                auth=self._authorization,
                headers={"User-Agent": f"kg/{kg.__version__}", "Accept-Encoding": "identity"},
                trust_env=not self.address.is_here,  # which needs no proxy
                verify=ssl.create_default_context(),  # with the authorities that this computer knows
            )
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            raise UsageError(f"the proxy that the environment names cannot be used: {error}") from None

    def _exchange(self, client: httpx.Client, request: Request, seconds: float) -> Reply:
        """Half of the time is for connecting, so that a server that is not there is told from a slow one."""
        url = httpx.URL(self.address.url).copy_with(raw_path=request.path.encode())
        headers = {"Accept": request.accept, "Content-Type": request.kind, "Accept-Language": request.language}
        with client.stream(
            request.method,
            url,
            content=request.body,
            headers={name: value for name, value in headers.items() if value},
            timeout=httpx.Timeout(seconds, connect=seconds / 2),
        ) as response:
            body = bytearray()
            for piece in response.iter_raw():
                body += piece
                if len(body) > request.most:
                    raise TooLarge(f"{self.address.url}: its answer is larger than {request.most:,} bytes")
            return _reply(response, bytes(body))


def _reply(response: httpx.Response, body: bytes) -> Reply:
    headers, wait = response.headers, response.headers.get("Retry-After", "")
    return Reply(
        status=response.status_code,
        kind=headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        body=body,
        wait=float(wait) if wait.isdecimal() else None,
        elsewhere=headers.get("Location", "nowhere") if 300 <= response.status_code < 400 else "",
    )
