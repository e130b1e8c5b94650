"""JSON from a service on the network.

What comes back is not trusted: it is limited in size and time, and a redirection is not followed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kg.errors import KgError, UsageError
from kg.net.address import Address
from kg.net.connection import Connection, Reply, Request
from kg.net.credentials import Credentials
from kg.net.patience import Patience
from kg.net.route import Late, Lost
from kg.plain import plain

FORM = "application/x-www-form-urlencoded"
MAX_SIZE = 2_000_000  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Client:
    """Asks politely: one request at a time, and after a failure that may pass up to `attempts`, with longer pauses."""

    timeout: float = 20.0  # seconds for one attempt
    attempts: int = 4
    pause: float = 1.0  # seconds before the second attempt, twice as long before each further one

    def json(self, url: str, form: Mapping[str, str] | None = None, language: str = "en") -> Any:
        """The JSON at an address, asked with a form if one is given.

        UsageError for an address that is not https (http only on this computer), KgError for what goes wrong there.
        """
        address, accept = checked(url), "application/json"
        request = Request("GET", address.path, accept=accept, most=MAX_SIZE, language=language)
        if form:
            body = urlencode(form).encode()
            request = Request("POST", address.path, body, FORM, accept, MAX_SIZE, language)
        patience = Patience(self.attempts, self.pause)
        with Connection(url, credentials=Credentials()) as connection:
            try:
                reply = patience.ask(connection, request, self.timeout)
            except (Late, Lost) as error:
                raise KgError(f"{error}; tried {self.attempts} times") from None
        if problem := self._problem(reply, patience):
            raise KgError(f"{address.url}: {problem}")
        try:
            return json.loads(reply.body)
        except (ValueError, RecursionError):
            raise KgError(f"{address.url}: its answer is not JSON; is this a reconciliation service?") from None

    def _problem(self, reply: Reply, patience: Patience) -> str:
        """What is wrong with a reply that is not as it should be."""
        if reply.elsewhere:
            return f"it sends kg on to {plain(reply.elsewhere[:200])}; if you trust that address, ask it instead"
        if reply.status in patience.passing:
            return f"it answers with HTTP status {reply.status}; tried {self.attempts} times"
        return "" if 200 <= reply.status < 300 else f"it answers with HTTP status {reply.status}; is the address right?"


def checked(url: str) -> Address:
    """An address that may be asked; UsageError for another one."""
    address = Address.of(url)
    if address.scheme != "https" and not address.is_here:
        raise UsageError(f"{url}: only https is used, and http for a service on this computer")
    return address
