"""The named entities of a graph that are not linked to anything elsewhere."""

from collections.abc import Iterator

from kg.query.places import Select
from kg.rdf.vocabulary import CLASSES
from kg.resolve.reconcile import TYPES, Question

UNLINKED = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?entity ?type ?name (LANG(?name) AS ?language) WHERE {
  ?mention kg:refersTo ?entity ; kg:mentionKind "name" .
  ?entity a ?type ; rdfs:label ?name
  MINUS { ?entity owl:sameAs ?same }
} ORDER BY ?entity ?language ?name
"""


def unlinked(select: Select, base: str, language: str) -> Iterator[Question]:
    """One question for each entity of the types that services know, by its name in the language if it has one there.

    base: what the IRIs of the graph begin with; an entity whose IRI begins otherwise is not asked for.
    """
    types = {CLASSES[type_]: type_ for type_ in TYPES}
    found: dict[str, Question] = {}
    for row in select(UNLINKED):
        iri, type_, name = row["entity"] or "", types.get(row["type"] or ""), row["name"] or ""
        if type_ and iri.startswith(base) and (iri not in found or row["language"] == language):
            found[iri] = Question(iri.removeprefix(base), name, type_)
    yield from found.values()
