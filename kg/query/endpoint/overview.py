"""The start page, looking up by name, and the vocabulary."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError
from kg.query.endpoint.names import NAMES, Names
from kg.query.endpoint.pages import Pages
from kg.query.endpoint.parameters import of_url
from kg.query.endpoint.resource import page_number
from kg.query.endpoint.served import Served
from kg.query.endpoint.statements import Article, Statements

SUGGESTED = 20
A_PAGE = 100
MOST = 500  # that a search gives
COUNTS = {
    "articles": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a schema:NewsArticle }",
    "claims": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:Claim }",
}
STATEMENTS = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NEWEST = """SELECT ?document {
  GRAPH ?document { ?document a schema:NewsArticle OPTIONAL { ?document schema:datePublished ?date } }
} ORDER BY DESC(STR(?date)) ?document LIMIT 12"""
GRAPHS = "SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph LIMIT 100"


class Overview:
    """The pages from which one finds the others."""

    def __init__(self, served: Served, pages: Pages, statements: Statements) -> None:
        self._served, self._pages, self._statements = served, pages, statements

    def start(self, request: Request) -> Response:
        """What is in the graph."""
        names, articles = self._names(), self._served.remembered("newest", self._newest)
        counts = {"entities": len(names.all)} | {
            name: self._served.remembered(name, self._counter(query)) for name, query in COUNTS.items()
        }
        if not articles:
            counts["statements"] = self._served.remembered("statements", self._counter(STATEMENTS))
        graphs = [] if articles else [row["graph"] or "" for row in self._served.select(GRAPHS)]
        return self._pages.page("start.html", counts=counts, named=names.find("", 30), articles=articles, graphs=graphs)

    def search(self, request: Request) -> Response:
        """Entities by name, all of them without one."""
        text, page, names = of_url(request).one("q") or "", page_number(request), self._names()
        found = names.find(text, MOST) if text.strip() else names.all
        return self._pages.page(
            "search.html",
            text=text,
            named=found[(page - 1) * A_PAGE : page * A_PAGE],
            total=len(found),
            page=page,
            pages=max(1, -(-len(found) // A_PAGE)),
        )

    def labels(self, request: Request) -> Response:
        """Suggestions for the beginning of a name, as JSON: [{"iri", "label", "type"}]."""
        found = self._names().find(of_url(request).one("q") or "", SUGGESTED)
        return JSONResponse([{"iri": each.iri, "label": each.label, "type": each.type} for each in found])

    def _names(self) -> Names:
        return self._served.remembered("names", lambda: Names(self._served.select(NAMES)))

    def _newest(self) -> list[Article]:
        rows = [row["document"] or "" for row in self._served.select(NEWEST)]
        articles = self._statements.articles(rows)
        return [articles[iri] for iri in rows]

    def _counter(self, query: str) -> Callable[[], int | None]:
        def count() -> int | None:
            try:
                return int(next(self._served.select(query))["n"] or 0)
            except KgError:  # too many to count
                return None

        return count
