"""The offline HTML page of a graph: the picture, and beside it every fact with its sentences.

The picture is a pyvis network, the page our own template: pyvis's fetches from other hosts and runs script that stands
in labels. Here everything from articles is escaped by Jinja on its way into the page, or is JSON that the picture is
drawn from, and a Content-Security-Policy lets no other script run.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import networkx as nx

from kg.plain import plain
from kg.view import style
from kg.view.picture import to_pyvis
from kg.view.quotes import pieces
from kg.view.select import MOST, drawable
from kg.view.words import relation_words, when_words

TEMPLATE = resources.files("kg.view") / "template"


def page(graph: nx.MultiDiGraph, title: str) -> str:
    """The page as text; equal graphs give equal pages. It holds at most 300 entities and says how many are left out.

    graph: from `kg.view.network.to_networkx`. title: heading of the page, any text.
    """
    selection = drawable(graph)
    network = to_pyvis(selection.graph)
    scripts, sheet = [_vis_script(), _part("labels.js"), _part("page.js")], _sheet()
    page = _template().render(
        title=plain(title),
        policy=_policy(scripts, sheet),
        sheet=sheet,
        scripts=scripts,
        picture={"nodes": network.nodes, "edges": network.edges, "options": network.options},
        entities=_entities(selection.graph),
        types=Counter(data["type"] for _, data in selection.graph.nodes(data=True)),
        modalities=Counter(data["modality"] for *_, data in selection.graph.edges(data=True)),
        selection=selection,
        most=MOST,
        style=style,
        relation=relation_words(),
    )
    return str(page)


def _entities(graph: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """The entities, each with the facts whose subject it is; those that most facts are about come first."""
    facts = {node: list(data["facts"]) for node, data in graph.nodes(data=True)}
    count = {node: graph.degree(node) + len(facts[node]) for node in graph}
    for subject, target, data in graph.edges(data=True):
        facts[subject].append({**data, "target": target, "object": graph.nodes[target]["label"]})
    for own in facts.values():
        own.sort(key=lambda fact: (fact["relation"], fact["object"], fact["claim"]))
    entities = [
        {**data, "id": node, "facts": facts[node], "count": count[node]} for node, data in graph.nodes(data=True)
    ]
    return sorted(entities, key=lambda entity: (-entity["count"], entity["label"].casefold(), entity["id"]))


@cache
def _template() -> Any:
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(when=when_words, plain=plain, pieces=pieces)
    return environment.from_string(_part("page.html"))


def _sheet() -> str:
    dark = f"@media (prefers-color-scheme: dark) {{\n:root {{\n{style.variables(dark=True)}\n}}\n}}"
    return f":root {{\n{style.variables(dark=False)}\n}}\n{dark}\n{_part('page.css')}"


def _policy(scripts: Sequence[str], sheet: str) -> str:
    """Admits these scripts and this style sheet by their hashes and nothing else; nothing is fetched or sent."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(sheet)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _part(name: str) -> str:
    return (TEMPLATE / name).read_text(encoding="utf-8")


def _vis_script() -> str:
    """vis-network as pyvis ships it, the newest of its versions."""
    import pyvis

    found = Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js")
    newest = max(found, key=lambda path: [int(part) for part in path.parent.name.removeprefix("vis-").split(".")])
    return newest.read_text(encoding="utf-8")
