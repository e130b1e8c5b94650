"""A built graph as a Python object: queries, analysis, the picture."""

import html
import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.documents.collect import printable
from kg.errors import KgError, UsageError
from kg.query.engine import QueryEngine, unreadable
from kg.query.source import Source
from kg.rdf.place import STORE, standing

if TYPE_CHECKING:  # these take long to import, and not every use of a graph needs them
    import networkx as nx
    import rdflib

    from kg.pipeline import BuildSummary
    from kg.query.result import Result

TITLE = "Knowledge graph"
FRAME = '<iframe srcdoc="{}" sandbox="allow-scripts" style="width: 100%; height: 600px; border: 0"></iframe>'
TOO_LARGE = "<p>{:,} entities, more than a picture here shows well. Use <code>view(path, about=NAME)</code>.</p>"

PathLike = str | os.PathLike[str]


class Graph:
    """A graph in a folder; in a notebook it shows as a picture.

    summary: what its build did, None for a graph that was opened.
    """

    def __init__(
        self,
        folder: PathLike,
        summary: "BuildSummary | None" = None,
        temporary: "tempfile.TemporaryDirectory[str] | None" = None,
    ) -> None:
        """folder: where a build wrote; UsageError if there is no graph in it. temporary: removed with this object."""
        self.folder = Path(folder)
        self._engine = QueryEngine(Source.of_graph(self.folder))
        self.summary = summary
        self._temporary = temporary

    def query(self, sparql: str, timeout: float | None = None) -> "Result":
        """Answer a SPARQL query over the union of all graphs. timeout: in seconds.

        UsageError for a query that is wrong, KgError for one that takes too long.
        """
        return self._engine.query(sparql, timeout)

    def select(self, sparql: str) -> Iterator[dict[str, str | None]]:
        """The rows of a query of kg's own: each variable's lexical form, None if unbound; without a time limit."""
        solutions = self._store.query(sparql, use_default_graph_as_union=True)
        assert isinstance(solutions, ox.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            yield {name: term.value if (term := solution[name]) else None for name in names}

    def to_networkx(self) -> "nx.MultiDiGraph":
        """The entities as nodes, the claims between them as edges; `kg.view.network` tells their attributes."""
        from kg.view.network import to_networkx

        return to_networkx(self.select)

    def to_rdflib(self) -> "rdflib.Dataset":
        """The whole graph in memory; its default graph is the union. Nothing is fetched in making it."""
        from kg.rdf.interchange import to_rdflib

        return to_rdflib(self._store)

    def view(self, path: PathLike, about: str | None = None) -> Path:
        """Write the picture as one page that works offline; returns its path.

        about: the name of an entity, to show only what is around it; UsageError if there is none of that name.
        """
        from kg.view.page import write_page
        from kg.view.select import about as around

        graph = self.to_networkx()
        write_page(around(graph, about) if about else graph, Path(path), about or TITLE)
        return Path(path)

    def __repr__(self) -> str:
        return f"<kg.Graph in {self.folder}>"

    def _repr_html_(self) -> str:
        from kg.view.page import page
        from kg.view.select import drawable

        graph = self.to_networkx()
        selection = drawable(graph)
        if selection.beyond:
            return TOO_LARGE.format(len(selection.graph) + selection.beyond)
        return FRAME.format(html.escape(page(graph, TITLE)))

    @cached_property
    def _store(self) -> ox.Store:
        """KgError if it is damaged."""
        try:
            return ox.Store.read_only(str(standing(self.folder, STORE)))
        except (OSError, RuntimeError) as error:
            raise unreadable(printable(self.folder), error) from None


def build(paths: Sequence[PathLike], output: PathLike | None, ontology: PathLike | None) -> Graph:
    """See `kg.build`."""
    from kg.pipeline import build_graph

    if not paths:
        raise UsageError("name at least one article or a folder with articles")
    temporary = tempfile.TemporaryDirectory(prefix="kg-") if output is None else None
    folder = Path(temporary.name if temporary else output or "")
    summary = build_graph([Path(path) for path in paths], folder, ontology=Path(ontology) if ontology else None)
    for note in (*summary.warnings, *summary.skipped):
        warnings.warn(str(note), stacklevel=3)
    if not summary.documents:
        raise KgError(f"no article could be read; {summary.skipped[0]}")
    return Graph(folder, summary, temporary)
