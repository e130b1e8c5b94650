"""The SPARQL endpoint: queries, and updates where the server is writable."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.query.endpoint import token
from kg.query.endpoint.description import described
from kg.query.endpoint.grounding import grounded
from kg.query.endpoint.media import GIVING_TRIPLES, HTML, PAGE, RESULTS, TRIPLES, VARY, negotiated
from kg.query.endpoint.operation import Operation, operation
from kg.query.endpoint.parameters import of_url
from kg.query.endpoint.problems import Problem, of_error
from kg.query.endpoint.querypage import QueryPage
from kg.query.endpoint.served import Served
from kg.query.endpoint.shown import shown
from kg.query.endpoint.writing import Writing
from kg.query.prepare import prepare

METHODS = ("GET", "HEAD", "POST")


class Endpoint:
    """Queries and updates by the SPARQL 1.1 Protocol. writing: None where the graph can only be read."""

    def __init__(self, served: Served, page: QueryPage, writing: Writing | None, expected: str | None) -> None:
        self._served, self._page, self._writing, self._expected = served, page, writing, expected

    async def __call__(self, request: Request) -> Response:
        """Answer a request of any of METHODS: the answer, a page with it, or what this endpoint can do."""
        asked = await operation(request)
        if asked is None:
            return await run_in_threadpool(self._nothing, request)
        if asked.is_update:
            token.check(request, self._expected)
            return await run_in_threadpool(self._update, request, asked)
        return await run_in_threadpool(self._query, request, asked)

    def _nothing(self, request: Request) -> Response:
        """Without a query: the query page for people, the service description for programs."""
        given = of_url(request)
        form, media = negotiated(request.headers.get("accept"), given.first("format"), {**TRIPLES, **PAGE})
        if form == HTML:
            return self._page.empty(given.one("example"))
        return Response(
            described(_url(request), self._served.union, self._writing is not None, form),
            media_type=media,
            headers=VARY,
        )

    def _query(self, request: Request, asked: Operation) -> Response:
        try:
            return self._answer(request, asked)
        except (KgError, Problem) as error:
            problem = error if isinstance(error, Problem) else of_error(error)
            if "text/html" in request.headers.get("accept", "") and not asked.form:
                return self._page.failed(asked, problem)
            raise problem from None

    def _answer(self, request: Request, asked: Operation) -> Response:
        query = prepare(grounded(asked.text, _url(request)))
        offers = {**(TRIPLES if query.form in GIVING_TRIPLES else RESULTS), **PAGE}
        form, media = negotiated(request.headers.get("accept"), asked.form, offers)
        dataset = self._served.dataset(asked.default, asked.named)
        if form == HTML:
            return self._page.answered(asked, shown(self._served, query, dataset, asked.values))
        return Response(self._served.answer(query, form, dataset, asked.values), media_type=media, headers=VARY)

    def _update(self, request: Request, asked: Operation) -> Response:
        assert self._writing is not None  # there is a token only where there is something to write
        self._writing.update(asked.text, _url(request), asked.default, asked.named)
        return Response(status_code=204)


def _url(request: Request) -> str:
    return str(request.url.replace(query=""))
