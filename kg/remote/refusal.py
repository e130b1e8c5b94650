"""What a server says that it does not do, as one line for the user."""

import html
import re

from kg.errors import KgError, UsageError
from kg.plain import plain
from kg.remote.address import Address
from kg.remote.connection import Reply

LONGEST = 300  # characters of what the server says
HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


class Refused(KgError):
    """The server answers, but with an error."""


class Denied(Refused):
    """The server does not let the user in."""


class Misasked(Refused, UsageError):
    """The server says that the request itself is wrong."""


def check(reply: Reply, address: Address) -> Reply:
    """The reply, if the server did what it was asked for; Refused if not, Misasked if the request is wrong."""
    if 200 <= reply.status < 300:
        return reply
    said = f": {words}" if (words := saying(reply)) else ""
    if reply.elsewhere:
        raise Refused(
            f"{address.url}: it sends kg on to {plain(reply.elsewhere[:LONGEST])}; ask that address if you trust it"
        )
    if reply.status in (401, 403):
        raise Denied(
            f"{address.url}: it does not let you in (HTTP {reply.status}{said}); set KG_USER and KG_PASSWORD, "
            "or KG_TOKEN, or use ~/.netrc"
        )
    if reply.status in (404, 405, 410):
        raise Refused(f"{address.url}: there is nothing of the kind at this address (HTTP {reply.status}{said})")
    kind = Misasked if reply.status == 400 else Refused
    raise kind(f"{address.url}: the server refuses (HTTP {reply.status}{said})")


def saying(reply: Reply) -> str:
    """What the server says: the first line of a text, a page without its tags."""
    text = reply.body[:20_000].decode(errors="replace")
    if reply.kind == "text/plain":
        text = next(filter(str.strip, text.splitlines()), "")
    elif "html" in reply.kind or "xml" in reply.kind:
        text = html.unescape(HIDDEN.sub(" ", text))
    text = plain(text)
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
