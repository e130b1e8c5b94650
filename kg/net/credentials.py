"""Who asks a server: a token, or a user with a password, from the environment or ~/.netrc.

Never from the command line, which other users of the computer can read.
"""

import netrc
import os
from dataclasses import dataclass, field

from kg.errors import UsageError
from kg.net.address import Address


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

        UsageError for a netrc file that cannot be read, and for what cannot stand in a header, without telling it.
        """
        given = [os.environ.get(name, "") for name in ("KG_TOKEN", "KG_USER", "KG_PASSWORD")]
        if not "".join(given).isprintable() or not given[0].isascii():
            raise UsageError(
                "KG_TOKEN, KG_USER or KG_PASSWORD holds a line break or another character that cannot be sent"
            )
        if given[0] or given[1]:
            return cls(*given)
        try:
            found = netrc.netrc(os.environ.get("NETRC")).authenticators(address.host)
        except FileNotFoundError:
            return cls()
        except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
            raise UsageError(f"the netrc file cannot be read: {error}") from None
        return cls(user=found[0], password=found[2] or "") if found else cls()
