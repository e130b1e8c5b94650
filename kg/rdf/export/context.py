"""The context of the JSON-LD: short names for the terms of the graph, and what their values are."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.rdf import vocabulary as v
from kg.rdf.export.nodes import local_name
from kg.resources import find

Definition = Mapping[str, str]

IRI = {"@type": "@id"}
VOCABULARY = {"@type": "@vocab"}  # a term of the context
WORDED = {"@container": "@language"}
OTHERS: Mapping[str, Definition] = {
    v.RDF + "subject": IRI,
    v.RDF + "predicate": VOCABULARY,
    v.RDF + "object": {},
    v.RDFS + "label": WORDED,
    v.RDFS + "comment": WORDED,
    v.SKOS + "altLabel": WORDED,
    v.OWL + "sameAs": IRI,
    v.PROV + "wasDerivedFrom": IRI,
    v.OA + "exact": WORDED,
    v.OA + "start": {},
    v.OA + "end": {},
    v.SCHEMA + "headline": WORDED,
    v.SCHEMA + "datePublished": {},
    v.SCHEMA + "inLanguage": {},
    v.SCHEMA + "publisher": IRI,
    v.SCHEMA + "author": {},
    v.SCHEMA + "url": {},
    v.SCHEMA + "identifier": {},
}
"""The properties of other vocabularies that a graph uses."""

NAMES = {v.OA + "start": "startOffset", v.OA + "end": "endOffset"}  # kg:start and kg:end are days
CLASSES = [*v.CLASSES.values(), v.SCHEMA + "NewsArticle", v.OA + "TextQuoteSelector", v.OA + "TextPositionSelector"]
RANGES: Mapping[str, Definition] = {
    v.RDF + "langString": WORDED,
    v.XSD + "decimal": {"@type": "xsd:decimal"},
    v.XSD + "date": {"@type": "xsd:date"},
    v.KG + "Modality": VOCABULARY,
}


def terms(ontology: Path | None = None) -> dict[str, tuple[str, Definition]]:
    """The short name of each property and class, and how its values are written, by IRI.

    Those of kg, and of a user's own relations, come from kg.ttl.
    """
    found = {iri: (NAMES.get(iri, local_name(iri)), definition) for iri, definition in OTHERS.items()}
    found |= {iri: (local_name(iri), {}) for iri in CLASSES}
    return found | _declared(ontology)


def _declared(ontology: Path | None) -> dict[str, tuple[str, Definition]]:
    path = find("kg.ttl", ontology)
    kinds: dict[str, set[str]] = {}
    ranges: dict[str, str] = {}
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE) if path else ():
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(v.KG):
            value = str(getattr(quad.object, "value", ""))
            if quad.predicate.value == v.RDF + "type":
                kinds.setdefault(quad.subject.value, set()).add(value)
            elif quad.predicate.value == v.RDFS + "range":
                ranges[quad.subject.value] = value
    decimals = {v.KG + name for name in ("confidence", "score")}  # their range is a part of xsd:decimal
    ranges |= dict.fromkeys(decimals, v.XSD + "decimal")
    return {iri: (local_name(iri), _definition(kinds[iri], ranges.get(iri, ""))) for iri in sorted(kinds)}


def _definition(kinds: set[str], range_: str) -> Definition:
    return RANGES.get(range_, IRI if v.OWL + "ObjectProperty" in kinds else {})


def context(base: str, known: Mapping[str, tuple[str, Definition]]) -> dict[str, object]:
    """The context as JSON."""
    found: dict[str, object] = {"@version": 1.1, "@base": base, "id": "@id", "type": "@type", "xsd": v.XSD}
    for iri, (name, definition) in sorted(known.items(), key=lambda item: item[1][0]):
        found[name] = {"@id": iri, **definition} if definition else iri
    return found
