"""The way to a server: directly, or through the proxy that the environment names."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.request import getproxies, proxy_bypass

from kg.errors import KgError
from kg.net.address import Address


class Lost(KgError):
    """No connection, or one that broke: another attempt may do."""


class Late(KgError):
    """The time is over."""


def opened(address: Address, seconds: float) -> http.client.HTTPConnection:
    """A connection; Lost if there is none, KgError if there cannot be one."""
    http_connection = _made(address, seconds)
    try:
        http_connection.connect()
    except ssl.SSLCertVerificationError as error:
        reason = f"{address.url}: its certificate is not valid ({error.verify_message})"
        raise KgError(f"{reason}; for one of your own authority set SSL_CERT_FILE") from None
    except socket.gaierror:
        raise KgError(f"{address.url}: there is no computer of this name") from None
    except TimeoutError:
        raise Lost(f"{address.url}: no server answers there in the time that was given") from None
    except OSError as error:
        raise Lost(f"{address.url}: no server answers there ({error.strerror or error})") from None
    http_connection.sock.settimeout(None)  # `until` ends it
    return http_connection


def target(address: Address, path: str) -> str:
    """What the first line of a request names: for a proxy that reads it the whole address."""
    return f"http://{address.host}:{address.port}{path}" if address.scheme == "http" and _proxy(address) else path


@contextmanager
def until(deadline: float, address: Address, sock: socket.socket) -> Iterator[None]:
    """Ends a connection when the time is over, however slowly the server speaks. Late then."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(deadline - time.monotonic(), 0), stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (http.client.HTTPException, OSError, ValueError):
        if not late.is_set():
            raise
    finally:
        timer.cancel()
    if late.is_set():
        raise Late(f"{address.url}: no whole answer in the time that was given")


def _made(address: Address, seconds: float) -> http.client.HTTPConnection:
    proxy = _proxy(address)
    host, port = (proxy, None) if proxy else (address.host, address.port)
    if address.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=seconds)
    secure = http.client.HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
    if proxy:
        secure.set_tunnel(address.host, address.port)
    return secure


def _proxy(address: Address) -> str:
    """Host and port of the proxy for this server; none for one on this computer."""
    if address.is_here or proxy_bypass(address.host):
        return ""
    proxy: str = getproxies().get(address.scheme, "")
    return proxy.rpartition("://")[2].strip("/")
