"""From resolved articles to the quads of a graph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.rdf import vocabulary as v
from kg.rdf.claims import claim, derived
from kg.rdf.documents import document, mention
from kg.rdf.iris import Iris
from kg.rdf.merges import merge, proposal
from kg.rdf.terms import Triple, a, integer, iri, literal
from kg.resolve.resolved import Entity, Evidence, Fact, Resolved


class Quad(NamedTuple):
    """Four terms as N-Triples text; sorted, the quads of one graph and of one subject stand together."""

    graph: str
    subject: str
    predicate: str
    object: str


def quads(resolved: Resolved, base: str) -> list[Quad]:
    """The whole graph by the claim model, sorted, each quad once.

    base: what the IRIs of documents, entities and claims begin with. Each document has a graph of what it says;
    graph/entities has the entities and what was merged, graph/derived what follows from several documents.
    """
    iris = Iris(base)
    found = {*_said(resolved, iris), *_in(iris.graph("entities"), _entities(resolved, iris))}
    found.update(_in(iris.graph("derived"), (t for fact in resolved.facts for t in derived(fact, iris))))
    return sorted(found)


def _in(graph: str, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(graph, *triple) for triple in triples)


def _said(resolved: Resolved, iris: Iris) -> Iterator[Quad]:
    """The documents, each with its mentions and claims in its own graph."""
    for each in resolved.documents:
        yield from _in(iris.document(each.document.id), document(each, iris))
    for found in resolved.mentions:
        yield from _in(iris.document(found.document), mention(found, iris))
    for fact in resolved.facts:
        for identity, evidence in _by_document(fact).items():
            yield from _in(iris.document(identity), claim(fact, evidence, iris))


def _by_document(fact: Fact) -> dict[str, list[Evidence]]:
    pieces = defaultdict(list)
    for piece in fact.evidence:
        pieces[piece.document].append(piece)
    return pieces


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
