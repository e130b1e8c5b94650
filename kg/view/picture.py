"""The graph as a pyvis network: positions, colours, shapes and lines."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.plain import short
from kg.view import style
from kg.view.layout.labelled import node_size, positions
from kg.view.words import relation_words

if TYPE_CHECKING:  # pyvis imports IPython, a quarter of a second: not before a picture is made
    from pyvis.network import Network

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False},
    "edges": {"width": 1.5, "hoverWidth": 1, "selectionWidth": 1.5, "arrows": {"to": {"scaleFactor": 0.6}}},
    "nodes": {"borderWidth": 2, "borderWidthSelected": 3},
}


def to_pyvis(graph: nx.MultiDiGraph) -> "Network":
    """The graph as a pyvis network with fixed positions, one edge a claim, for `kg.view.page` and for changes by hand.

    pyvis's own pages fetch from other hosts; `kg.view.page.page` makes one that does not.
    """
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    places, words = positions(graph), relation_words()
    for node, data in graph.nodes(data=True):
        network.add_node(node, **_node(data, graph.degree(node), places[node]))
    for (subject, target, claim, data), bend in zip(graph.edges(keys=True, data=True), _bends(graph), strict=True):
        looks = _line(data["modality"])
        network.add_edge(subject, target, id=claim, label=words(data["relation"]), smooth=bend, **looks)
    return network


def _node(data: dict[str, Any], degree: int, place: tuple[int, int]) -> dict[str, Any]:
    looks = style.NODES[data["type"]]
    return {
        "label": short(data["label"]) or "?",  # pyvis puts the IRI where there is none
        "type": data["type"],
        "shape": looks.shape,
        "color": looks.light,
        "size": node_size(degree),
        "x": place[0],
        "y": place[1],
    }


def _line(modality: str) -> dict[str, Any]:
    looks = style.EDGES[modality]
    return {"modality": modality, "color": looks.light, "dashes": list(looks.dashes) or False}


def _bends(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """How each edge curves: edges between the same two entities fan out, a single one is straight."""
    pairs = Counter(frozenset(edge[:2]) for edge in graph.edges)
    seen: Counter[frozenset[str]] = Counter()
    for subject, target, _ in graph.edges:
        pair = frozenset((subject, target))
        step = min(0.25, 1.6 / pairs[pair])
        # To the left of an edge is to the right of the opposite one.
        bend = (seen[pair] - (pairs[pair] - 1) / 2) * step * (1 if subject < target else -1)
        seen[pair] += 1
        yield {"enabled": bend != 0, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": round(abs(bend), 3)}
