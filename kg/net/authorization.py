"""Tells a server who asks, once it wants to know: by a digest if it takes one, or else the token or the password."""

import os
from collections.abc import Generator

import httpx

from kg.errors import UsageError
from kg.net.address import Address
from kg.net.credentials import Credentials


class Authorization(httpx.Auth):
    """eager: a token is sent from the first request on."""

    def __init__(self, credentials: Credentials, address: Address, eager: bool) -> None:
        self._credentials, self._address = credentials, address
        self._digest = httpx.DigestAuth(credentials.user, credentials.password) if credentials.user else httpx.Auth()
        self._is_told = eager and bool(credentials.token)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """UsageError for a digest of an unknown kind, and as in `_tell`."""
        if self._is_told:
            self._tell(request)
        flow = self._digest.auth_flow(request)
        try:
            response = yield next(flow)
            yield flow.send(response)
        except StopIteration:  # no digest is asked for
            if response.status_code in (401, 403) and self._credentials and "Authorization" not in request.headers:
                self._tell(request)
                self._is_told = True
                yield request
        except (KeyError, ValueError, NotImplementedError, httpx.ProtocolError):
            raise UsageError(f"{self._address.url}: the server asks for a digest that kg does not know") from None

    def _tell(self, request: httpx.Request) -> None:
        """UsageError if somebody on the way could read it, and nobody said that this is well."""
        is_secret = self._address.scheme == "https" or self._address.is_here
        if not is_secret and os.environ.get("KG_INSECURE") != "1":
            raise UsageError(
                f"{self._address.url}: a password or token is sent over https only, or to a server on this computer; "
                "where nobody else is on the way, set KG_INSECURE=1"
            )
        if self._credentials.token:
            request.headers["Authorization"] = f"Bearer {self._credentials.token}"
        else:
            next(httpx.BasicAuth(self._credentials.user, self._credentials.password).auth_flow(request))
