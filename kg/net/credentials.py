"""Who asks a server: a token, or a user with a password, from the environment or ~/.netrc.

Never from the command line, which other users of the computer can read.
"""

import base64
import hashlib
import netrc
import os
import secrets
from dataclasses import dataclass, field
from urllib.request import parse_http_list, parse_keqv_list

from kg.errors import UsageError
from kg.net.address import Address

HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Credentials:
    """A token, or else a user and a password; all empty for nobody."""

    token: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.token or self.user)

    @classmethod
    def find(cls, address: Address) -> "Credentials":
        """KG_TOKEN, or KG_USER and KG_PASSWORD, or what ~/.netrc (or the file NETRC) has for this host.

        UsageError for a netrc file that cannot be read.
        """
        token, user = os.environ.get("KG_TOKEN", ""), os.environ.get("KG_USER", "")
        if token or user:
            return cls(_sendable(token), _sendable(user), _sendable(os.environ.get("KG_PASSWORD", "")))
        try:
            found = netrc.netrc(os.environ.get("NETRC")).authenticators(address.host)
        except FileNotFoundError:
            return cls()
        except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
            raise UsageError(f"the netrc file cannot be read: {error}") from None
        return cls(user=found[0], password=found[2] or "") if found else cls()


@dataclass(slots=True)
class Challenge:
    """How a server wants to be told who asks, by its header WWW-Authenticate."""

    header: str
    uses: int = 0

    @property
    def is_digest(self) -> bool:
        """Whether a hash is asked for that only who knows the password can make."""
        return self.header.lower().startswith("digest ")

    def hides(self, credentials: Credentials) -> bool:
        """Whether who reads the answer does not learn the credentials by it."""
        return self.is_digest and bool(credentials.user)

    def answer(self, credentials: Credentials, method: str, path: str) -> str:
        """The header Authorization; UsageError for a digest of an unknown kind."""
        if self.hides(credentials):
            return self._digest(credentials, method, path)
        if credentials.token:
            return f"Bearer {credentials.token}"
        pair = f"{credentials.user}:{credentials.password}".encode()
        return f"Basic {base64.b64encode(pair).decode()}"

    def _digest(self, credentials: Credentials, method: str, path: str) -> str:
        """RFC 7616, with the quality "auth"."""
        asked = parse_keqv_list(parse_http_list(self.header.partition(" ")[2]))
        kind = asked.get("algorithm", "MD5")
        if kind.upper() not in HASHES or "auth" not in asked.get("qop", "").replace(",", " ").split():
            raise UsageError(f"the server asks for a digest that kg does not know: {self.header}")
        self.uses += 1
        realm, nonce, count, own = (
            asked.get("realm", ""),
            asked.get("nonce", ""),
            f"{self.uses:08x}",
            secrets.token_hex(8),
        )
        hashed = HASHES[kind.upper()]
        secret = hashed(f"{credentials.user}:{realm}:{credentials.password}".encode()).hexdigest()
        request = hashed(f"{method}:{path}".encode()).hexdigest()
        response = hashed(f"{secret}:{nonce}:{count}:{own}:auth:{request}".encode()).hexdigest()
        said = {"username": credentials.user, "realm": realm, "nonce": nonce, "uri": path, "response": response}
        said |= {"cnonce": own, **({"opaque": asked["opaque"]} if "opaque" in asked else {})}
        quoted = ", ".join(f'{name}="{_escaped(value)}"' for name, value in said.items())
        return f"Digest {quoted}, algorithm={kind}, qop=auth, nc={count}"


def _sendable(secret: str) -> str:
    """UsageError for a secret that cannot stand in a header, without telling it."""
    if not secret.isprintable():
        raise UsageError("KG_TOKEN, KG_USER or KG_PASSWORD holds a line break or another character that cannot be sent")
    return secret


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
