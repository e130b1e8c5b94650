"""How a server is set up."""

import ipaddress
import re
from dataclasses import dataclass

from kg.errors import UsageError
from kg.plain import plain
from kg.query.engine import LIMIT, LONGEST

MIB = 1 << 20
ORIGIN = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """host, port: where it listens. names: more host names by which it is reached, behind a proxy.

    cors: the origin of pages that may read answers, * for all, None for the server's own alone.
    union: whether the default graph is the union of all graphs. timeout: seconds that a query or an update may take.
    token: what writing needs, None where nothing can be written.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    cors: str | None = None
    union: bool = True
    timeout: float = LIMIT
    token: str | None = None
    most_requests: int = 64  # at once
    most_queries: int = 32  # of them in a worker process
    body: int = 1 * MIB  # bytes of a request that only reads
    written: int = 64 * MIB  # bytes of one that writes

    def __post_init__(self) -> None:
        """UsageError for what cannot be."""
        if self.cors is not None and self.cors != "*" and not ORIGIN.fullmatch(self.cors):
            raise UsageError(f"--cors takes an origin such as https://example.org, or *, not {plain(self.cors)}")
        if not 0 < self.timeout <= LONGEST:
            raise UsageError(f"--timeout is more than 0 and at most {LONGEST:,.0f} seconds, not {self.timeout:g}")
        if not 0 <= self.port < 1 << 16:
            raise UsageError(f"a port is a number from 0 to 65535, not {self.port}")

    @property
    def hosts(self) -> frozenset[str] | None:
        """The names in Host headers that are this server's; None for any, on an address that others reach too."""
        if not is_loopback(self.host):
            return None
        return frozenset({"localhost", "127.0.0.1", "::1", self.host.lower(), *map(str.lower, self.names)})


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
