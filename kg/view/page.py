"""The offline HTML page of a graph: a pyvis network, drawn by our own template, with every fact and its sentences beside it.

pyvis's own template fetches from other hosts and runs script that stands in labels; here everything from articles passes
through Jinja's escaping into the page, or as JSON into the picture, and a Content-Security-Policy lets nothing else run.
"""

import base64
import hashlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx  # type: ignore[import-untyped]

from kg.errors import KgError
from kg.view import style
from kg.view.layout import node_size, positions
from kg.view.select import MOST, drawable
from kg.view.words import relation_words, short, when_words

if TYPE_CHECKING:  # pyvis takes a quarter of a second to import (networkx, IPython), so it is only where a picture is made
    from pyvis.network import Network  # type: ignore[import-untyped]

WEB = resources.files("kg.view") / "web"

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False},
    "edges": {"width": 1.5, "hoverWidth": 1, "selectionWidth": 1.5, "arrows": {"to": {"scaleFactor": 0.6}}},
    "nodes": {"borderWidth": 2, "borderWidthSelected": 4},
}


def write_page(graph: nx.MultiDiGraph, path: Path, title: str) -> None:
    """Writes the page to a file, which is never seen half written. Raises KgError if it cannot be written."""
    text = page(graph, title)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot write the page: {error.strerror}") from error


def page(graph: nx.MultiDiGraph, title: str) -> str:
    """The page as text; equal graphs give equal pages. At most 300 entities are drawn, and the page says how many are not.

    graph: from `kg.view.network.to_networkx`. title: heading of the page, any text.
    """
    selection = drawable(graph)
    network = to_pyvis(selection.graph)
    scripts = [_vis_script(), _web("page.js")]
    sheet = _sheet()
    return str(
        _template().render(
            title=title,
            policy=_policy(scripts, sheet),
            sheet=sheet,
            scripts=scripts,
            picture={"nodes": network.nodes, "edges": network.edges, "options": network.options},
            entities=list(_entities(selection.graph)),
            selection=selection,
            most=MOST,
            types=Counter(data["type"] for _, data in selection.graph.nodes(data=True)),
            modalities=Counter(data["modality"] for *_, data in selection.graph.edges(data=True)),
            styles=style,
        )
    )


def to_pyvis(graph: nx.MultiDiGraph) -> "Network":
    """The graph as a pyvis network with fixed positions, one edge a claim; in a notebook it can be changed and shown."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    places = positions(graph)
    for node, data in graph.nodes(data=True):
        looks = style.NODES[data["type"]]
        x, y = places[node]
        size = node_size(graph.degree(node))
        network.add_node(node, label=short(data["label"]) or "?", shape=looks.shape, color=looks.light, x=x, y=y, size=size, type=data["type"])
    for (subject, target, claim, data), bend in zip(graph.edges(keys=True, data=True), _bends(graph), strict=True):
        line = style.EDGES[data["modality"]]
        network.add_edge(
            subject,
            target,
            id=claim,
            label=relation_words(data["relation"]),
            color=line.light,
            dashes=list(line.dashes) or False,
            smooth=bend,
            modality=data["modality"],
        )
    network.set_options(json.dumps(OPTIONS))
    return network


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


def _entities(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """Each entity with the facts whose subject it is, by label."""
    facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for subject, target, data in graph.edges(data=True):
        facts[subject].append({**data, "target": target, "object": graph.nodes[target]["label"]})
    for node, data in sorted(graph.nodes(data=True), key=lambda item: (item[1]["label"].casefold(), item[0])):
        own = sorted(facts[node] + data["facts"], key=lambda fact: (fact["relation"], fact["object"], fact["claim"]))
        yield {**data, "id": node, "facts": own, "degree": graph.degree(node) + len(data["facts"])}


@cache
def _template() -> Any:
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(relation=relation_words, when=when_words, pieces=_pieces)
    return environment.from_string(_web("page.html"))


def _pieces(sentence: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is marked; of overlapping marks the first counts."""
    done = 0
    for start, end in marks:
        if start >= done:
            yield sentence[done:start], False
            yield sentence[start:end], True
            done = end
    yield sentence[done:], False


def _sheet() -> str:
    dark = f"@media (prefers-color-scheme: dark) {{\n:root {{\n{style.variables(dark=True)}\n}}\n}}"
    return f":root {{\n{style.variables(dark=False)}\n}}\n{dark}\n{_web('page.css')}"


def _policy(scripts: Sequence[str], sheet: str) -> str:
    """Lets these scripts and this style sheet run, known by their hashes, and nothing else; nothing is fetched or sent."""
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


def _web(name: str) -> str:
    return (WEB / name).read_text(encoding="utf-8")


def _vis_script() -> str:
    """vis-network as pyvis ships it, the newest of its versions."""
    import pyvis  # type: ignore[import-untyped]

    found = Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js")
    newest = max(found, key=lambda path: [int(part) for part in path.parent.name.removeprefix("vis-").split(".")])
    return newest.read_text(encoding="utf-8")
