import math
import os
import random
import subprocess
import sys
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from kg.view.layout.communities import LEAST, MOST, communities
from kg.view.layout.discs import ENOUGH, part
from kg.view.layout.forces import sunflower
from kg.view.layout.islands import GAP, SHORE, islands
from kg.view.layout.labelled import node_size

CLIQUES = nx.disjoint_union_all([nx.complete_graph(6)] * 5)


def chained():
    """Five cliques, each tied to the next by one edge."""
    graph = CLIQUES.copy()
    graph.add_edges_from((6 * k, 6 * k + 6) for k in range(4))
    return graph


GRAPHS = {
    "empty": nx.empty_graph(0),
    "one": nx.empty_graph(1),
    "alone": nx.empty_graph(700),
    "pairs": nx.disjoint_union_all([nx.path_graph(2)] * 30),
    "star": nx.star_graph(300),
    "chained": chained(),
    "caves": nx.connected_caveman_graph(20, 15),
    "tree": nx.random_labeled_tree(500, seed=1),
    "tangle": nx.barabasi_albert_graph(700, 2, seed=1),
    "loop": nx.Graph([(0, 0), (0, 1), (1, 2), (2, 3)]),
}


def sizes(graph):
    return [node_size(graph.degree(node)) for node in sorted(graph)]


@pytest.mark.parametrize("name", GRAPHS)
def test_no_node_lies_on_another_and_each_in_the_disc_of_its_community(name):
    graph, radii = GRAPHS[name], sizes(GRAPHS[name])
    layout = islands(graph, radii)
    assert len(layout.places) == len(layout.community) == len(graph)
    places, room = np.array(layout.places).reshape(-1, 2), np.add.outer(radii, radii)
    apart = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
    np.fill_diagonal(room, 0)
    assert (apart >= room * (1 - ENOUGH) - 2).all()  # two roundings
    for place, community in zip(layout.places, layout.community, strict=True):
        disc = layout.discs[community]
        assert math.dist(place, (disc.x, disc.y)) <= disc.radius + 2


@pytest.mark.parametrize("name", ["chained", "caves", "tangle"])
def test_communities_are_islands_with_water_between_them(name):
    graph = GRAPHS[name]
    seas = [disc for disc in islands(graph, sizes(graph)).discs if disc.is_island]
    assert len(seas) > 3
    for one, other in combinations(seas, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius + SHORE * 0.7


def test_islands_with_ties_are_nearer_than_others():
    graph = nx.disjoint_union_all([nx.complete_graph(6)] * 16)
    graph.add_edges_from((6 * k, 6 * k + 6) for k in range(15))
    layout = islands(graph, sizes(graph))
    middles = np.array([np.mean(layout.places[6 * k : 6 * k + 6], axis=0) for k in range(16)])
    apart = np.hypot(*(middles[:, None] - middles).transpose(2, 0, 1))
    assert np.diagonal(apart, 1).mean() < 0.6 * apart[np.triu_indices(16, 2)].mean()


def test_what_has_few_ties_lies_in_rows_below():
    graph = nx.disjoint_union_all([chained(), *[nx.path_graph(2)] * 12, nx.empty_graph(25)])
    layout = islands(graph, sizes(graph))
    island_ends = min(disc.y - disc.radius for disc in layout.discs if disc.is_island)
    rows = {layout.places[node][1] for node in range(30 + 24, len(graph))}
    assert max(rows) < island_ends
    assert len(rows) < 6
    assert len({layout.community[node] for node in range(30, len(graph))}) == 1
    assert [disc.is_island for disc in layout.discs] == [True] * 5 + [False]


def test_the_order_in_which_a_graph_was_made_does_not_matter():
    graph, shuffled = chained(), nx.Graph()
    nodes, edges = list(graph), list(graph.edges)
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(edges)
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from((other, one) for one, other in edges)
    assert islands(shuffled, sizes(graph)) == islands(graph, sizes(graph))


def test_the_same_places_in_every_process():
    code = (
        "import networkx as nx; from kg.view.layout.islands import islands;"
        "g = nx.barabasi_albert_graph(300, 2, seed=1); print(islands(g, [9.0] * 300))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert b"places" in outputs.pop()


def test_cliques_are_communities():
    assert communities(chained()) == [list(range(6 * k, 6 * k + 6)) for k in range(5)]


@pytest.mark.parametrize("name", GRAPHS)
def test_every_node_is_in_one_community_of_a_size_that_can_be_seen(name):
    graph = GRAPHS[name]
    found = communities(graph)
    assert sorted(node for nodes in found for node in nodes) == sorted(graph)
    assert all(len(nodes) <= 1.5 * MOST for nodes in found)
    for nodes in found:
        if len(nodes) < LEAST:
            assert not set(nx.node_boundary(graph, nodes)), "it could have joined a neighbour"


def test_what_is_too_large_for_an_island_is_divided():
    graph = nx.connected_caveman_graph(4, 200)
    graph.add_edges_from((node, (node + 200) % 800) for node in range(800))  # so that all are near each other
    assert max(map(len, communities(graph))) <= MOST


def test_weights_decide_where_a_node_belongs():
    graph = nx.disjoint_union(nx.complete_graph(5), nx.complete_graph(5))
    graph.add_weighted_edges_from([(10, 0, 1), (10, 5, 5)])
    assert [10 in nodes for nodes in communities(graph) if 5 in nodes] == [True]


def test_discs_in_one_place_part():
    places = part(np.zeros((12, 2)), np.full(12, 5.0))
    assert all(math.dist(one, other) > 10 * (1 - ENOUGH) - 1e-6 for one, other in combinations(places, 2))


def test_discs_that_are_apart_stay():
    places = sunflower(9) * 100
    assert (part(places, np.full(9, GAP)) == places).all()
