"""How well a graph has one node for each thing, by the alias records of gold.

Of every annotated thing that an article's mentions name at all: do all its names in that article point to one node;
is a canonical name that several articles have one node in all of them; and does a node hold one annotated thing of an
article?
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.claims import PROLOGUE, article
from kg.evaluate.evaluation import Share
from kg.evaluate.gold import GoldEntity
from kg.evaluate.names import flat

if TYPE_CHECKING:
    from kg.graph import Graph

MENTIONS = """
SELECT DISTINCT ?file ?line ?text ?entity WHERE {
  ?mention kg:refersTo ?entity ; kg:mentionKind "name" ; oa:exact ?text ; prov:wasDerivedFrom ?document .
  ?document kg:file ?file OPTIONAL { ?document kg:textLine ?line }
} ORDER BY ?file ?line ?text ?entity
"""

Nodes = Mapping[tuple[str, str], set[str]]  # of a document and a flat name, the nodes that are so called there


@dataclass(frozen=True, slots=True, order=True)
class Divergence:
    """What is not as in gold, and its nodes. kind: split, apart (over articles), mixed (several things in one)."""

    kind: str
    documents: tuple[str, ...]
    names: tuple[str, ...]
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityEvaluation:
    """shares: one node in an article, one node over articles, one thing a node. divergences: all that is otherwise."""

    shares: tuple[Share, ...]
    divergences: tuple[Divergence, ...]


def score_entities(graph: "Graph", entities: Iterable[GoldEntity]) -> EntityEvaluation:
    """Compare the mentions of a graph with the annotated things of its articles."""
    nodes: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in graph.select(PROLOGUE + MENTIONS):
        nodes[article(row), flat(row["text"] or "")].add(row["entity"] or "")
    found = [(entity, held) for entity in entities if (held := _nodes(entity, nodes))]
    measures = {
        "one node in an article": list(_within(found)),
        "one node over articles": list(_over_articles(found)),
        "one thing a node": list(_pure(found)),
    }
    shares = [Share(name, sum(each is None for each in checks), len(checks)) for name, checks in measures.items()]
    divergences = {each for checks in measures.values() for each in checks if each}
    return EntityEvaluation(tuple(shares), tuple(sorted(divergences)))


def _nodes(entity: GoldEntity, nodes: Nodes) -> set[str]:
    return {node for name in entity.names for node in nodes.get((entity.document, flat(name)), ())}


def _within(found: list[tuple[GoldEntity, set[str]]]) -> Iterator[Divergence | None]:
    for entity, nodes in found:
        yield _divergence("split", [entity], nodes) if len(nodes) > 1 else None


def _over_articles(found: list[tuple[GoldEntity, set[str]]]) -> Iterator[Divergence | None]:
    """By name and type: the things of several articles."""
    same: defaultdict[tuple[str, str], list[tuple[GoldEntity, set[str]]]] = defaultdict(list)
    for entity, nodes in found:
        same[entity.name, entity.type].append((entity, nodes))
    for group in same.values():
        if len({entity.document for entity, _ in group}) > 1:
            every = set[str]().union(*(nodes for _, nodes in group))
            yield _divergence("apart", [entity for entity, _ in group], every) if len(every) > 1 else None


def _pure(found: list[tuple[GoldEntity, set[str]]]) -> Iterator[Divergence | None]:
    held: defaultdict[tuple[str, str], list[GoldEntity]] = defaultdict(list)
    for entity, nodes in found:
        for node in nodes:
            held[entity.document, node].append(entity)
    for (_, node), entities in held.items():
        yield _divergence("mixed", entities, {node}) if len({e.name for e in entities}) > 1 else None


def _divergence(kind: str, entities: list[GoldEntity], nodes: set[str]) -> Divergence:
    documents, names = {e.document for e in entities}, {e.name for e in entities}
    return Divergence(kind, tuple(sorted(documents)), tuple(sorted(names)), tuple(sorted(nodes)))
