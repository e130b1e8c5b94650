"""The vocabulary: what the relations and classes of a graph mean."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from kg.query.endpoint.description import WRITTEN
from kg.query.endpoint.media import HTML, PAGE, TRIPLES, VARY, negotiated
from kg.query.endpoint.pages import Pages
from kg.query.endpoint.parameters import of_url
from kg.query.endpoint.problems import Problem
from kg.rdf.vocabulary import KG, OWL, PREFIXES, RDF, RDFS
from kg.resources import find

METHODS = ("GET", "HEAD")
KINDS = {"Class": "Classes", "ObjectProperty": "Relations", "DatatypeProperty": "Figures and texts"}


@dataclass(frozen=True, slots=True)
class Described:
    """A term with its labels as (language, text), comments likewise, and its domain, range and superiors."""

    iri: str
    name: str
    labels: tuple[tuple[str, str], ...]
    comments: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, tuple[str, ...]], ...]


class Ontology:
    """Answers for the vocabulary's namespace, from kg.ttl."""

    def __init__(self, pages: Pages, ontology: Path | None) -> None:
        """ontology: the user's folder, see `kg.resources.find`."""
        self._pages, self._path = pages, find("kg.ttl", ontology)

    def __call__(self, request: Request) -> Response:
        form, media = negotiated(request.headers.get("accept"), of_url(request).first("format"), {**TRIPLES, **PAGE})
        if self._path is None:
            raise Problem(404, "there is no kg.ttl")
        if form == HTML:
            return self._pages.page("ontology.html", groups=self._groups, namespace=KG)
        headers = {**VARY, "Content-Location": f"{request.url.path}?format={form}"}
        return Response(self._written(form), media_type=media, headers=headers)

    def _written(self, form: str) -> bytes:
        triples = [quad.triple for quad in self._quads]
        return ox.serialize(triples, format=WRITTEN[form], prefixes=PREFIXES) or b""

    @cached_property
    def _quads(self) -> list[ox.Quad]:
        assert self._path is not None  # checked before
        return list(ox.parse(path=self._path, format=ox.RdfFormat.TURTLE))

    @cached_property
    def _groups(self) -> list[tuple[str, list[Described]]]:
        kinds: dict[str, str] = {}
        for quad in self._quads:
            name, kind = _value(quad.subject), _value(quad.object).removeprefix(OWL)
            if quad.predicate.value == RDF + "type" and name.startswith(KG) and kind in KINDS:
                kinds.setdefault(name, kind)
        groups = [
            (head, [self._described(iri) for iri in sorted(kinds) if kinds[iri] == k]) for k, head in KINDS.items()
        ]
        return [(heading, terms) for heading, terms in groups if terms]

    def _described(self, iri: str) -> Described:
        own = [quad for quad in self._quads if _value(quad.subject) == iri]

        def texts(property_: str) -> tuple[tuple[str, str], ...]:
            found = [quad.object for quad in own if quad.predicate.value == RDFS + property_]
            return tuple(sorted((term.language or "", term.value) for term in found if isinstance(term, ox.Literal)))

        def links(property_: str) -> tuple[str, ...]:
            found = [quad.object for quad in own if quad.predicate.value == RDFS + property_]
            return tuple(sorted(term.value for term in found if isinstance(term, ox.NamedNode)))

        wanted = {"a kind of": "subClassOf", "kind of": "subPropertyOf", "from": "domain", "to": "range"}
        found = tuple((words, links(name)) for words, name in wanted.items() if links(name))
        return Described(iri, iri.removeprefix(KG), texts("label"), texts("comment"), found)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
