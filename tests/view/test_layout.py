from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.layout.labelled import GAP, LABEL, node_size, positions
from kg.view.layout.packing import pack


def named(graph):
    nx.set_node_attributes(graph, {node: f"Naam {node}" for node in graph}, "label")
    return nx.MultiDiGraph(nx.relabel_nodes(graph, str))


GRAPHS = {
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "star": nx.star_graph(25),
    "path": nx.path_graph(30),
    "ring": nx.cycle_graph(12),
    "dense": nx.complete_graph(9),
    "tree": nx.balanced_tree(3, 4),
    "islands": nx.disjoint_union_all([nx.star_graph(4)] * 12 + [nx.empty_graph(40)]),
    "full": nx.barabasi_albert_graph(300, 1, seed=1),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_no_label_lies_on_another(name):
    graph = named(GRAPHS[name])
    places = positions(graph)
    assert set(places) == set(graph)
    for one, other in combinations(graph, 2):
        (x, y), (u, v) = places[one], places[other]
        wide = max(len("Naam 100") * LABEL / 2, node_size(graph.degree(one)) + node_size(graph.degree(other)))
        high = node_size(graph.degree(one)) + node_size(graph.degree(other)) + LABEL
        assert abs(x - u) >= wide or abs(y - v) >= high, (one, other)


def test_neighbours_are_nearer_than_strangers():
    graph = named(nx.path_graph(10))
    places = {node: np.array(place) for node, place in positions(graph).items()}
    steps = [np.hypot(*(places[str(i)] - places[str(i + 1)])) for i in range(9)]
    assert np.hypot(*(places["0"] - places["9"])) > 8 * np.mean(steps)


def test_a_long_component_lies_across_the_screen():
    xs, ys = zip(*positions(named(nx.path_graph(10))).values(), strict=True)
    assert max(xs) - min(xs) > 5 * (max(ys) - min(ys))


def test_the_order_in_which_a_graph_was_made_does_not_matter():
    graph = named(GRAPHS["islands"])
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges)))
    assert positions(turned) == positions(graph)


def test_a_claim_of_a_thing_about_itself_is_drawn_with_it():
    graph = named(nx.path_graph(3))
    graph.add_edge("1", "1")
    assert set(positions(graph)) == {"0", "1", "2"}


sides = st.floats(GAP, 2000, allow_nan=False)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(sides, sides), max_size=25))
def test_packed_rectangles_do_not_overlap(extents):
    corners = pack(extents)
    for (at, size), (to, other) in combinations(zip(corners, extents, strict=True), 2):
        apart = [
            at[axis] + size[axis] <= to[axis] + 0.02 or to[axis] + other[axis] <= at[axis] + 0.02 for axis in (0, 1)
        ]
        assert any(apart)
