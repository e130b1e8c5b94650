"""Where a server is."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlencode, urlsplit

from kg.errors import UsageError
from kg.plain import plain

UNUSUAL = re.compile(r"""[^!-~]|[<>"{}|\\^`]""")  # what no address holds
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a server on the web. path: with the query, if it has one."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def of(cls, url: str) -> "Address":
        """UsageError for what is no address, or has a password in it, which all on this computer could read."""
        parts = _parts(url)
        if parts.username is not None:
            raise UsageError(
                "leave user and password out of the address; set KG_USER and KG_PASSWORD, or KG_TOKEN, or use ~/.netrc"
            )
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return cls(url, parts.scheme, parts.hostname or "", parts.port or PORTS[parts.scheme], path)

    @property
    def is_here(self) -> bool:
        """Whether it is on this computer."""
        try:
            return self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def path_with(self, **more: str) -> str:
        """The path with these parameters beside those that it has."""
        return self.path + ("&" if "?" in self.path else "?") + urlencode(more)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = not UNUSUAL.search(url) and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or parts.scheme not in PORTS:
        raise UsageError(f"{plain(url)}: this is no address of a server, such as https://server.example/sparql")
    return parts
