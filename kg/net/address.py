"""Where a server is."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import httpx2 as httpx

from kg.errors import UsageError
from kg.plain import plain

UNUSUAL = re.compile(r"""[^!-~]|[<>"{}|\\^`]""")  # what no address holds


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a server on the web. path: with the query, if it has one."""

    url: str
    scheme: str
    host: str
    path: str

    @classmethod
    def of(cls, url: str) -> "Address":
        """UsageError for what is no address, or has a password in it, which all on this computer could read."""
        try:
            parts, known = urlsplit(url), httpx.URL(url)  # the first is strict, the second is what is asked
            usable = not UNUSUAL.search(url) and bool(known.host.encode("idna")) and parts.port != 0
        except (ValueError, httpx.InvalidURL):
            usable = False
        if not usable or parts.scheme not in ("http", "https"):
            raise UsageError(f"{plain(url)}: this is no address of a server, such as https://server.example/sparql")
        if parts.username is not None:
            raise UsageError(
                "leave user and password out of the address; set KG_USER and KG_PASSWORD, or KG_TOKEN, or use ~/.netrc"
            )
        return cls(url, parts.scheme, known.host, known.raw_path.decode())

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
