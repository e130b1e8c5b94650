"""Which names were taken for one entity, and which entities may be one, as triples."""

from collections.abc import Iterable, Iterator

from kg.rdf import vocabulary as v
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple, a, decimal, iri, literal
from kg.resolve.resolved import Merge, Unsure


def merge(merged: Merge, iris: Iris) -> Iterator[Triple]:
    """Two names of one entity, with the keys by which a person can take them apart again."""
    node = iris.merge(merged)
    yield a(node, v.KG + "Merge")
    for key in merged.keys:
        yield Triple(node, iri(v.KG + "key"), literal(key))
    yield from _compared(node, (merged.entity,), (merged.name, merged.other), merged, iris)


def proposal(unsure: Unsure, iris: Iris) -> Iterator[Triple]:
    """Two entities that a person may call one."""
    node = iris.proposal(unsure)
    yield a(node, v.KG + "Proposal")
    yield from _compared(node, unsure.entities, unsure.names, unsure, iris)


def _compared(
    node: str, entities: Iterable[str], names: Iterable[str], why: Merge | Unsure, iris: Iris
) -> Iterator[Triple]:
    for entity in entities:
        yield Triple(node, iri(v.KG + "entity"), iris.entity(entity))
    for name in names:
        yield Triple(node, iri(v.KG + "name"), literal(name))
    yield Triple(node, iri(v.KG + "score"), decimal(why.score))
    for reason in why.reasons:
        yield Triple(node, iri(v.KG + "reason"), literal(reason))
