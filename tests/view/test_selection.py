import networkx as nx
import pytest

from kg.errors import UsageError
from kg.view.select import about, drawable


def labels(graph):
    return {data["label"] for _, data in graph.nodes(data=True)}


@pytest.mark.parametrize("name", ["Lei Jun", "lei jun", "LEI"])
def test_about_finds_labels_and_aliases_in_any_case(cars, name):
    found = about(cars, name)
    assert labels(found) == {"Lei Jun", "Xiaomi"}
    assert [data["relation"] for *_, data in found.edges(data=True)] == ["ceoOf"]


def test_about_keeps_the_claims_among_the_neighbours(cars):
    relations = {(data["relation"]) for *_, data in about(cars, "China").edges(data=True)}
    assert {"basedIn", "locatedIn", "competesWith"} <= relations


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Volkswage", "no entity is called 'Volkswage'; similar: Volkswagen"),
        ("zzzzzz\nq", "no entity is called 'zzzzzz\\nq'"),
    ],
)
def test_about_an_unknown_name(cars, name, message):
    with pytest.raises(UsageError) as error:
        about(cars, name)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_entities_of_which_nothing_is_said_are_not_drawn(cars):
    selection = drawable(cars)
    assert labels(cars) - labels(selection.graph) == {"Nergenshuizen", "Handelsblatt"}
    assert "Reuters" in labels(selection.graph)  # no edge, but facts
    assert (selection.unclaimed, selection.beyond) == (2, 0)


def test_of_too_many_the_ones_with_most_claims_are_drawn(cars):
    selection = drawable(cars, most=2)
    assert labels(selection.graph) == {"Xiaomi", "Volkswagen"}
    assert selection.beyond == 21


def test_equal_ranks_go_by_mentions_then_by_id():
    graph = nx.MultiDiGraph()
    for node, mentions in (("d", 1), ("c", 5), ("b", 1), ("a", 1)):
        graph.add_node(node, label=node, mentions=mentions, facts=[{}])
    assert list(drawable(graph, most=2).graph) == ["c", "a"]
