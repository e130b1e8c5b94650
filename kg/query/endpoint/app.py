"""The server's application: which path is answered by what."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

import kg
from kg.errors import KgError
from kg.query.endpoint import graphstore, sparql
from kg.query.endpoint.guard import Guard, respond
from kg.query.endpoint.problems import Problem, of_error
from kg.query.endpoint.querypage import QueryPage
from kg.query.endpoint.routes import in_thread, route
from kg.query.endpoint.served import Served
from kg.query.endpoint.settings import Settings
from kg.query.endpoint.writing import Writing

WRITES = ("PUT", "DELETE")


def application(
    served: Served, settings: Settings, writing: Writing | None = None, ontology: Path | None = None
) -> ASGIApp:
    """The whole application. writing: None where the graph can only be read. ontology: the user's folder."""
    page = QueryPage(served, ontology)

    def health(request: Request) -> Response:
        served.ask("ASK {}")  # whether queries are answered
        return JSONResponse({"status": "ok", "version": kg.__version__, "writable": writing is not None})

    routes = [
        route("/sparql", sparql.Endpoint(served, page, writing, settings.token), *sparql.METHODS),
        route("/data", graphstore.GraphStore(served, writing, settings.token), *graphstore.METHODS),
        route("/health", in_thread(health), "GET", "HEAD"),
    ]
    handlers = {Problem: _problem, KgError: _failed, HTTPException: _refused, Exception: _crashed}
    return Guard(Starlette(routes=routes, middleware=_cors(settings), exception_handlers=handlers), settings)


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
