"""The things of a graph one after the other, each with all that is said of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.rdf import vocabulary as v

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

TYPES = {iri: name for name, iri in v.CLASSES.items()}
LANGUAGES = ("nl", "en")  # which of several labels is taken, the first first; then any


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, and the values of its properties by the properties' IRIs, each sorted."""

    iri: str
    properties: Mapping[str, Sequence[Term]]

    def values(self, name: str) -> list[str]:
        """The values of a property, as text."""
        return [str(getattr(term, "value", term)) for term in self.properties.get(name, ())]

    def value(self, name: str) -> str | None:
        """The first value of a property, None without one."""
        return next(iter(self.values(name)), None)

    @property
    def type(self) -> str | None:
        """The type of an entity, PER ORG LOC PROD EVENT WORK NORP or THING; None for what is no entity."""
        return next((TYPES[kind] for kind in self.values(v.RDF + "type") if kind in TYPES), None)

    @property
    def is_claim(self) -> bool:
        return v.KG + "Claim" in self.values(v.RDF + "type")

    @property
    def is_evidence(self) -> bool:
        return v.KG + "extractor" in self.properties

    @property
    def label(self) -> str:
        """The name by which an entity is shown."""
        labels = [term for term in self.properties.get(v.RDFS + "label", ()) if isinstance(term, ox.Literal)]
        return min(labels, key=_rank).value if labels else local_name(self.iri)


def _rank(label: ox.Literal) -> tuple[int, str]:
    language = label.language or ""
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), label.value


def local_name(iri: str) -> str:
    """The last part of an IRI: "https://kg.example/ontology#ceoOf" -> "ceoOf"."""
    return re.split("[/#]", iri)[-1]


def nodes(triples: Path) -> Iterator[Node]:
    """The things in a sorted file of N-Triples, in its order."""
    parsed = ox.parse(path=triples, format=ox.RdfFormat.N_TRIPLES)
    for subject, group in groupby(parsed, key=lambda quad: quad.subject):
        properties: dict[str, list[Term]] = {}
        for quad in group:
            properties.setdefault(quad.predicate.value, []).append(quad.object)
        yield Node(str(getattr(subject, "value", subject)), properties)
