"""The picture of a whole large graph: its communities as islands, what has few ties in rows below them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.layout.communities import LEAST, communities
from kg.view.layout.discs import part
from kg.view.layout.forces import forces

Array = NDArray[np.float64]

APART = 40.0  # between neighbours
GAP = 6.0  # free around a node
SHORE = 130.0  # free around an island
ASPECT = 1.5  # width to height of the sea


@dataclass(frozen=True, slots=True)
class Disc:
    """Where a community lies. is_island: not the rows of what has few ties."""

    x: int
    y: int
    radius: int
    is_island: bool = False

    @classmethod
    def around(cls, places: Sequence[tuple[int, int]]) -> "Disc":
        """The disc in which all places lie."""
        x, y = ((min(axis) + max(axis)) // 2 for axis in zip(*places, strict=True))
        return cls(x, y, math.ceil(max(math.dist((x, y), place) for place in places)))


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of each node and the number of its community, that of the largest first; what lies in rows is one."""

    places: list[tuple[int, int]]
    community: list[int]
    discs: list[Disc]

    def of_first(self, count: int) -> "Layout":
        """The layout without the nodes from that number on."""
        return Layout(self.places[:count], self.community[:count], self.discs)


@dataclass(frozen=True, slots=True)
class Island:
    """Nodes, with their places around the middle of a disc."""

    nodes: list[int]
    places: Array
    radius: float


def islands(graph: nx.Graph, radii: Sequence[float]) -> Layout:
    """Lay out a graph of nodes 0, 1, ...; equal graphs get equal places, on every machine. y grows upwards.

    radii: of the nodes. An edge's `weight` (1 without) tells how strong the tie is.
    """
    sizes = np.array(radii)
    found = [_island(graph, nodes, sizes) for nodes in communities(graph)]
    large = [island for island in found if len(island.nodes) >= LEAST]
    small = [island for island in found if len(island.nodes) < LEAST]
    middles = [*_sea(graph, large)]
    middles += _rows(small, *_coast(large, middles))
    places, community = [(0, 0)] * len(radii), [0] * len(radii)
    for number, (island, middle) in enumerate(zip([*large, *small], middles, strict=True)):
        for node, (x, y) in zip(island.nodes, island.places + middle, strict=True):
            places[node], community[node] = (round(x), -round(y)), min(number, len(large))
    discs = [
        Disc(round(x), -round(y), math.ceil(island.radius), is_island=True)
        for island, (x, y) in zip(large, middles, strict=False)
    ]
    if small:
        discs.append(Disc.around([places[node] for island in small for node in island.nodes]))
    return Layout(places, community, discs)


def _island(graph: nx.Graph, nodes: list[int], radii: Array) -> Island:
    """A community by itself, its best connected node in the middle."""
    own = radii[nodes]
    if len(nodes) == 1:
        return Island(nodes, np.zeros((1, 2)), float(own[0]))
    number = {node: index for index, node in enumerate(nodes)}
    ties = [
        (number[node], number[other], math.sqrt(graph.edges[node, other].get("weight", 1)))
        for node in nodes
        for other in sorted(graph[node])
        if node < other and other in number
    ]
    order = sorted(range(len(nodes)), key=lambda index: (-graph.degree(nodes[index]), index))
    pairs = np.array([tie[:2] for tie in ties], dtype=np.int64).reshape(-1, 2)
    places = part(forces(order, pairs, np.array([tie[2] for tie in ties]), APART), own + GAP / 2)
    middle = (places.min(axis=0) + places.max(axis=0)) / 2
    reach = np.sqrt(((places - middle) ** 2).sum(axis=1)) + own
    return Island(nodes, places - middle, float(reach.max()))


def _sea(graph: nx.Graph, islands: Sequence[Island]) -> Array:
    """The middles of the islands: those with ties to each other near, none over another."""
    if not islands:
        return np.zeros((0, 2))
    owner = {node: number for number, island in enumerate(islands) for node in island.nodes}
    ties: dict[tuple[int, int], float] = {}
    for one, other, weight in sorted(graph.edges(data="weight", default=1)):
        if one in owner and other in owner and owner[one] != owner[other]:
            pair = (min(owner[one], owner[other]), max(owner[one], owner[other]))
            ties[pair] = ties.get(pair, 0) + weight
    radii = np.array([island.radius for island in islands])
    pairs = np.array(sorted(ties), dtype=np.int64).reshape(-1, 2)
    strength = np.array(
        [ties[pair] / math.sqrt(len(islands[pair[0]].nodes) * len(islands[pair[1]].nodes)) for pair in sorted(ties)]
    )
    start = forces(list(range(len(islands))), pairs, strength, 2 * float(radii.mean()))
    return _gather(start * (1, 1 / ASPECT), radii + SHORE / 2)


def _gather(places: Array, radii: Array) -> Array:
    """Discs drawn to the middle as near as they go without overlap."""
    for _ in range(100):
        places = part(places * 0.97, radii, rounds=8)
    return part(places, radii)


def _coast(islands: Sequence[Island], middles: Sequence[Array]) -> tuple[float, float, float]:
    """Left, right and bottom of the sea."""
    if not islands:
        return 0.0, 0.0, 0.0
    left = min(middle[0] - island.radius for island, middle in zip(islands, middles, strict=True))
    right = max(middle[0] + island.radius for island, middle in zip(islands, middles, strict=True))
    bottom = max(middle[1] + island.radius for island, middle in zip(islands, middles, strict=True))
    return float(left), float(right), float(bottom)


def _rows(islands: Sequence[Island], left: float, right: float, bottom: float) -> list[Array]:
    """Places in rows for what is small, from left to right."""
    area = sum((2 * island.radius + 2 * GAP) ** 2 for island in islands)
    width = max(right - left, math.sqrt(area * ASPECT))
    x, y, high = left, bottom + SHORE, 0.0
    middles = []
    for island in islands:
        side = 2 * island.radius + 2 * GAP
        if x + side > left + width and x > left:
            x, y, high = left, y + high, 0.0
        middles.append(np.array([x + side / 2, y + side / 2]))
        x, high = x + side, max(high, side)
    return middles
