"""The page for writing queries: a plain form that works without script, and what the editor needs to know."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.responses import Response

from kg.errors import KgError
from kg.query.endpoint.operation import Operation
from kg.query.endpoint.pages import Pages
from kg.query.endpoint.problems import Problem
from kg.query.endpoint.served import Served
from kg.query.endpoint.shown import Shown
from kg.query.endpoint.static import EDITOR, Static
from kg.query.saved import SavedQuery, saved_queries
from kg.rdf.vocabulary import PREFIXES

FIRST = "SELECT ?subject ?relation ?object {\n  ?subject ?relation ?object\n}\nLIMIT 25\n"
CLASSES = "SELECT DISTINCT ?term { ?x a ?term FILTER(isIRI(?term)) } ORDER BY ?term LIMIT 1000"
RELATIONS = "SELECT DISTINCT ?term { ?x ?term ?y } ORDER BY ?term LIMIT 1000"


class QueryPage:
    """The page, empty or with an answer."""

    def __init__(self, served: Served, pages: Pages, static: Static, ontology: Path | None) -> None:
        """ontology: the user's folder with saved queries."""
        self._served, self._pages = served, pages
        self._queries = {saved.name: saved for saved in saved_queries(ontology)}
        self._has_editor = all(map(static.has, EDITOR))

    def empty(self, example: str | None) -> Response:
        """With a saved query to begin with, or a small one."""
        saved = self._queries.get(example or "")
        return self._page(200, saved.sparql if saved else FIRST, {}, saved)

    def failed(self, asked: Operation, problem: Problem) -> Response:
        """With what is wrong."""
        page = self._page(problem.status, asked.text, asked.values, None, problem=str(problem))
        page.headers.update(problem.headers)
        return page

    def answered(self, asked: Operation, answer: Shown) -> Response:
        """With the answer."""
        return self._page(200, asked.text, asked.values, None, answer=answer)

    def _page(
        self, status: int, text: str, values: Mapping[str, str], saved: SavedQuery | None, **more: Any
    ) -> Response:
        parameters = dict.fromkeys(saved.parameters if saved else (), "") | dict(values)
        nothing: dict[str, Any] = {"problem": None, "answer": None}
        return self._pages.page(
            "query.html",
            status,
            has_script=self._has_editor,
            text=text,
            parameters=parameters,
            saved=saved,
            queries=list(self._queries.values()),
            has_editor=self._has_editor,
            known=self._known() if self._has_editor else {},
            **{**nothing, **more},
        )

    def _known(self) -> dict[str, Any]:
        """What the editor completes from."""
        queries = [
            {
                "name": saved.name,
                "description": saved.description,
                "sparql": saved.sparql,
                "parameters": list(saved.parameters),
            }
            for saved in self._queries.values()
        ]
        return {
            "endpoint": "/sparql",
            "prefixes": PREFIXES,
            "queries": queries,
            "classes": self._served.remembered("classes", lambda: self._terms(CLASSES)),
            "relations": self._served.remembered("relations", lambda: self._terms(RELATIONS)),
            "labels": "/labels?q=",
            "resource": "/resource?iri=",
        }

    def _terms(self, query: str) -> list[str]:
        try:
            return [row["term"] or "" for row in self._served.select(query)]
        except KgError:  # a graph too large to look through: the editor does without
            return []
