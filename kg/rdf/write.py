"""Writes a graph to a folder: kg.nq and kg.trig for people and other tools, store/ for queries.

A graph that an earlier build wrote is the base: named graphs that are as they were are copied, in the store only the
statements that came or went are changed. What is written is the same, byte for byte, as without it.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.graphs import NamedGraph, named_graphs
from kg.rdf.place import BUILDING, NQUADS, STORE, TRIG, switch, tidy
from kg.rdf.previous import FILE, Previous, write_manifest
from kg.rdf.quads import Quad
from kg.rdf.vocabulary import PREFIXES
from kg.resolve.resolved import Resolved

NOTES = ".remembered"  # the folder beside the graph for what the next build need not do again
MANY = 0.3  # of the bytes of kg.nq: from so much change on the store is made anew
STATEMENTS = 2_000  # in one update

Places = dict[str, tuple[str, dict[str, tuple[int, int]]]]  # graph -> digest, file -> where it stands
Derive = Callable[[Path], list[Quad]]


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


def write_graph(
    resolved: Resolved, folder: Path, base: str, derive: Derive = lambda place: [], rules: Iterable[str] = ()
) -> None:
    """Write the graph in the place of the one that was there; KgError if it cannot be written.

    Everything is written beside the old graph first, so a failure loses nothing, see `kg.rdf.place`. Equal input gives
    equal bytes: both files hold the named graphs one after the other; in kg.nq each has its lines sorted, in kg.trig it
    is sorted by subject. derive: what else follows from the graph, whose store is in the folder that it gets, for the
    last one; rules: the texts that it goes by.
    """
    manifest = folder / NOTES / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tidy(folder)
        previous = Previous.find(folder, manifest)
        new = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder))
        try:
            with (new / NQUADS).open("wb") as nquads, (new / TRIG).open("wb") as trig:
                writing = _Writing(new, previous, base, nquads, trig)
                writing.write(named_graphs(resolved, base, *rules), derive)
            switch(new, folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        write_manifest(manifest, folder, [NQUADS, TRIG], writing.parts)
    except OSError as error:
        raise KgError(f"{error.filename or folder}: cannot write the graph: {error.strerror or error}") from error


@dataclass
class _Writing:
    """One build's files on the way."""

    folder: Path
    previous: Previous
    base: str
    nquads: BinaryIO
    trig: BinaryIO
    parts: Places = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)

    def write(self, graphs: list[NamedGraph], derive: Derive) -> None:
        """Write all graphs, and the store; the last graph gets what is derived from the store."""
        self.trig.write(_header(self.base))
        for graph in graphs[:-1]:
            self._put(graph, *self._part(graph))
        last = graphs[-1]
        lines, text = self._part(last)
        gone = self.previous.parts.keys() - self.parts.keys() - {last.iri}
        for iri in sorted(gone):
            self.changes.add(self.previous.read(iri, NQUADS), b"")
        if self.previous.has(last.iri, last.digest):
            self._put(last, lines, text)
            self._store()
            return
        start = self.nquads.tell()
        self.nquads.write(lines)
        place = self._store()
        derived = "".join(map(_line, derive(place))).encode()
        _change(ox.Store(str(place)), Changes(new=derived.splitlines()))
        self.nquads.seek(start)
        whole = b"".join(sorted(lines.splitlines(keepends=True) + derived.splitlines(keepends=True)))
        self._put(last, whole, _trig(whole, self.base))

    def _part(self, graph: NamedGraph) -> tuple[bytes, bytes]:
        """A graph as N-Quads and as TriG: from the earlier build if it is as it was."""
        before = self.previous.read(graph.iri, NQUADS) if graph.iri in self.previous.parts else b""
        if self.previous.has(graph.iri, graph.digest):
            return before, self.previous.read(graph.iri, TRIG)
        lines = "".join(sorted(map(_line, graph.quads()))).encode()
        self.changes.add(before, lines)
        return lines, _trig(lines, self.base)

    def _put(self, graph: NamedGraph, lines: bytes, text: bytes) -> None:
        self.parts[graph.iri] = graph.digest, {NQUADS: _append(self.nquads, lines), TRIG: _append(self.trig, text)}

    def _store(self) -> Path:
        """Where the store of the new files is: the old one with the changes, or a new one where much has changed."""
        self.nquads.flush()
        place = self.folder / STORE
        is_small = self.previous.parts and self.changes.size < MANY * self.nquads.tell()
        if is_small and _copied(self.previous.folder / STORE, place):
            _change(ox.Store(str(place)), self.changes)
        else:
            ox.Store(str(place)).bulk_load(path=str(self.folder / NQUADS), format=ox.RdfFormat.N_QUADS)
        return place


def _change(store: ox.Store, changes: Changes) -> None:
    for update in _updates(changes):
        store.update(update)
    store.flush()


def _copied(store: Path, place: Path) -> bool:
    """Whether a store could be copied; one that was deleted or damaged cannot."""
    try:
        ox.Store.read_only(str(store)).backup(str(place))
    except (OSError, RuntimeError):
        shutil.rmtree(place, ignore_errors=True)
        return False
    return True


def _append(file: BinaryIO, text: bytes) -> tuple[int, int]:
    """Write a part; returns where it stands."""
    start = file.tell()
    file.write(text)
    return start, file.tell()


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


def _updates(changes: Changes) -> Iterator[str]:
    for form, lines in (("DELETE", changes.gone), ("INSERT", changes.new)):
        for start in range(0, len(lines), STATEMENTS):
            blocks = map(_block, lines[start : start + STATEMENTS])
            yield f"{form} DATA {{\n{''.join(blocks)}}}"


def _block(line: bytes) -> str:
    """A line of N-Quads as a part of an update; the graph is its last term, an IRI without a blank."""
    statement, graph = line.decode().removesuffix(" .").rsplit(" ", 1)
    return f"GRAPH {graph} {{ {statement} }}\n"
