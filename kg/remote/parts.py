"""The named graphs of a build as they are sent: each with a digest, in chunks that servers take."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Self

from kg.errors import UsageError
from kg.plain import printable
from kg.rdf.place import NQUADS, standing

STATEMENTS = 2_000  # in a chunk; Virtuoso's compiler takes fewer than 5,000
SIZE = 500_000  # bytes of a chunk, unless one statement alone is larger; Virtuoso takes fewer than 10 million


@dataclass(frozen=True, slots=True)
class Part:
    """A named graph. digest: of its lines; size: of its statements, in bytes.

    places: where its lines stand in the file, begin and size of each run of them.
    """

    iri: str
    digest: str
    size: int
    places: tuple[tuple[int, int], ...]


class Parts:
    """The named graphs in a folder, by IRI in `all`. The file stays open: a build that replaces it changes nothing."""

    def __init__(self, folder: Path) -> None:
        """UsageError if there is no graph in the folder."""
        try:
            self._file: BinaryIO = standing(folder, NQUADS).open("rb")
        except FileNotFoundError:
            name = printable(folder)
            raise UsageError(f"{name}: there is no graph in this folder; make one with: kg build -o {name}") from None
        self.all = {part.iri: part for part in self._read()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def chunks(self, part: Part) -> Iterator[bytes]:
        """The statements of a graph as N-Triples, a chunk at a time; at least one."""
        chunk, size = list[bytes](), 0
        for line in self._lines(part):
            statement = b"%s .\n" % _split(line)[0]
            if chunk and (len(chunk) == STATEMENTS or size + len(statement) > SIZE):
                yield b"".join(chunk)
                chunk, size = [], 0
            chunk.append(statement)
            size += len(statement)
        yield b"".join(chunk)

    def _lines(self, part: Part) -> Iterator[bytes]:
        for start, left in part.places:
            self._file.seek(start)
            while left:
                line = self._file.readline()
                left -= len(line)
                yield line

    def _read(self) -> Iterator[Part]:
        end, sizes = 0, Counter[bytes]()
        hashes = defaultdict[bytes, "hashlib._Hash"](hashlib.sha256)
        places = defaultdict[bytes, tuple[tuple[int, int], ...]](tuple)
        for graph, lines in groupby(self._file, lambda line: _split(line)[1]):
            begin = end
            for line in lines:
                hashes[graph].update(line)
                sizes[graph] += len(line) - len(graph) - 1
                end += len(line)
            places[graph] += ((begin, end - begin),)
        for graph in places:
            yield Part(graph[1:-1].decode(), hashes[graph].hexdigest(), sizes[graph], places[graph])


def _split(line: bytes) -> tuple[bytes, bytes]:
    """A line of N-Quads as kg writes them: the statement and its graph, in <>."""
    statement, _, graph = line.rstrip(b" .\n").rpartition(b" ")
    return statement, graph
