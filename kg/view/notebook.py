"""How a graph and an answer look in a notebook: a small one as a picture, of a large one what to do."""

import html

import networkx as nx

from kg.view.page import page
from kg.view.select import MOST, drawable

FRAME = '<iframe srcdoc="{}" sandbox="allow-scripts" style="width: 100%; height: 600px; border: 0"></iframe>'
TOO_LARGE = (
    "<p>{:,} entities with facts; a picture here shows {} well. "
    '<code>g.view("kg.html")</code> writes a page on which to explore them all, '
    '<code>g.to_pyvis(about="NAME")</code> draws what is around one.</p>'
)


def shown(graph: nx.MultiDiGraph, title: str) -> str:
    """The picture in a frame of its own, or a line that says what to do."""
    selection = drawable(graph)
    if selection.beyond:
        return TOO_LARGE.format(len(selection.graph) + selection.beyond, MOST)
    return FRAME.format(html.escape(page(graph, title)))
