"""How the parts of the application are bound to paths."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.query.endpoint.problems import Problem

Answer = Callable[[Request], Response]
AsyncAnswer = Callable[[Request], Awaitable[Response]]


def route(path: str, answer: AsyncAnswer, *methods: str) -> Route:
    """A path and the methods that it has, beside OPTIONS, which names them."""
    allowed = {"Allow": ", ".join(sorted({*methods, "OPTIONS"}))}

    async def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=allowed)
        if request.method not in methods:
            raise Problem(405, f"{request.method} is not possible here; there are {', '.join(methods)}", allowed)
        return await answer(request)

    every = Route(path, endpoint)
    every.methods = None  # so that all come here
    return every


def in_thread(answer: Answer) -> AsyncAnswer:
    """For what waits: for a worker process, for a file."""

    async def waiting(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return waiting
