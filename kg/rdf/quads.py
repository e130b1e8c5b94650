"""From resolved articles to the quads of each named graph, by the claim model."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.rdf import vocabulary as v
from kg.rdf.claims import claim, derived
from kg.rdf.documents import document as describe
from kg.rdf.documents import mention
from kg.rdf.iris import Iris
from kg.rdf.merges import merge, proposal
from kg.rdf.terms import Triple, a, integer, iri, literal
from kg.resolve.resolved import Entity, EntityMention, Fact, Resolved, ResolvedDocument
from kg.resolve.support import supports


class Quad(NamedTuple):
    """Four terms as N-Triples text; sorted, the quads of one graph and of one subject stand together."""

    graph: str
    subject: str
    predicate: str
    object: str


def document_quads(
    document: ResolvedDocument, mentions: Iterable[EntityMention], facts: Iterable[Fact], iris: Iris
) -> list[Quad]:
    """The graph of one document, sorted; mentions and facts with the evidence of that document alone."""
    graph = iris.document(document.document.id)
    found = {*_in(graph, describe(document, iris))}
    for each in mentions:
        found.update(_in(graph, mention(each, iris)))
    for fact in facts:
        found.update(_in(graph, claim(fact, fact.evidence, iris)))
    return sorted(found)


def entity_quads(resolved: Resolved, iris: Iris) -> list[Quad]:
    """The graph of the entities and of what was merged or may be, sorted."""
    return sorted({*_in(iris.graph("entities"), _entities(resolved, iris))})


def derived_quads(resolved: Resolved, iris: Iris) -> list[Quad]:
    """The graph of what follows from several documents, sorted."""
    supported = zip(resolved.facts, supports(resolved), strict=True)
    triples = (triple for fact, support in supported for triple in derived(fact, support, iris))
    return sorted({*_in(iris.graph("derived"), triples)})


def _in(graph: str, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(graph, *triple) for triple in triples)


def _entities(resolved: Resolved, iris: Iris) -> Iterator[Triple]:
    counts = Counter(found.entity for found in resolved.mentions)
    for entity in resolved.entities:
        yield from _entity(entity, counts[entity.id], iris)
    for merged in resolved.merges:
        yield from merge(merged, iris)
    for unsure in resolved.unsure:
        yield from proposal(unsure, iris)


def _entity(entity: Entity, mentions: int, iris: Iris) -> Iterator[Triple]:
    node = iris.entity(entity.id)
    yield a(node, v.CLASSES[entity.type])
    for language, text in entity.labels:
        yield Triple(node, iri(v.RDFS + "label"), literal(text, language))
    for language, text in entity.aliases:
        yield Triple(node, iri(v.SKOS + "altLabel"), literal(text, language))
    for same in entity.same_as:
        yield Triple(node, iri(v.OWL + "sameAs"), iri(same))
    for code in entity.identifiers:
        yield Triple(node, iri(v.SCHEMA + "identifier"), literal(code))
    yield Triple(node, iri(v.KG + "mentionCount"), integer(mentions))
