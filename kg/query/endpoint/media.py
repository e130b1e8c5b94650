"""The forms of answers, their media types, and which one a client asks for."""

from collections.abc import Mapping

from kg.query.endpoint.accept import choose
from kg.query.endpoint.problems import Problem

Types = Mapping[str, tuple[str, ...]]

HTML = "html"
RESULTS: Types = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
"""The media types of each form of rows and of yes or no; a client may ask for any, the first is the form's own."""

TRIPLES: Types = {
    "ttl": ("text/turtle", "application/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
    "jsonld": ("application/ld+json", "application/json"),
    "trig": ("application/trig",),
    "nq": ("application/n-quads",),
}
"""The same for triples."""

GIVING_TRIPLES = ("CONSTRUCT", "DESCRIBE")  # of queries
PAGE: Types = {HTML: ("text/html", "application/xhtml+xml")}
NAMES = {
    "turtle": "ttl", "n3": "ttl", "ntriples": "nt", "n-triples": "nt", "nquads": "nq", "n-quads": "nq",
    "rdf": "rdfxml", "rdf+xml": "rdfxml", "rdf/xml": "rdfxml", "json-ld": "jsonld",
}  # fmt: skip
OF_TRIPLES = {"json": "jsonld", "xml": "rdfxml"}  # what the names of forms of rows mean for triples
VARY = {"Vary": "Accept"}
UTF8 = ("text/", "application/trig")  # types that a client may read as something else without a charset


def negotiated(accept: str | None, asked: str | None, offers: Types) -> tuple[str, str]:
    """The form of an answer, and its Content-Type.

    accept: the header. asked: the parameter "format", which counts more: the name of a form or a media type.
    Problem 406 if nothing that is offered will do, 400 for a format that nobody knows.
    """
    if asked:
        return _named(asked.strip().lower(), offers)
    types = [(media, form) for form, all_ in offers.items() for media in all_]
    own_first = sorted(types, key=lambda pair: offers[pair[1]].index(pair[0]) > 0)
    chosen = choose(accept, [media for media, _ in own_first])
    if chosen is None:
        raise Problem(406, f"none of the types in Accept can be given here; there are {_list(offers)}", VARY)
    return dict(own_first)[chosen], content_type(chosen)


def _named(name: str, offers: Types) -> tuple[str, str]:
    name = NAMES.get(name, name)
    if "ttl" in offers:
        name = OF_TRIPLES.get(name, name)
    for form, types in offers.items():
        if name == form or name in types:
            return form, content_type(types[0])
    known = {*RESULTS, *TRIPLES, *PAGE, *(media for types in (*RESULTS.values(), *TRIPLES.values()) for media in types)}
    if name in known:
        raise Problem(406, f"this cannot be given as {name}; there are {', '.join(offers)}", VARY)
    raise Problem(400, f"there is no such format; there are {', '.join(offers)}")


def content_type(media: str) -> str:
    """A media type with the charset, for the types that have one."""
    return f"{media}; charset=utf-8" if media.startswith(UTF8) else media


def _list(offers: Types) -> str:
    return ", ".join(types[0] for types in offers.values())
