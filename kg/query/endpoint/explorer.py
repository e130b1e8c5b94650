"""The page to explore the graph, which asks this server what the page of `kg view` carries in itself."""

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.query.endpoint.problems import Problem
from kg.query.endpoint.served import COUNT_CLAIMS, Served
from kg.query.source import Source
from kg.view.explorer.explore import explorer_page

ENDPOINT, LABELS = "/sparql", "/labels?q="
POLICY = "frame-ancestors 'none'"  # the page says the rest itself, with the hashes of its scripts


class Explorer:
    """Makes the page when it is first asked for, and anew when the graph has changed."""

    def __init__(self, served: Served) -> None:
        self._served = served

    def __call__(self, request: Request) -> Response:
        """The page; Problem 404 where there are no claims to explore."""
        if not int(next(self._served.select(COUNT_CLAIMS))["n"] or 0):
            raise Problem(404, "there is nothing to explore: this graph holds no claims of kg build")
        page = self._served.remembered("explorer", self._made)
        return HTMLResponse(page, headers={"Content-Security-Policy": POLICY})

    def _made(self) -> str:
        return explorer_page(_store(self._served.source), ENDPOINT, labels=LABELS)


def _store(source: Source) -> ox.Store:
    """What the workers answer from, here to be read once."""
    if source.store:
        return ox.Store.read_only(str(source.places()[0]))
    store = ox.Store()
    for path in source.places():
        store.bulk_load(path=str(path), base_iri=path.absolute().as_uri())
    return store
