import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.page import page
from kg.view.picture import to_pyvis
from kg.view.quotes import Quote
from kg.view.words import relation_words

VOID = {"meta", "link"}


class Elements(HTMLParser):
    """The elements of a page, its attributes and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text = [], set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def two(name="A", sentence="A koopt B.", file="a.txt", modality="Asserted"):
    """A graph of one claim in which every text is the given one."""
    graph = nx.MultiDiGraph()
    for node in ("a", "b"):
        graph.add_node(node, label=name, type="ORG", mentions=1, aliases=[name], facts=[])
    claim = {"claim": "c", "relation": "acquires", "modality": modality, "when": "", "confidence": 0.9}
    words = dict.fromkeys(("source", "amount", "role", "products"), name)
    graph.add_edge("a", "b", key="c", **claim, **words, quotes=[Quote(sentence, file, "nl", "2020", ((0, 1),))])
    return graph


def test_the_page_says_how_much_it_holds(cars):
    text = page(cars, "Auto's")
    assert "23 entities · 35 facts · 2 without facts left out" in text
    assert "<title>Auto&#39;s</title>" in text


def test_the_page_says_what_it_leaves_out():
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(
        (str(number), {**two().nodes["a"], "facts": [{**two().edges["a", "b", "c"], "object": "x"}]})
        for number in range(302)
    )
    assert "300 entities · 300 facts · the 300 with the most facts are drawn, 2 are left out" in page(graph, "Many")


def test_an_empty_graph_gives_a_page_that_says_so():
    assert "There are no facts to draw." in page(nx.MultiDiGraph(), "Empty")


def test_every_fact_is_told_in_words_with_its_sentence(cars):
    text = " ".join(Elements(page(cars, "Cars")).text.split())
    invests, files = map(relation_words(), ("investsIn", "filesForBankruptcy"))
    assert f"Xiaomi {invests} EV-eenheid 10 miljard 2021-10 to 2031-10 according to Xiaomi confidence 93%" in text
    assert f"Rivian {files} negated" in text
    sentences = {quote.sentence for *_, data in cars.edges(data=True) for quote in data["quotes"]}
    assert all(" ".join(sentence.split()) in text for sentence in sentences)


def test_the_spans_of_subject_and_object_are_marked(cars):
    assert "<mark>Xiaomi</mark> steekt naar eigen zeggen" in page(cars, "Cars")
    assert "in haar <mark>EV-eenheid</mark>." in page(cars, "Cars")


PLAIN = Elements(page(two(), "Plain"))


@settings(deadline=None, max_examples=40)
@given(st.text(), st.text(min_size=1), st.text())
def test_no_text_adds_an_element_or_an_attribute(name, sentence, title):
    found = Elements(page(two(name, sentence, name), title))
    # An empty name leaves details out; no text puts anything in.
    assert set(found.tags) <= set(PLAIN.tags)
    assert found.tags.count("script") == PLAIN.tags.count("script")
    assert found.attributes <= PLAIN.attributes


@pytest.mark.parametrize("claims", [1, 2, 3, 12])
def test_claims_between_the_same_two_bend_apart(claims):
    graph, data = two(), two().edges["a", "b", "c"]
    for number in range(1, claims):
        graph.add_edge(*(("a", "b") if number % 2 else ("b", "a")), key=f"c{number}", **data)
    # How far to the right each line lies, as seen from a to b.
    sides = [
        (edge["smooth"]["type"] == "curvedCCW" or -1) * (edge["from"] == "a" or -1) * edge["smooth"]["roundness"]
        for edge in to_pyvis(graph).edges
    ]
    assert len(set(sides)) == claims
    assert sum(sides) == pytest.approx(0)
    assert max(sides) < 1
    assert any(not edge["smooth"]["enabled"] for edge in to_pyvis(graph).edges) == (claims % 2 == 1)


@pytest.mark.parametrize(
    ("modality", "dashed"),
    [
        ("Asserted", False),
        ("Planned", True),
        ("Possible", True),
        ("Alleged", True),
        ("Negated", True),
        ("Ended", False),
    ],
)
def test_modalities_have_their_lines(modality, dashed):
    (edge,) = to_pyvis(two(modality=modality)).edges
    assert bool(edge["dashes"]) == dashed
    assert (">" + modality.lower() + "<" in page(two(modality=modality), "x")) == (modality != "Asserted")


SAME = """
import hashlib, sys
sys.path[:0] = [{tests!r}, "."]
from conftest import select
from kg.view.network import to_networkx
from kg.view.page import page
from kg.view.select import about
graph = to_networkx(select.__wrapped__())
print(hashlib.sha256((page(graph, "x") + page(about(graph, "china"), "x")).encode()).hexdigest())
"""


def run(code, seed="0"):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_same_graph_gives_the_same_bytes_in_every_process():
    code = SAME.format(tests=str(Path(__file__).parent))
    assert run(code, "1") == run(code, "2")


def test_pyvis_is_imported_only_for_a_page():
    assert run("import sys, kg.view.page, kg.view.network; print('pyvis' in sys.modules)") == "False"
