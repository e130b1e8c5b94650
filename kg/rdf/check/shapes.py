"""The shapes: what each rule says and how to mend what breaks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.plain import plain, printable
from kg.rdf import vocabulary as v
from kg.resources import find

MESSAGE, COMMENT = ox.NamedNode(v.SH + "message"), ox.NamedNode(v.RDFS + "comment")
TYPE, SHAPES = ox.NamedNode(v.RDF + "type"), [ox.NamedNode(v.SH + name) for name in ("NodeShape", "PropertyShape")]
LANGUAGES = ("en", "", "nl")  # which of several texts is taken, the first first


@dataclass(frozen=True, slots=True)
class Rule:
    """What a shape asks, and how to mend what breaks it; empty where the shape does not say."""

    message: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Shapes:
    """A file of shapes. turtle: its text; rules: of the shapes that have an IRI, by that."""

    turtle: bytes
    rules: Mapping[str, Rule]


def load_shapes(file: Path | None = None, ontology: Path | None = None) -> Shapes:
    """The shapes of a file, or without one the shapes.ttl of the ontology; UsageError if it cannot be read."""
    path = file or find("shapes.ttl", ontology)
    if path is None:
        raise UsageError("ontology/shapes.ttl is missing")
    try:
        turtle = path.read_bytes()
        quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE, base_iri=path.absolute().as_uri()))
    except SyntaxError as error:
        raise UsageError(f"{printable(path)}: {plain(str(error))}") from None
    except OSError as error:
        raise UsageError(f"{printable(path)}: {error.strerror or error}") from None
    if not any(quad.predicate == TYPE and quad.object in SHAPES for quad in quads):
        raise UsageError(f"{printable(path)}: there is no sh:NodeShape or sh:PropertyShape in this file")
    texts = {name: _texts(quads, name) for name in (MESSAGE, COMMENT)}
    named = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    rules = {shape: Rule(texts[MESSAGE].get(shape, ""), texts[COMMENT].get(shape, "")) for shape in named}
    return Shapes(turtle, rules)


def _texts(quads: list[ox.Quad], name: ox.NamedNode) -> dict[str, str]:
    """The texts that a property gives, by the IRI of what has it."""
    found: dict[str, list[ox.Literal]] = {}
    for quad in quads:
        if quad.predicate == name and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            found.setdefault(quad.subject.value, []).append(quad.object)
    return {shape: min(texts, key=_rank).value for shape, texts in found.items()}


def _rank(text: ox.Literal) -> tuple[int, str]:
    language = text.language or ""
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), text.value
