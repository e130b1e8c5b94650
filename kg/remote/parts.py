"""The named graphs of a build as they are sent: each with a digest, in chunks that servers take."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Self

from kg.documents.collect import printable
from kg.errors import UsageError
from kg.rdf.place import NQUADS, standing

STATEMENTS = 2_000  # in a chunk; Virtuoso's compiler takes fewer than 5,000
SIZE = 500_000  # bytes of a chunk, unless one statement alone is larger; Virtuoso takes fewer than 10 million


@dataclass(slots=True)
class Part:
    """A named graph. digest: of its lines; places: where these stand in the file, begin and size of each run."""

    iri: str
    places: list[tuple[int, int]] = field(default_factory=list)
    hashed: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    @property
    def digest(self) -> str:
        return self.hashed.hexdigest()

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(size for _, size in self.places)


class Parts:
    """The named graphs in a folder, by IRI in `all`. The file stays open: a build that replaces it changes nothing."""

    def __init__(self, folder: Path) -> None:
        """UsageError if there is no graph in the folder."""
        try:
            self._file: BinaryIO = standing(folder, NQUADS).open("rb")
        except FileNotFoundError:
            name = printable(folder)
            raise UsageError(f"{name}: there is no graph in this folder; make one with: kg build -o {name}") from None
        self.all = dict[str, Part]()
        self._read()

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

    def _read(self) -> None:
        start = 0
        for graph, lines in groupby(self._file, lambda line: _split(line)[1]):
            iri = graph[1:-1].decode()
            part, size = self.all.setdefault(iri, Part(iri)), 0
            for line in lines:
                part.hashed.update(line)
                size += len(line)
            part.places.append((start, size))
            start += size


def _split(line: bytes) -> tuple[bytes, bytes]:
    """A line of N-Quads as kg writes them: the statement and its graph, in <>."""
    statement, _, graph = line.rstrip(b" .\n").rpartition(b" ")
    return statement, graph
