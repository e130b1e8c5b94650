"""The named graphs of a build, each with a digest of what it is made of: equal digests, equal graphs."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import msgspec

from kg.rdf.iris import Iris
from kg.rdf.quads import Quad, derived_quads, document_quads, entity_quads
from kg.resolve.resolved import EntityMention, Fact, Resolved


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """A graph that can be written when it is wanted. iri: as N-Triples text; quads: sorted, each once."""

    iri: str
    digest: str
    quads: Callable[[], list[Quad]]


def named_graphs(resolved: Resolved, base: str, *rules: str) -> list[NamedGraph]:
    """The graph of each document, by IRI, that of the entities, and last that of what follows from all others.

    rules: what else decides the last one.
    """
    iris = Iris(base)
    documents = sorted(_documents(resolved, iris), key=lambda graph: graph.iri)
    counts = Counter(mention.entity for mention in resolved.mentions)
    entities = (resolved.entities, resolved.merges, resolved.unsure, counts)
    everything = (resolved.documents, resolved.facts, resolved.entities, rules)
    return [
        *documents,
        _graph(iris.graph("entities"), iris, entities, partial(entity_quads, resolved, iris)),
        _graph(iris.graph("derived"), iris, everything, partial(derived_quads, resolved, iris)),
    ]


def _documents(resolved: Resolved, iris: Iris) -> Iterator[NamedGraph]:
    mentions: defaultdict[str, list[EntityMention]] = defaultdict(list)
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for mention in resolved.mentions:
        mentions[mention.document].append(mention)
    for fact in resolved.facts:
        for identity in sorted({piece.document for piece in fact.evidence}):
            own = tuple(piece for piece in fact.evidence if piece.document == identity)
            facts[identity].append(replace(fact, evidence=own))
    for document in resolved.documents:
        identity = document.document.id
        parts = (document, mentions[identity], facts[identity])
        yield _graph(iris.document(identity), iris, parts, partial(document_quads, *parts, iris))


def _graph(iri: str, iris: Iris, parts: object, quads: Callable[[], list[Quad]]) -> NamedGraph:
    content = msgspec.msgpack.encode((_code(), iris.base, parts), order="deterministic")
    return NamedGraph(iri, hashlib.sha256(content).hexdigest(), quads)


@cache
def _code() -> str:
    """A hash of what writes graphs: another version may write them otherwise."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def quads(resolved: Resolved, base: str) -> list[Quad]:
    """The whole graph, sorted, each quad once. base: what the IRIs of documents, entities and claims begin with."""
    return [quad for graph in named_graphs(resolved, base) for quad in graph.quads()]
