"""What a request to the SPARQL endpoint asks for, by the SPARQL 1.1 Protocol."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

from kg.query.endpoint.parameters import FORM, Parameters, body_text, content_type, of_form, of_url
from kg.query.endpoint.problems import Problem

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
VALUE = "$"  # before the name of a variable that the request gives a value


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update. default, named: the graphs that the request chooses, empty for none.

    values: strings for variables of the query. form: of the answer, if the request names one.
    """

    text: str
    is_update: bool
    default: tuple[str, ...]
    named: tuple[str, ...]
    values: Mapping[str, str]
    form: str | None


async def operation(request: Request) -> Operation | None:
    """The operation of a GET, HEAD or POST; None for a GET or HEAD without one.

    Problem 400 for a request that is no operation or more than one, 415 for a POST of another type.
    """
    if request.method != "POST":
        given = of_url(request)
        if given.has("update"):
            raise Problem(400, "an update is sent with POST")
        return _of(given) if given.has("query") else None
    media, _ = content_type(request)
    if media == FORM:
        return _of(await of_form(request))
    if media not in (QUERY, UPDATE):
        types = f"{FORM}, {QUERY} or {UPDATE}"
        raise Problem(415, f"the Content-Type of a POST must be {types}")
    given = of_url(request)
    if given.has("query") or given.has("update"):
        raise Problem(400, "the operation stands in the body; leave query and update out of the URL")
    name = "query" if media == QUERY else "update"
    return _of(Parameters([*given.pairs, (name, await body_text(request))]))


def _of(given: Parameters) -> Operation:
    query, update = given.one("query"), given.one("update")
    if (query is None) == (update is None):
        raise Problem(400, "give either a query or an update")
    prefix = "default-graph-uri", "named-graph-uri"
    if query is None:
        prefix = "using-graph-uri", "using-named-graph-uri"
    default, named = map(given.iris, prefix)
    form = given.first("format")
    return Operation(query or update or "", query is None, default, named, dict(given.starting(VALUE)), form)
