"""Communities: entities that have more to do with each other than with the others."""

from collections import Counter
from collections.abc import Iterable

import networkx as nx

MOST = 500
"""Nodes of one community; of more no island can be made in which anything is seen."""

LEAST = 4
"""Nodes of one community; a smaller one joins the neighbour to which it has most ties."""


def communities(graph: nx.Graph) -> list[list[int]]:
    """The nodes 0, 1, ... of a graph in communities, the largest first; equal graphs give equal ones.

    Blondel et al. 2008, "Fast unfolding of communities in large networks" (Louvain); what comes out too large is
    divided again, what comes out too small joins a neighbour.
    """
    found = [part for first in _louvain(_ordered(graph)) for part in _divided(graph, first)]
    return sorted(_joined(graph, found), key=lambda part: (-len(part), part))


def _ordered(graph: nx.Graph, nodes: Iterable[int] | None = None) -> nx.Graph:
    """The graph, or the part with those nodes, made in sorted order: on that Louvain's result depends."""
    kept = sorted(graph if nodes is None else nodes)
    within = set(kept)
    part = nx.Graph()
    part.add_nodes_from(kept)
    part.add_weighted_edges_from(
        (node, other, graph.edges[node, other].get("weight", 1))
        for node in kept
        for other in sorted(graph[node])
        if node < other and other in within
    )
    return part


def _louvain(graph: nx.Graph, resolution: float = 1) -> list[list[int]]:
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=0) if len(graph) else []
    return [sorted(part) for part in found]


def _divided(graph: nx.Graph, part: list[int], resolution: float = 1) -> list[list[int]]:
    if len(part) <= MOST or resolution > 100:
        return [part]
    finer = _louvain(_ordered(graph, part), resolution)
    return [piece for each in finer for piece in _divided(graph, each, 3 * resolution)]


def _joined(graph: nx.Graph, parts: list[list[int]]) -> list[list[int]]:
    """The parts without those that are too small and have ties to a larger one."""
    parts = sorted(parts, key=lambda part: (len(part), part))
    owner = {node: number for number, part in enumerate(parts) for node in part}
    for number, part in enumerate(parts):
        ties = Counter(owner[other] for node in part for other in graph[node] if owner[other] != number)
        if len(part) < LEAST and ties:
            into = min(ties, key=lambda other: (-ties[other], other))
            owner.update(dict.fromkeys(part, into))
            parts[into] = parts[into] + part
            parts[number] = []
    return [sorted(part) for part in parts if part]
