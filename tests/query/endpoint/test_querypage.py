"""What the editor is told, where it was built."""

import json
import re
from pathlib import Path

from kg.graph import Graph
from kg.query.endpoint.addresses import Addresses
from kg.query.endpoint.pages import Pages
from kg.query.endpoint.querypage import QueryPage
from kg.query.endpoint.served import Served
from kg.query.endpoint.server import Built
from kg.query.endpoint.static import EDITOR, Static
from kg.query.engine import QueryEngine
from kg.query.saved import saved_queries
from kg.query.source import Source
from kg.rdf.vocabulary import KG, PREFIXES


def page(graph: Graph, built: Path) -> str:
    source = Source(store=graph.folder / "store")
    with QueryEngine(source) as engine:
        served = Served(engine, True, 30, Built(source))
        made = QueryPage(served, Pages(Addresses(str)), Static(built), None).empty("about")
        return bytes(made.body).decode()


def test_the_editor_knows_the_graph(sample: Graph, tmp_path: Path) -> None:
    for name in EDITOR:
        (tmp_path / name).touch()
    text = page(sample, tmp_path)
    [block] = re.findall(r'<script type="application/json" id="kg-page">(.*?)</script>', text, re.DOTALL)
    known = json.loads(block)
    assert (known["endpoint"], known["labels"], known["prefixes"]) == ("/sparql", "/labels?q=", PREFIXES)
    assert known["resource"] == "/resource?iri="
    assert [query["name"] for query in known["queries"]] == [saved.name for saved in saved_queries()]
    assert {"name", "description", "sparql", "parameters"} == set(known["queries"][0])
    assert KG + "Claim" in known["classes"]
    assert KG + "ceoOf" in known["relations"]
    assert '<script src="/static/query.js" defer>' in text
    assert '<textarea id="query" name="query"' in text


def test_without_it_the_page_is_a_form(sample: Graph, tmp_path: Path) -> None:
    text = page(sample, tmp_path)
    assert "<script" not in text
    assert "<noscript" not in text
    assert 'name="$name"' in text
