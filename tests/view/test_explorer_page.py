"""The page as text: what it carries, what it lets run, and that it is the same every time."""

import base64
import gzip
import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hostile_texts import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from small import Small, pair

from kg.errors import UsageError
from kg.query.result import Result, Term
from kg.view.explorer.explore import explorer_page
from kg.view.explorer.page import built


class Blocks(HTMLParser):
    """The elements of a page, and the content of its blocks of data, scripts and style."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.content, self.scripts, self.open = [], [], {"body": ""}, [], "body"
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.open = dict(attrs).get("id") or tag
        self.content.setdefault(self.open, "")
        if tag == "script" and "id" not in dict(attrs):
            self.scripts.append("")

    def handle_data(self, data):
        if self.open == "script":
            self.scripts[-1] += data
        else:
            self.content[self.open] += data

    def handle_endtag(self, tag):
        self.open = "body"

    def json(self, name):
        return msgspec.json.decode(self.content[f"kg-{name}"])


PLAIN = Blocks(explorer_page(pair().store()))
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.sampled_from(list(HOSTILE.values()))


def test_the_blocks_of_data():
    graph = pair()
    assert [name for name in PLAIN.content if name.startswith("kg-")] == [
        "kg-graph",
        "kg-facts",
        "kg-texts",
        "kg-rdf",
        "kg-wasm",
    ]
    assert PLAIN.json("graph")["entities"]["label"] == ["A", "A"]
    assert PLAIN.json("texts") == ["A koopt B."]
    quads = gzip.decompress(base64.b64decode(PLAIN.content["kg-rdf"])).decode()
    assert sorted(quads.splitlines()) == graph.lines()
    assert gzip.decompress(base64.b64decode(PLAIN.content["kg-wasm"])).startswith(b"\0asm")


def test_the_policy_admits_what_is_in_the_page_and_nothing_else():
    text = explorer_page(pair().store())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in Blocks(text).scripts]
    sheet = base64.b64encode(hashlib.sha256(Blocks(text).content["style"].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes[0]}' 'sha256-{hashes[1]}' 'wasm-unsafe-eval'; "
        f"style-src 'sha256-{sheet}'; worker-src blob:; img-src data: blob:; connect-src 'none'; base-uri 'none'; "
        "form-action 'none'"
    )


@settings(deadline=None, max_examples=60)
@given(anything, anything, anything)
def test_no_text_adds_an_element_or_an_attribute(name, sentence, title):
    found = Blocks(explorer_page(pair(name, sentence).store(), title=title))
    assert (found.tags, found.attributes) == (PLAIN.tags, PLAIN.attributes)
    assert found.scripts == PLAIN.scripts
    assert name in found.json("graph")["entities"]["label"]
    assert found.json("texts") == [sentence]


def test_a_page_that_is_served_asks_its_endpoint():
    text = explorer_page(pair().store(), "/sparql")
    found = Blocks(text)
    assert [name for name in found.content if name.startswith("kg-")] == ["kg-graph", "kg-facts"]
    assert found.json("graph")["endpoint"] == "/sparql"
    assert "connect-src 'self';" in text
    assert len(text) < len(built().script) + len(built().sheet) + 60_000


@pytest.mark.parametrize(
    ("name", "entity"), [("a!", "entity/a"), ("C & D=?#", "entity/c%2525%26%3D"), ("b", "entity/a")]
)
def test_it_opens_on_an_entity(name, entity):
    graph = pair("B")
    graph.entity("a", "x", "ORG", "nl", "A!")
    graph.entity("c%25&=", "C & D=?#")
    start = f"focus={entity}&amp;about=entity+{entity}"
    assert f'data-start="{start}"' in explorer_page(graph.store(), about=name)


def test_an_unknown_entity():
    with pytest.raises(UsageError, match=r"no entity is called 'Xiaome'; similar: Xiaomi, Xiaomi!$"):
        explorer_page(pair("Xiaomi").store(), about="Xiaome")


def test_a_large_graph_gives_its_strongest_part_and_says_so():
    graph = pair()
    for n in range(20):
        graph.claim(graph.entity(f"x{n}", f"X{n}"), "isA", '"ding"')
    found = Blocks(explorer_page(graph.store(), most=60, command="kg serve -g here"))
    selection = found.json("graph")["selection"]
    assert selection == {
        "entities": 3,
        "ofEntities": 22,
        "claims": 3,
        "ofClaims": 22,
        "command": "kg serve -g here",
        "query": None,
    }
    quads = gzip.decompress(base64.b64decode(found.content["kg-rdf"])).decode().splitlines()
    assert set(quads) < set(graph.lines())
    assert len(quads) < 70
    assert found.json("graph")["triples"] == len(graph.lines())
    assert Blocks(explorer_page(graph.store(), most=None)).json("graph")["selection"] is None


def test_a_view_that_a_query_defines():
    graph = pair()
    graph.claim(graph.entity("c", "C"), "isA", '"ding"')
    answer = Result(variables=("x",), rows=({"x": Term("https://kg.example/claim/0003", "iri")},))
    found = Blocks(explorer_page(graph.store(), view=("SELECT </script>", answer)))
    assert found.json("graph")["entities"]["label"] == ["C"]
    assert found.json("graph")["selection"]["query"] == "SELECT </script>"
    assert found.json("graph")["selection"]["ofClaims"] == 3


def test_an_empty_graph():
    assert Blocks(explorer_page(Small().store())).json("graph")["entities"]["iri"] == []


SAME = """
import hashlib, sys
sys.path[:0] = [{tests!r}, "."]
from small import pair
from kg.view.explorer.explore import explorer_page
print(hashlib.sha256(explorer_page(pair().store(), about="A!").encode()).hexdigest())
"""


def run(code, seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_same_graph_gives_the_same_bytes_in_every_process():
    code = SAME.format(tests=str(Path(__file__).parent))
    assert run(code, "1") == run(code, "2")
