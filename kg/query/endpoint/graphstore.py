"""Whole graphs, read and written: the SPARQL 1.1 Graph Store HTTP Protocol, with the graph named in the URL."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.query.endpoint import token
from kg.query.endpoint.media import TRIPLES, VARY, negotiated
from kg.query.endpoint.parameters import content_type, of_url
from kg.query.endpoint.problems import Problem
from kg.query.endpoint.served import STORE, Served
from kg.query.endpoint.writing import Writing

METHODS = ("GET", "HEAD", "PUT", "POST", "DELETE")
READ = {media: form for form in ("ttl", "nt", "rdfxml", "jsonld") for media in TRIPLES[form]}
PLAIN = {"application/xml", "text/xml", "application/json", "text/plain"}  # types that say too little


class GraphStore:
    """The graphs of a server. writing: None where they can only be read."""

    def __init__(self, served: Served, writing: Writing | None, expected: str | None) -> None:
        self._served, self._writing, self._expected = served, writing, expected

    async def __call__(self, request: Request) -> Response:
        """Answer a request of any of METHODS."""
        if request.method in ("GET", "HEAD"):
            return await run_in_threadpool(self._read, request, _graph(request))
        token.check(request, self._expected)
        graph = _graph(request)
        form = "" if request.method == "DELETE" else _form(request)
        return await run_in_threadpool(self._write, request, graph, form, await request.body())

    def _read(self, request: Request, graph: str | None) -> Response:
        given = of_url(request)
        form, media = negotiated(request.headers.get("accept"), given.first("format"), TRIPLES)
        if graph is not None and not self._served.query(f"ASK {{ GRAPH <{graph}> {{}} }}"):
            raise _missing()
        where = "?s ?p ?o" if graph is None else f"GRAPH <{graph}> {{ ?s ?p ?o }}"
        body = self._served.answer(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}", form, STORE)
        return Response(body, media_type=media, headers=VARY)

    def _write(self, request: Request, graph: str | None, form: str, data: bytes) -> Response:
        assert self._writing is not None  # there is a token only where there is something to write
        removes, replaces = request.method == "DELETE", request.method != "POST"
        base = graph or str(request.url.replace(query=""))
        there = self._writing.put(graph, None if removes else data, form, base, replaces)
        if removes and not there:
            raise _missing()
        return Response(status_code=204 if there else 201)


def _graph(request: Request) -> str | None:
    """The graph that the URL names, None for the default graph; Problem 400 if it names none or several."""
    given = of_url(request)
    graphs = given.iris("graph")
    if len(graphs) + len(given.all("default")) != 1:
        raise Problem(400, "name one graph in the URL: ?graph=IRI, or ?default")
    return graphs[0] if graphs else None


def _form(request: Request) -> str:
    media, _ = content_type(request)
    if media in PLAIN or media not in READ:
        types = ", ".join(sorted(set(READ) - PLAIN))
        raise Problem(415, f"the Content-Type must be one of {types}")
    return READ[media]


def _missing() -> Problem:
    return Problem(404, "there is no such graph")
