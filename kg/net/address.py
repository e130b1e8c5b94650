"""Where a server is."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx

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
            parts = httpx.URL(url)
            usable = not UNUSUAL.search(url) and bool(parts.host.encode("idna")) and parts.port != 0
        except (httpx.InvalidURL, UnicodeError):  # of an empty or overlong part of the name
            usable = False
        if not usable or parts.scheme not in ("http", "https"):
            raise UsageError(f"{plain(url)}: this is no address of a server, such as https://server.example/sparql")
        if parts.userinfo:
            raise UsageError(
                "leave user and password out of the address; set KG_USER and KG_PASSWORD, or KG_TOKEN, or use ~/.netrc"
            )
        return cls(url, parts.scheme, parts.host, parts.raw_path.decode())

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
