"""Asks again, after a pause, where that may help."""

import time
from dataclasses import dataclass

from kg.net.connection import Connection, Reply, Request
from kg.net.route import Late, Lost

LONGEST = 60.0  # seconds of a pause, whatever the server asks for


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a request is tried. passing: HTTP statuses after which another attempt may do.

    pause: seconds before the second attempt, twice as long before each further one, unless the server says how long.
    hopeful: whether a server may be there soon that has not answered yet, and whether one may be quicker next time.
    """

    attempts: int = 4
    pause: float = 1.0
    passing: tuple[int, ...] = (429, 500, 502, 503, 504)
    hopeful: bool = True

    def ask(self, connection: Connection, request: Request, seconds: float) -> Reply:
        """What the server says in the end, whatever its status; errors as in `Connection.ask`.

        seconds: for one attempt. The request must be one that may be sent twice.
        """
        for attempt in range(1, self.attempts):
            wait = self.pause * 2 ** (attempt - 1)
            try:
                reply = connection.ask(request, seconds)
                if reply.status not in self.passing:
                    return reply
                wait = wait if reply.wait is None else reply.wait
            except (Late, Lost) as error:
                if not self.hopeful and (isinstance(error, Late) or not connection.answered):
                    raise
            time.sleep(min(wait, LONGEST))
        return connection.ask(request, seconds)
