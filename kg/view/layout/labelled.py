"""Positions for the entities, computed here so that every reader sees the same picture at once."""

import math
import unicodedata
from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.plain import short
from kg.view.layout.packing import pack

Array = NDArray[np.float64]

EDGE = 165.0  # pixels between neighbours, so that the edge's label fits between them
LABEL = 14  # pixels, the size of the letters
GAP = 26.0  # pixels free around a node and its label
FULL_TURN = 2 * math.pi


def positions(graph: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """A place for each node, in pixels. Equal graphs get equal places: nothing is drawn by lot.

    Each connected component is laid out by stress majorization and freed of overlapping labels; then they are packed.
    """
    simple = nx.Graph(graph)
    components = sorted((sorted(part) for part in nx.connected_components(simple)), key=lambda part: (-len(part), part))
    blocks = [_component(_part(simple, nodes)) for nodes in components]
    corners = pack([_extent(places, sizes) for places, sizes in blocks])
    return {
        node: (round(x), round(y))
        for nodes, (places, sizes), corner in zip(components, blocks, corners, strict=True)
        for node, (x, y) in zip(nodes, places - (places - sizes / 2).min(axis=0) + corner, strict=True)
    }


def node_size(degree: int) -> float:
    """Half the width of a node with that many claims."""
    return round(min(9 + 3 * math.sqrt(degree), 26), 1)


def _part(graph: nx.Graph, nodes: Sequence[str]) -> nx.Graph:
    """A component by itself, everything in sorted order (networkx's subgraph has the order of a set), without loops."""
    part = nx.Graph()
    part.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    part.add_edges_from((node, other) for node in nodes for other in sorted(graph[node]) if node < other)
    return part


def _component(graph: nx.Graph) -> tuple[Array, Array]:
    """Centres and sizes (labels included) of a connected graph's nodes."""
    nodes = list(graph)
    sizes = np.array([_box(graph.nodes[node]["label"], graph.degree(node)) for node in nodes])
    if len(nodes) == 1:
        return np.zeros((1, 2)), sizes
    order = list(nx.dfs_preorder_nodes(graph, max(nodes, key=lambda node: (graph.degree(node), node))))
    start = np.array([order.index(node) for node in nodes]) / len(nodes) * FULL_TURN
    places = _stress(_distances(graph), np.stack([np.cos(start), np.sin(start)], axis=1))
    return _separate(_lie_down(places), sizes), sizes


def _box(label: str, degree: int) -> tuple[float, float]:
    """Width and height of a node with its label below it. The letters' width is a guess: browsers' fonts differ."""
    wide = sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.58 for char in short(label))
    return max(wide * LABEL, 2 * node_size(degree)) + GAP, 2 * node_size(degree) + LABEL + GAP


def _distances(graph: nx.Graph) -> Array:
    """How far apart the nodes should be: along the edges, and those are longer where many meet."""
    for one, other in graph.edges:
        crowd = max(graph.degree(one), graph.degree(other))
        graph.edges[one, other]["length"] = EDGE * (1 + max(0, crowd - 6) * 0.05)
    return np.asarray(nx.floyd_warshall_numpy(graph, weight="length"))


def _stress(distances: Array, places: Array, rounds: int = 300) -> Array:
    """Places whose distances come nearest to those given.

    Stress majorization, Gansner, Koren and North 2004, "Graph drawing by stress majorization": the aim of networkx's
    kamada_kawai_layout, which needs scipy, by a descent that needs neither step sizes nor a random start.
    """
    apart = distances + np.eye(len(distances))
    weights = apart**-2 - np.eye(len(distances))
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    places = places * distances.mean()
    for _ in range(rounds):
        between = places[:, None] - places
        now = np.hypot(between[..., 0], between[..., 1])
        pull = weights * distances / np.where(now > 0, now, np.inf)
        moved = inverse @ (pull.sum(axis=1)[:, None] * places - pull @ places)
        still = bool(np.abs(moved - places).max() < 0.01)
        places = moved
        if still:
            break
    return places


def _lie_down(places: Array) -> Array:
    """Turned so that the longest extent lies across the screen; a round picture has none and stays as it is."""
    (xx, xy), (_, yy) = np.cov(places.T)
    if math.hypot(xx - yy, 2 * xy) < 0.1 * (xx + yy):
        return places
    angle = math.atan2(2 * xy, xx - yy) / 2
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return np.asarray(places @ turn)


def _separate(places: Array, sizes: Array, rounds: int = 200) -> Array:
    """Pushes overlapping boxes apart along the axis where they overlap least, a little each round."""
    room = (sizes[:, None] + sizes) / 2
    for _ in range(rounds):
        between = places[:, None] - places
        excess = room - np.abs(between)
        overlap = (excess > 0.5).all(axis=2) & ~np.eye(len(places), dtype=bool)
        if not overlap.any():
            break
        across = excess[..., 0] < excess[..., 1]
        axis = np.stack([across, ~across], axis=2) & overlap[..., None]
        # Two nodes at one place part by their order.
        order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places)))[..., None]
        direction = np.where(between == 0, order, np.sign(between))
        places = places + (direction * excess * axis).sum(axis=1) * 0.3
    return places


def _extent(places: Array, sizes: Array) -> tuple[float, float]:
    """Width and height of a component with its labels."""
    low, high = (places - sizes / 2).min(axis=0), (places + sizes / 2).max(axis=0)
    return float(high[0] - low[0]), float(high[1] - low[1])
