"""The parameters of a request, from its URL and, in a form, its body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import Request

from kg.query.endpoint.problems import Problem

FORM = "application/x-www-form-urlencoded"
MOST = 1000  # parameters


@dataclass(frozen=True, slots=True)
class Parameters:
    """Names and values in the order of the request; a name may stand several times."""

    pairs: Sequence[tuple[str, str]]

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key == name]

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self.pairs)

    def one(self, name: str) -> str | None:
        """The value of a parameter that may stand once; Problem 400 if it stands again."""
        values = self.all(name)
        if len(values) > 1:
            raise Problem(400, f"the parameter {name} may be given only once")
        return values[0] if values else None

    def first(self, name: str) -> str | None:
        """The value of a parameter that some clients give several times."""
        return next(iter(self.all(name)), None)

    def iris(self, name: str) -> tuple[str, ...]:
        """The values of a parameter that are absolute IRIs; Problem 400 for others."""
        return tuple(_iri(name, value) for value in self.all(name))

    def starting(self, sign: str) -> Iterator[tuple[str, str]]:
        """The parameters whose names begin with a sign, without it."""
        yield from ((key.removeprefix(sign), value) for key, value in self.pairs if key.startswith(sign))


def _iri(name: str, value: str) -> str:
    try:
        return ox.NamedNode(value).value
    except ValueError:
        raise Problem(400, f"{name} must be an absolute IRI") from None


def of_url(request: Request) -> Parameters:
    """The parameters in the URL; Problem 400 if they are not UTF-8."""
    return Parameters(_pairs(request.url.query))


async def of_form(request: Request) -> Parameters:
    """The parameters of a form that was sent, after those in its URL."""
    body = await body_text(request)
    return Parameters([*of_url(request).pairs, *_pairs(body)])


async def body_text(request: Request) -> str:
    """The body as text; Problem 415 for a charset other than UTF-8, 400 if it is not in it."""
    _, charset = content_type(request)
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, "send it as UTF-8")
    try:
        return (await request.body()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(400, "the body is not UTF-8 text") from None


def content_type(request: Request) -> tuple[str, str]:
    """The media type of the body, "" without one, and its charset, UTF-8 without one."""
    media, *parameters = request.headers.get("content-type", "").lower().split(";")
    named = dict(parameter.strip().partition("=")[::2] for parameter in parameters)
    return media.strip(), named.get("charset", "utf-8").strip("\"' ")


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST)
    except UnicodeDecodeError:
        raise Problem(400, "the parameters are not UTF-8") from None
    except ValueError:
        raise Problem(400, f"there are more than {MOST} parameters") from None
