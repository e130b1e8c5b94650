"""What goes wrong on the way to a server, as one line for the user."""

import socket
import ssl

import httpx

from kg.errors import KgError
from kg.net.address import Address


class Lost(KgError):
    """No connection, or one that broke: another attempt may do."""


class Late(KgError):
    """The time is over."""


def failure(error: httpx.TransportError | TimeoutError, address: Address) -> KgError:
    """Lost or Late where another attempt may do, another KgError where not."""
    cause = _first(error)
    reason = getattr(cause, "strerror", None) or str(error) or type(error).__name__
    match error, cause:
        case _, ssl.SSLCertVerificationError(verify_message=why):
            return KgError(
                f"{address.url}: its certificate is not valid ({why}); for one of your own authority set SSL_CERT_FILE"
            )
        case _, socket.gaierror():
            return KgError(f"{address.url}: there is no computer of this name")
        case httpx.ConnectTimeout(), _:
            return Lost(f"{address.url}: no server answers there in the time that was given")
        case httpx.TimeoutException() | TimeoutError(), _:
            return Late(f"{address.url}: no whole answer in the time that was given")
        case httpx.ConnectError() | httpx.ProxyError(), _:
            return Lost(f"{address.url}: no server answers there ({reason})")
    return Lost(f"{address.url}: the connection broke ({reason})")


def _first(error: BaseException) -> BaseException:
    """What the error was made of; httpx keeps that as the context only."""
    return _first(error.__context__) if error.__context__ else error
