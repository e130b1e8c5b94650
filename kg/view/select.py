"""Which part of a graph is drawn: what is around one entity, and what a picture can hold."""

import difflib
from collections.abc import Container, Iterable
from dataclasses import dataclass

import networkx as nx

from kg.errors import UsageError
from kg.plain import plain

MOST = 300
"""Nodes that a pyvis picture shows well."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a graph that is drawn, and how many entities it leaves out and why."""

    graph: nx.MultiDiGraph
    unclaimed: int  # nothing is said about them
    beyond: int  # they have fewer facts than the ones that fit


def about(graph: nx.MultiDiGraph, name: str) -> nx.MultiDiGraph:
    """The entities of that label or alias (in any case of letters), their neighbours, and all claims between them.

    Raises UsageError, with the names that are near, if there is no such entity.
    """
    names = _names(graph)
    centres = names.get(name.casefold(), ())
    if not centres:
        near = difflib.get_close_matches(name.casefold(), names, n=5, cutoff=0.5)
        hint = ", ".join(dict.fromkeys(plain(graph.nodes[names[key][0]]["label"]) for key in near))
        raise UsageError(f"no entity is called {name!r}" + (f"; similar: {hint}" if hint else ""))
    neighbours = {node for centre in centres for node in nx.all_neighbors(graph, centre)}
    return _part(graph, neighbours.union(centres))


def drawable(graph: nx.MultiDiGraph, most: int = MOST) -> Selection:
    """The entities with facts; of more than `most` those with the most claims, then mentions, then by IRI."""
    claimed = [node for node in graph if graph.degree(node) or graph.nodes[node]["facts"]]
    ranked = sorted(claimed, key=lambda node: (-graph.degree(node), -graph.nodes[node]["mentions"], node))
    kept = set(ranked[:most])
    part = _part(graph, kept)
    return Selection(part, unclaimed=len(graph) - len(claimed), beyond=len(claimed) - len(kept))


def small(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The entities with facts; UsageError if they are more than a pyvis picture shows well."""
    selection = drawable(graph)
    if selection.beyond:
        raise UsageError(
            f"{len(selection.graph) + selection.beyond:,} entities with facts are more than the {MOST} that pyvis "
            "draws well; to_pyvis(about=NAME) draws what is around one, view(path) writes a page to explore them all"
        )
    return selection.graph


def of_claims(graph: nx.MultiDiGraph, claims: Container[str], entities: Iterable[str] = ()) -> nx.MultiDiGraph:
    """These claims with the entities that they are about, and these entities."""
    edges = [edge for edge in graph.edges(keys=True) if edge[2] in claims]
    facts = {node: [fact for fact in own if fact["claim"] in claims] for node, own in graph.nodes(data="facts")}
    ends = {end for edge in edges for end in edge[:2]}
    kept = ends.union(entities, (node for node, own in facts.items() if own))
    part = _part(graph, kept)
    part.remove_edges_from([edge for edge in part.edges(keys=True) if edge[2] not in claims])
    nx.set_node_attributes(part, {node: facts[node] for node in part}, "facts")
    return part


def _part(graph: nx.MultiDiGraph, kept: set[str]) -> nx.MultiDiGraph:
    """The nodes and the edges between them in the graph's own order; networkx's subgraph has the order of a set."""
    part = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in kept)
    part.add_edges_from(edge for edge in graph.edges(keys=True, data=True) if kept.issuperset(edge[:2]))
    return part


def _names(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    """The entities of each name, names in lower case."""
    found: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        for name in {data["label"].casefold(), *map(str.casefold, data["aliases"])}:
            found.setdefault(name, []).append(node)
    return found
