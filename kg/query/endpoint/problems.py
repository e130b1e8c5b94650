"""What is refused or fails: an HTTP status and one line that says why."""

from collections.abc import Mapping

from kg.errors import KgError, TooBusy, TooLarge, TooLong, UsageError

RETRY = "1"  # seconds; most queries are done by then


class Problem(Exception):
    """A request without an answer. headers: more that the response must have."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


def of_error(error: KgError) -> Problem:
    """The problem that an error of the library is over HTTP.

    503 for what this server cannot do within its limits, now or ever; 400 for what is wrong in the request.
    """
    if isinstance(error, TooBusy):
        return Problem(503, str(error), {"Retry-After": RETRY})
    if isinstance(error, TooLong | TooLarge):
        return Problem(503, str(error))
    return Problem(400 if isinstance(error, UsageError) else 500, str(error))
