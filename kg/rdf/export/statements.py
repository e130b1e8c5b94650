"""The statements of a graph as lines of N-Quads, and sorted as N-Triples: in files, so that memory does not grow."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path

from kg.rdf import vocabulary as v
from kg.rdf.terms import iri

LINES = 100_000  # that are sorted in memory
SUBJECT, PREDICATE, OBJECT = (iri(v.RDF + name).encode() for name in ("subject", "predicate", "object"))
REIFIES = iri(v.RDF + "reifies").encode()
TRUE = f'"true"^^{iri(v.XSD + "boolean")}'.encode()

Progress = Callable[[int, int], None]  # is told how many bytes are read, and of how many


def quads(file: Path, progress: Progress, rdf12: bool = False) -> Iterator[bytes]:
    """The lines of the kg.nq of a graph, in its order. rdf12: claims with rdf:reifies, see `reified`."""
    lines = _read(file, progress)
    return reified(lines) if rdf12 else lines


def _read(file: Path, progress: Progress) -> Iterator[bytes]:
    done, size = 0, file.stat().st_size
    with file.open("rb") as lines:
        for line in lines:
            done += len(line)
            progress(done, size)
            yield line


def reified(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Instead of rdf:subject, rdf:predicate and rdf:object, rdf:reifies with the triple term of RDF 1.2.

    lines: N-Quads of which those of a subject stand together. A claim without rdf:object has the object true, as its
    plain triple has.
    """
    for _, group in groupby(lines, key=lambda line: (line.split(b" ", 1)[0], graph_of(line))):
        parts: dict[bytes, bytes] = {}
        kept = []
        for line in group:
            subject, predicate, rest = line.split(b" ", 2)
            if predicate in (SUBJECT, PREDICATE, OBJECT) and predicate not in parts:
                parts[predicate] = rest.rsplit(b" ", 2)[0]
            else:
                kept.append(line)
        if SUBJECT in parts and PREDICATE in parts:
            term = b" ".join((b"<<(", parts[SUBJECT], parts[PREDICATE], parts.get(OBJECT, TRUE), b")>>"))
            kept.append(b" ".join((subject, REIFIES, term, graph_of(line), b".\n")))
        yield from sorted(kept)


def graph_of(line: bytes) -> bytes:
    """The named graph of a line, its last term."""
    return line.rsplit(b" ", 2)[1]


def write_union(lines: Iterable[bytes], file: Path) -> None:
    """Write what the lines say, without its graphs, as N-Triples: sorted, each once."""
    triples = (line.rsplit(b" ", 2)[0] + b" .\n" for line in lines)
    with file.open("wb") as output, ExitStack() as stack:
        runs = [stack.enter_context(run.open("rb")) for run in _runs(triples, file)]
        output.writelines(line for line, _ in groupby(heapq.merge(*runs)))
    for run in runs:
        Path(run.name).unlink()


def _runs(lines: Iterator[bytes], file: Path) -> list[Path]:
    """Files of sorted lines beside a file."""
    runs: list[Path] = []
    while chunk := list(islice(lines, LINES)):
        run = file.with_suffix(f".{len(runs)}")
        run.write_bytes(b"".join(sorted(set(chunk))))
        runs.append(run)
    return runs
