"""The graph that is exported, as each format wants to read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import UsageError
from kg.plain import printable
from kg.rdf.export.nodes import Node, nodes
from kg.rdf.export.statements import Progress, quads, write_union
from kg.rdf.place import NQUADS, standing


@dataclass
class Source:
    """A graph in a folder. base: what its IRIs begin with; rdf12: claims with rdf:reifies; work: a folder for files."""

    folder: Path
    base: str
    rdf12: bool
    ontology: Path | None
    progress: Progress
    work: Path

    def __post_init__(self) -> None:
        """UsageError if there is no graph in the folder."""
        if not self.file.is_file():
            folder = printable(self.folder)
            raise UsageError(f"{folder}: there is no graph in this folder; make one with: kg build -o {folder}")

    @property
    def file(self) -> Path:
        """The N-Quads of the graph."""
        return standing(self.folder, NQUADS)

    def quads(self) -> Iterator[bytes]:
        """The statements as lines of N-Quads, graph by graph."""
        return quads(self.file, self.progress, self.rdf12)

    @cached_property
    def union(self) -> Path:
        """A file with the statements of all graphs as N-Triples: sorted, each once."""
        file = self.work / "union.nt"
        write_union(self.quads(), file)
        return file

    def nodes(self) -> Iterator[Node]:
        """The things of the graph by IRI, each with all that any of the graphs says of it."""
        return nodes(self.union)
