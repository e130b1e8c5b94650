"""What a server says that it does not do, as one line for the user."""

import html
import re

from kg.errors import KgError
from kg.net.address import Address
from kg.net.connection import Reply
from kg.plain import plain

LONGEST = 300  # characters of what the server says
HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


class Refused(KgError):
    """The server answers, but with an error. status: its HTTP status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

    @property
    def is_denial(self) -> bool:
        """Whether the server wants to know who asks, or does not let that user in."""
        return self.status in (401, 403)


def check(reply: Reply, address: Address) -> Reply:
    """The reply, if the server did what it was asked for; Refused if not."""
    if 200 <= reply.status < 300:
        return reply
    raise Refused(f"{address.url}: {_problem(reply)}", reply.status)


def _problem(reply: Reply) -> str:
    words = saying(reply)
    said = f"(HTTP {reply.status}: {words})" if words else f"(HTTP {reply.status})"
    if reply.elsewhere:
        return f"it sends kg on to {plain(reply.elsewhere[:LONGEST])}; ask that address if you trust it"
    if reply.status in (401, 403):
        return f"it does not let you in {said}; set KG_USER and KG_PASSWORD, or KG_TOKEN, or use ~/.netrc"
    if reply.status in (404, 405, 410):
        return f"there is nothing of the kind at this address {said}"
    return f"the server refuses {said}"


def saying(reply: Reply) -> str:
    """What the server says: the first line of a text, a page without its tags."""
    text = reply.body[:20_000].decode(errors="replace")
    if reply.kind == "text/plain":
        text = next(filter(str.strip, text.splitlines()), "")
    elif "html" in reply.kind or "xml" in reply.kind:
        text = html.unescape(HIDDEN.sub(" ", text))
    text = plain(text)
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
