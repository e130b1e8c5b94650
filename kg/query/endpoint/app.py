"""The server's application: which path is answered by what."""

from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

import kg
from kg.errors import KgError
from kg.query.endpoint import graphstore, sparql
from kg.query.endpoint.addresses import FIND_BASE, Addresses
from kg.query.endpoint.document import Documents
from kg.query.endpoint.guard import Guard, respond
from kg.query.endpoint.ontology import Ontology
from kg.query.endpoint.overview import Overview
from kg.query.endpoint.pages import Pages
from kg.query.endpoint.problems import Problem, of_error
from kg.query.endpoint.querypage import QueryPage
from kg.query.endpoint.reading import Reading
from kg.query.endpoint.resource import Resources
from kg.query.endpoint.routes import Answer, in_thread, route
from kg.query.endpoint.served import Served
from kg.query.endpoint.settings import Settings
from kg.query.endpoint.statements import Statements
from kg.query.endpoint.static import Static
from kg.query.endpoint.writing import Writing
from kg.view.words import relation_words

READS = ("GET", "HEAD")
WRITES = ("PUT", "DELETE")


def application(
    served: Served, settings: Settings, writing: Writing | None = None, ontology: Path | None = None
) -> ASGIApp:
    """The whole application. writing: None where the graph can only be read. ontology: the user's folder."""
    handlers = {Problem: _problem, KgError: _failed, HTTPException: _refused, Exception: _crashed}
    routes = _routes(served, settings, writing, ontology)
    return Guard(Starlette(routes=routes, middleware=_cors(settings), exception_handlers=handlers), settings)


def _routes(served: Served, settings: Settings, writing: Writing | None, ontology: Path | None) -> list[Route]:
    addresses = Addresses(lambda: served.remembered("base", partial(_base, served)))
    pages, static = Pages(addresses), Static()
    statements = Statements(served, addresses, relation_words(ontology=ontology))
    overview = Overview(served, pages, statements)
    things = Resources(served, addresses, pages, Reading(served, statements), Documents(served, statements))
    page = QueryPage(served, pages, static, ontology)
    return [
        route("/", in_thread(overview.start), *READS),
        route("/search", in_thread(overview.search), *READS),
        route("/labels", in_thread(overview.labels), *READS),
        route("/sparql", sparql.Endpoint(served, page, writing, settings.token), *sparql.METHODS),
        route("/data", graphstore.GraphStore(served, writing, settings.token), *graphstore.METHODS),
        route("/health", in_thread(_health(served, writing is not None)), *READS),
        route("/static/{name}", in_thread(static), *READS),
        route("/ontology", in_thread(Ontology(pages, ontology)), *READS),
        route("/resource", in_thread(things.by_name), *READS),
        route("/{path:path}", in_thread(things.at_path), *READS),
    ]


def _base(served: Served) -> str:
    """What the IRIs of a graph that kg built begin with, "" for other data."""
    found = next(served.select(FIND_BASE), None)
    return (found["graph"] or "").removesuffix("graph/entities") if found else ""


def _health(served: Served, writable: bool) -> Answer:
    def health(request: Request) -> Response:
        served.query("ASK {}")  # whether queries are answered
        return JSONResponse({"status": "ok", "version": kg.__version__, "writable": writable})

    return health


def _cors(settings: Settings) -> list[Middleware]:
    if settings.cors is None:
        return []
    methods = ["GET", "HEAD", "POST", *(WRITES if settings.token else ())]
    headers = ["Accept", "Content-Type", *(["Authorization"] if settings.token else ())]
    return [Middleware(CORSMiddleware, allow_origins=[settings.cors], allow_methods=methods, allow_headers=headers)]


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return respond(error)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgError)
    return respond(of_error(error))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    line = "there is nothing here" if error.status_code == 404 else str(error.detail)
    return respond(Problem(error.status_code, line, error.headers))


async def _crashed(request: Request, error: Exception) -> Response:
    return respond(Problem(500, "the server failed; its own output says why"))
