"""Writes a graph to a folder: kg.nq and kg.trig for people and other tools, store/ for queries.

A graph that an earlier build wrote is the base: named graphs that are as they were are copied, in the store only the
statements that came or went are changed. What is written is the same, byte for byte, as without it.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.graphs import NamedGraph, named_graphs
from kg.rdf.previous import FILE, Previous, write_manifest
from kg.rdf.quads import Quad
from kg.rdf.vocabulary import PREFIXES
from kg.resolve.resolved import Resolved

NQUADS, TRIG, STORE = "kg.nq", "kg.trig", "store"
NOTES = ".remembered"  # the folder beside the graph for what the next build need not do again
MANY = 0.3  # of the bytes of kg.nq: from so much change on the store is made anew
STATEMENTS = 2_000  # in one update


@dataclass
class Changes:
    """Lines of N-Quads that came and went."""

    new: list[bytes] = field(default_factory=list)
    gone: list[bytes] = field(default_factory=list)
    size: int = 0  # of both, in bytes

    def add(self, before: bytes, after: bytes) -> None:
        """What one graph was, and is now."""
        old, now = set(before.splitlines()), set(after.splitlines())
        self.new += sorted(now - old)
        self.gone += sorted(old - now)
        self.size += sum(map(len, now ^ old))


def write_graph(resolved: Resolved, folder: Path, base: str) -> None:
    """Write the graph in the place of the one that was there; KgError if it cannot be written.

    Everything is written beside the old graph first, so a failure loses nothing. Equal input gives equal bytes: both
    files hold the named graphs by IRI; in kg.nq each has its lines sorted, in kg.trig it is sorted by subject.
    """
    manifest = folder / NOTES / FILE
    previous = Previous.find(folder, manifest)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as name:
            new = Path(name)
            parts = _write(named_graphs(resolved, base), base, new, previous)
            _switch(new, folder)
        write_manifest(manifest, folder, [NQUADS, TRIG], parts)
    except OSError as error:
        raise KgError(f"{error.filename or folder}: cannot write the graph: {error.strerror or error}") from error


Places = dict[str, tuple[str, dict[str, tuple[int, int]]]]


def _write(graphs: list[NamedGraph], base: str, folder: Path, previous: Previous) -> Places:
    parts: Places = {}
    changes = Changes()
    with (folder / NQUADS).open("wb") as nquads, (folder / TRIG).open("wb") as trig:
        for graph in graphs:
            if previous.has(graph.iri, graph.digest):
                lines, text = (previous.read(graph.iri, name) for name in (NQUADS, TRIG))
            else:
                lines = "".join(sorted(map(_line, graph.quads()))).encode()
                text = _trig(lines, base)
                changes.add(previous.read(graph.iri, NQUADS) if graph.iri in previous.parts else b"", lines)
            header = text if trig.tell() else _header(base) + text
            parts[graph.iri] = graph.digest, {NQUADS: _append(nquads, lines), TRIG: _append(trig, header, len(text))}
    for iri in sorted(previous.parts.keys() - parts.keys()):
        changes.add(previous.read(iri, NQUADS), b"")
    _store(folder, previous, changes)
    return parts


def _append(file: BinaryIO, text: bytes, size: int | None = None) -> tuple[int, int]:
    """Write a part; returns where its last `size` bytes stand, without a size where all of it stands."""
    file.write(text)
    end = file.tell()
    return end - (len(text) if size is None else size), end


def _line(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object} {quad.graph} .\n"


def _header(base: str) -> bytes:
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items()))
    return f"@base <{base}> .\n{prefixes}".encode()


def _trig(lines: bytes, base: str) -> bytes:
    """One named graph as TriG, without the prefixes."""
    parsed = ox.parse(lines, format=ox.RdfFormat.N_QUADS)
    written = ox.serialize(parsed, format=ox.RdfFormat.TRIG, prefixes=PREFIXES, base_iri=base)
    assert written is not None  # there is no output to write to
    return b"".join(line for line in written.splitlines(keepends=True) if not line.startswith((b"@prefix", b"@base")))


def _store(folder: Path, previous: Previous, changes: Changes) -> None:
    """The store of the new files: the old one with the changes, or a new one where much has changed."""
    if previous.parts and changes.size < MANY * (folder / NQUADS).stat().st_size:
        ox.Store.read_only(str(previous.folder / STORE)).backup(str(folder / STORE))
        store = ox.Store(str(folder / STORE))
        for text in _updates(changes):
            store.update(text)
    else:
        store = ox.Store(str(folder / STORE))
        store.bulk_load(path=str(folder / NQUADS), format=ox.RdfFormat.N_QUADS)
    store.flush()


def _updates(changes: Changes) -> Iterator[str]:
    for form, lines in (("DELETE", changes.gone), ("INSERT", changes.new)):
        for start in range(0, len(lines), STATEMENTS):
            blocks = map(_block, lines[start : start + STATEMENTS])
            yield f"{form} DATA {{\n{''.join(blocks)}}}"


def _block(line: bytes) -> str:
    """A line of N-Quads as a part of an update; the graph is its last term, an IRI without a blank."""
    statement, graph = line.decode().removesuffix(" .").rsplit(" ", 1)
    return f"GRAPH {graph} {{ {statement} }}\n"


def _switch(new: Path, folder: Path) -> None:
    """Put the new files in the place of the old ones."""
    old = new / "old"
    old.mkdir()
    for part in _parts(new):
        if (folder / part).exists():
            (folder / part).rename(old / part)
        (new / part).rename(folder / part)
    shutil.rmtree(old)


def _parts(new: Path) -> Iterable[str]:
    return [part for part in (STORE, TRIG, NQUADS) if (new / part).exists()]
