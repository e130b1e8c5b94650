"""JSON from a service on the network.

What comes back is not trusted: it is limited in size and time, and a redirection is not followed.
"""

import http.client
import ipaddress
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

import kg
from kg.errors import KgError, UsageError
from kg.plain import plain
from kg.resolve.links import IRI

MAX_SIZE = 2_000_000  # bytes of an answer
MAX_WAIT = 60.0  # seconds, whatever the service asks for
PASSING = (429, 500, 502, 503, 504)  # HTTP statuses after which another attempt may do


class _Passing(Exception):
    """A failure that may be over soon. wait: seconds that the service asks for."""

    def __init__(self, problem: str, wait: float | None = None) -> None:
        super().__init__(problem)
        self.wait = wait


class _NoRedirects(HTTPRedirectHandler):
    """Leaves a redirection as the error that it is: it might lead anywhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Client:
    """Asks politely: one request at a time, and after a failure that may pass up to `attempts`, with longer pauses."""

    timeout: float = 20.0  # seconds for one attempt
    attempts: int = 4
    pause: float = 1.0  # seconds before the second attempt, twice as long before each further one

    def json(self, url: str, form: Mapping[str, str] | None = None, language: str = "en") -> Any:
        """The JSON at an address, asked with a form if one is given.

        UsageError for an address that is not https (http only on this computer), KgError for what goes wrong there.
        """
        parts = checked(url)
        for attempt in range(self.attempts):
            try:
                return _parsed(_fetch(parts, form, language, self.timeout), parts)
            except _Passing as problem:
                if attempt + 1 == self.attempts:
                    raise KgError(f"{parts.netloc}: {problem}; tried {self.attempts} times") from None
                time.sleep(min(self.pause * 2**attempt if problem.wait is None else problem.wait, MAX_WAIT))
        raise AssertionError("there is at least one attempt")


def checked(url: str) -> SplitResult:
    """The parts of an address that may be asked; UsageError for another one."""
    try:
        parts = urlsplit(url)
        usable = bool(IRI.fullmatch(url) and url.isascii() and parts.hostname and "@" not in parts.netloc)
        usable = usable and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable:
        raise UsageError(f"{url}: this is no address of a service, such as https://service.example/api")
    if parts.scheme != "https" and not _is_here(parts):
        raise UsageError(f"{url}: only https is used, and http for a service on this computer")
    return parts


def _is_here(parts: SplitResult) -> bool:
    try:
        return parts.hostname == "localhost" or ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _fetch(parts: SplitResult, form: Mapping[str, str] | None, language: str, timeout: float) -> bytes:
    headers = {"Accept": "application/json", "Accept-Language": language, "User-Agent": f"kg/{kg.__version__}"}
    request = Request(parts.geturl(), urlencode(form).encode() if form else None, headers)
    try:
        with _opener(parts).open(request, timeout=timeout) as response:
            return _body(response, parts, timeout)
    except HTTPError as error:
        with error:
            raise _refused(error, parts) from None
    except (URLError, http.client.HTTPException, OSError) as error:
        raise _Passing(f"no answer: {plain(str(getattr(error, 'reason', error)) or type(error).__name__)}") from None


def _opener(parts: SplitResult) -> OpenerDirector:
    return build_opener(_NoRedirects, *([ProxyHandler({})] if _is_here(parts) else []))


def _refused(error: HTTPError, parts: SplitResult) -> Exception:
    if error.code in PASSING:
        wait = error.headers.get("Retry-After", "")
        return _Passing(f"it answers with HTTP status {error.code}", float(wait) if wait.isdecimal() else None)
    if 300 <= error.code < 400:
        elsewhere = plain(error.headers.get("Location", "nowhere")[:200])
        return KgError(f"{parts.netloc}: it sends kg on to {elsewhere}; if you trust that address, ask it instead")
    return KgError(f"{parts.netloc}: it answers with HTTP status {error.code}; is the address right?")


def _body(response: http.client.HTTPResponse, parts: SplitResult, timeout: float) -> bytes:
    """The whole answer; a service that sends it a byte at a time does not hold kg for ever."""
    body, deadline = bytearray(), time.monotonic() + timeout
    while piece := response.read1(65_536):
        body += piece
        if len(body) > MAX_SIZE:
            raise KgError(f"{parts.netloc}: its answer is larger than {MAX_SIZE:,} bytes")
        if time.monotonic() > deadline:
            raise _Passing(f"its answer takes longer than {timeout:g} s")
    return bytes(body)


def _parsed(body: bytes, parts: SplitResult) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise KgError(f"{parts.netloc}: its answer is not JSON; is this a reconciliation service?") from None
