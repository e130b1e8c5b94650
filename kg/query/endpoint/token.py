"""Who may write: whoever has the token."""

import hmac
import os
import re
from pathlib import Path

from starlette.requests import Request

from kg.errors import UsageError
from kg.plain import printable
from kg.query.endpoint.problems import Problem

VARIABLE = "KG_TOKEN"
BEARER = re.compile(r"Bearer +(\S+) *", re.IGNORECASE)
SHORTEST = 16  # characters


def token(file: Path | None) -> str:
    """The token from a file, else from the environment; UsageError without one or for one that is easily guessed.

    It is never taken from the command line, which every user of the machine can see.
    """
    if file is not None:
        try:
            found = file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise UsageError(f"{printable(file)}: the token cannot be read: {reason}") from None
    else:
        found = os.environ.get(VARIABLE, "").strip()
    if not found:
        raise UsageError(f"writing needs a token: set {VARIABLE}, or write it to a file and give --token-file")
    if len(found) < SHORTEST or not re.fullmatch(r"[!-~]+", found):
        raise UsageError(f"the token must have {SHORTEST} or more letters, digits and signs, without blanks")
    return found


def has(request: Request, expected: str | None) -> bool:
    """Whether a request comes with the token."""
    given = BEARER.fullmatch(request.headers.get("authorization", ""))
    return bool(expected and given and hmac.compare_digest(given[1].encode(), expected.encode()))


def check(request: Request, expected: str | None) -> None:
    """Problem 403 if nothing can be written here, 401 without the right token."""
    if expected is None:
        raise Problem(403, "this server only reads; writing needs: kg serve --writable FOLDER")
    if not has(request, expected):
        given = BEARER.fullmatch(request.headers.get("authorization", ""))
        challenge = 'Bearer realm="kg"' + (', error="invalid_token"' if given else "")
        raise Problem(401, "writing needs the header Authorization: Bearer TOKEN", {"WWW-Authenticate": challenge})
