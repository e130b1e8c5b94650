"""Everything that the graph holds, by its IRI: a page for people, RDF for programs.

Both are given at the IRI itself, with Content-Location for the one chosen, and without a 303 redirect: one request
instead of two, the address that people copy from their browser is the IRI, and what differs is only the Accept header.
"""

from collections.abc import Callable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.query.endpoint.addresses import Addresses
from kg.query.endpoint.document import Documents
from kg.query.endpoint.media import HTML, PAGE, TRIPLES, VARY, negotiated
from kg.query.endpoint.pages import Pages
from kg.query.endpoint.parameters import of_url
from kg.query.endpoint.problems import Problem
from kg.query.endpoint.reading import Reading
from kg.query.endpoint.served import Served
from kg.rdf.vocabulary import KG, SCHEMA

METHODS = ("GET", "HEAD")
MOST = 500  # values on a page about anything else
PAGES = 100_000
KNOWN = "ASK {{ {{ <{0}> ?p ?o }} UNION {{ ?s ?p <{0}> }} UNION {{ ?s <{0}> ?o }} UNION {{ GRAPH <{0}> {{}} }} }}"
TOLD = """CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ VALUES ?s {{ <{0}> }} ?s ?p ?o }}
  UNION {{ <{0}> kg:evidence ?s . ?s ?p ?o }}
  UNION {{ ?s rdf:subject|rdf:object|kg:claim <{0}> ; ?p ?o }}
  UNION {{ GRAPH <{0}> {{ ?s ?p ?o }} }}
}}"""
"""What programs are told of a thing: its properties, the evidence of a claim, the claims about an entity, and of a
document, which is the name of a graph too, everything in that graph."""


class Resources:
    """Answers for the IRIs of the graph."""

    def __init__(
        self, served: Served, addresses: Addresses, pages: Pages, reading: Reading, documents: Documents
    ) -> None:
        self._served, self._addresses, self._pages = served, addresses, pages
        self._reading, self._documents = reading, documents

    def at_path(self, request: Request) -> Response:
        """The IRI whose path this is."""
        return self._found(request, self._addresses.iris(_path(request)))

    def by_name(self, request: Request) -> Response:
        """The IRI that the parameter "iri" names."""
        iri = of_url(request).one("iri") or ""
        if not _is_iri(iri):
            raise Problem(400, "name something by its whole IRI: /resource?iri=IRI")
        if not iri.startswith(KG):
            return self._found(request, [iri])
        return RedirectResponse(self._addresses.of(iri), 303)

    def _found(self, request: Request, iris: list[str]) -> Response:
        form, media = negotiated(request.headers.get("accept"), of_url(request).first("format"), {**TRIPLES, **PAGE})
        iri = next((iri for iri in iris if _is_iri(iri) and self._served.query(KNOWN.format(iri))), None)
        if iri is None:
            if form == HTML:
                return self._pages.page("missing.html", 404)
            raise Problem(404, "the graph has nothing of this name", VARY)
        if form != HTML:
            body = self._served.answer(TOLD.format(iri), form)
            return Response(body, media_type=media, headers={**VARY, "Content-Location": _variant(request, form)})
        return self._page(request, iri)

    def _page(self, request: Request, iri: str) -> Response:
        if iri == f"{self._addresses.base}graph/entities":
            return RedirectResponse("/search", 303, VARY)
        classes = self._reading.classes(iri)
        for class_, page in self._kinds().items():
            if class_ in classes:
                return page(iri)
        if iri.startswith(f"{self._addresses.base}entity/"):
            return self._pages.page("entity.html", entity=self._reading.entity(iri, page_number(request)))
        return self._other(iri)

    def _kinds(self) -> dict[str, Callable[[str], Response]]:
        """The classes that have a page of their own."""
        return {KG + "Claim": self._claim, SCHEMA + "NewsArticle": self._document}

    def _claim(self, iri: str) -> Response:
        statement, disagreements = self._reading.claim(iri)
        if statement is None:
            return self._other(iri)
        return self._pages.page("claim.html", statement_=statement, disagreements=disagreements)

    def _document(self, iri: str) -> Response:
        return self._pages.page("document.html", document=self._documents.read(iri))

    def _other(self, iri: str) -> Response:
        own, used = self._reading.properties(iri, MOST), self._reading.users(iri, MOST)
        values = sorted({term.value for _, terms in (*own, *used) for term in terms if term.kind == "iri"} | {iri})
        labels = self._served.labels(values)
        name = labels.get(iri, iri)
        return self._pages.page("resource.html", iri=iri, name_=name, own=own, used=used, labels=labels, most=MOST)


def page_number(request: Request) -> int:
    """The parameter "page", 1 without one; Problem 400 for what is no number."""
    text = of_url(request).one("page") or "1"
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= PAGES):
        raise Problem(400, f"page is a number from 1 to {PAGES:,}")
    return int(text)


def _is_iri(text: str) -> bool:
    try:
        return ox.NamedNode(text).value == text
    except ValueError:
        return False


def _variant(request: Request, form: str) -> str:
    """The address of one form alone."""
    return f"{_path(request)}?{request.url.include_query_params(format=form).query}"


def _path(request: Request) -> str:
    """As it stands in the request, escapes and all."""
    raw: bytes = request.scope["raw_path"]
    return raw.decode("ascii", "replace").partition("?")[0]
