"""What is checked: the statements of a graph or of RDF files as one graph, whatever named graph they stand in.

pyoxigraph reads all formats and fetches nothing, neither JSON-LD contexts nor owl:imports nor what a DTD names.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.plain import plain, printable
from kg.rdf.place import NQUADS, standing

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def union(paths: Iterable[Path]) -> bytes:
    """The triples of all files, a folder being the graph that a build wrote there, as N-Triples; some may stand twice.

    UsageError for a file that is missing, of no known format, or broken, with the place of the fault.
    """
    triples = (quad.triple for path in paths for quad in _quads(path))
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert written is not None  # there is no output to write to
    return written


def _quads(path: Path) -> Iterator[ox.Quad]:
    file = standing(path, NQUADS) if path.is_dir() else path
    if path.is_dir() and not file.is_file():
        raise UsageError(f"{printable(path)}: there is no graph in this folder; make one with: kg build -o FOLDER")
    form = FORMATS.get(file.suffix.lower())
    if form is None:
        raise UsageError(f"{printable(file)}: the name must end in one of {', '.join(FORMATS)}")
    try:
        yield from ox.parse(path=file, format=form, rename_blank_nodes=True, base_iri=file.absolute().as_uri())
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"{printable(file)}: {plain(str(error))}") from None
    except OSError as error:
        raise UsageError(f"{printable(file)}: {error.strerror or error}") from None
