"""A built graph as a Python object: queries, analysis, the picture."""

import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError, UsageError
from kg.plain import printable
from kg.query.engine import QueryEngine, unreadable
from kg.query.source import Source
from kg.rdf.place import STORE, standing

if TYPE_CHECKING:  # these take long to import, and not every use of a graph needs them
    import networkx as nx
    import rdflib
    from pyvis.network import Network

    from kg.pipeline import BuildSummary
    from kg.query.result import Result

TITLE = "Knowledge graph"

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
        result = self._engine.query(sparql, timeout)
        return replace(result, picture=partial(self._shown, result)) if result.turtle else result

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

    def to_pyvis(self, about: str | None = None) -> "Network":
        """The picture as a pyvis network, to change by hand: at most 300 entities, see `kg.view.picture`.

        about: the name of an entity, for what is around it. UsageError for too many, or if there is none of that name.
        """
        from kg.view.picture import to_pyvis
        from kg.view.select import about as around
        from kg.view.select import small

        graph = self.to_networkx()
        return to_pyvis(small(around(graph, about) if about else graph))

    def view(
        self,
        path: PathLike,
        about: str | None = None,
        *,
        query: str | None = None,
        whole: bool = False,
        pyvis: bool = False,
    ) -> Path:
        """Write the graph as one page to explore, which works offline; returns its path.

        about: the name of an entity on which it opens. query: SPARQL, for a page of only what its answer names.
        whole: carry a graph of any size whole, not only its strongest 200,000 triples. pyvis: the plain picture of what
        is around an entity, or of the 300 with most claims.
        UsageError if there is no entity of that name, or nothing in the answer that the graph holds.
        """
        from kg.view.write import write_text

        text = self._picture(about, query) if pyvis else self._explorer(about, query, whole)
        write_text(Path(path), text)
        return Path(path)

    def _explorer(self, about: str | None, query: str | None, whole: bool) -> str:
        from kg.view.explorer.explore import explorer_page
        from kg.view.explorer.strongest import MOST

        view = (query, self.query(query)) if query else None
        return explorer_page(
            self._store, about=about, view=view, most=None if whole else MOST, command=f"kg serve -g {self.folder}"
        )

    def _picture(self, about: str | None, query: str | None) -> str:
        from kg.view.page import page
        from kg.view.select import about as around

        graph = self._answered(self.query(query)) if query else self.to_networkx()
        return page(around(graph, about) if about else graph, about or TITLE)

    def _answered(self, result: "Result") -> "nx.MultiDiGraph":
        """What an answer names, as a part of `to_networkx`."""
        from kg.view.explorer.explore import answered_part
        from kg.view.select import of_claims

        part = answered_part(self._store, result)
        return of_claims(self.to_networkx(), set(part.claims), part.entities)

    def _shown(self, result: "Result") -> str:
        from kg.view.notebook import shown

        try:
            return shown(self._answered(result), TITLE)
        except UsageError:  # its triples are about nothing that the graph holds
            return ""

    def __repr__(self) -> str:
        return f"<kg.Graph in {self.folder}>"

    def _repr_html_(self) -> str:
        from kg.view.notebook import shown

        return shown(self.to_networkx(), TITLE)

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
