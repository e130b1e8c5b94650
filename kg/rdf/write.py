"""Writes a graph to a folder: kg.nq and kg.trig for people and other tools, store/ for queries."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.quads import Quad, quads
from kg.rdf.vocabulary import PREFIXES
from kg.resolve.resolved import Resolved

NQUADS, TRIG, STORE = "kg.nq", "kg.trig", "store"


def write_graph(resolved: Resolved, folder: Path, base: str) -> None:
    """Write the graph in the place of the one that was there; KgError if it cannot be written.

    Everything is written beside the old graph first, so a failure loses nothing. Equal input gives equal bytes: the
    lines of kg.nq are sorted, kg.trig is sorted by graph and subject.
    """
    found = quads(resolved, base)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as name:
            new = Path(name)
            _write(found, base, new)
            _switch(new, folder)
    except OSError as error:
        raise KgError(f"{error.filename or folder}: cannot write the graph: {error.strerror or error}") from error


def _write(found: list[Quad], base: str, folder: Path) -> None:
    (folder / NQUADS).write_text("".join(sorted(map(_line, found))), "utf-8", newline="\n")
    (folder / TRIG).write_bytes(_trig(found, base))
    store = ox.Store(str(folder / STORE))
    store.bulk_load(path=str(folder / NQUADS), format=ox.RdfFormat.N_QUADS)
    store.flush()


def _line(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object} {quad.graph} .\n"


def _trig(found: Iterable[Quad], base: str) -> bytes:
    text = "".join(map(_line, found)).encode()
    parsed = ox.parse(text, format=ox.RdfFormat.N_QUADS)
    written = ox.serialize(parsed, format=ox.RdfFormat.TRIG, prefixes=PREFIXES, base_iri=base)
    assert written is not None  # there is no output to write to
    return written


def _switch(new: Path, folder: Path) -> None:
    """Put the new files in the place of the old ones."""
    old = new / "old"
    old.mkdir()
    for part in _parts(new):
        if (folder / part).exists():
            (folder / part).rename(old / part)
        (new / part).rename(folder / part)
    shutil.rmtree(old)


def _parts(new: Path) -> Iterator[str]:
    return (part for part in (STORE, TRIG, NQUADS) if (new / part).exists())
