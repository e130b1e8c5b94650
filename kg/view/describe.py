"""Reads descriptions out of the store by SPARQL: a thing, its properties and their values."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Select = Callable[[str], Iterable[Mapping[str, str | None]]]
"""Runs a SELECT query over the union of all graphs; a row gives each variable's lexical form, None if unbound."""

PREFIXES = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

CLAIMS = "?id a kg:Claim ; ?property ?value ."
EVIDENCE = "?claim kg:evidence ?id . ?id ?property ?value ."
# Everything with a label is an entity, but for the terms of the vocabulary, should it be in the store too.
ENTITIES = """
VALUES ?property { rdf:type rdfs:label skos:altLabel kg:mentionCount }
?id rdfs:label ?label ; ?property ?value .
FILTER(!STRSTARTS(STR(?id), STR(kg:)))
"""
DOCUMENTS = """
VALUES ?property { kg:file schema:datePublished }
?id a schema:NewsArticle ; ?property ?value .
"""


class Term(NamedTuple):
    """A value in the graph; terms sort by value, then language."""

    value: str
    language: str = ""
    is_iri: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """The values of a thing's properties, by the properties' local names ("label", "wasDerivedFrom")."""

    properties: dict[str, list[Term]] = field(default_factory=dict)

    def terms(self, name: str) -> list[Term]:
        """The values of a property, sorted."""
        return sorted(self.properties.get(name, ()))

    def values(self, name: str) -> list[str]:
        """The lexical forms of a property's values, sorted."""
        return [term.value for term in self.terms(name)]

    def value(self, name: str) -> str:
        """The first value of a property, an empty string without one."""
        return next(iter(self.values(name)), "")


def described(select: Select, pattern: str) -> dict[str, Description]:
    """The things that a graph pattern with ?id, ?property and ?value finds, by IRI in sorted order."""
    query = f"""{PREFIXES}
SELECT DISTINCT ?id ?property ?value (LANG(?value) AS ?language) (ISIRI(?value) AS ?linked) WHERE {{ {pattern} }}"""
    found: dict[str, Description] = {}
    for row in select(query):
        term = Term(row["value"] or "", row.get("language") or "", row.get("linked") == "true")
        properties = found.setdefault(row["id"] or "", Description()).properties
        properties.setdefault(local_name(row["property"] or ""), []).append(term)
    return dict(sorted(found.items()))


def local_name(iri: str) -> str:
    """The last part of an IRI: "https://kg.example/ontology#investsIn" -> "investsIn"."""
    return re.split(r"[#/]", iri)[-1]
