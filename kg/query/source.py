"""What a query engine answers from: a store on disk, or files that are read into memory."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.plain import printable
from kg.rdf.place import NQUADS, STORE, standing

LARGEST = 128 << 20  # bytes of a graph that is read into memory without being asked: about 700,000 statements

Stamp = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A folder in which a store is, or RDF files; by their endings nt, nq, ttl, trig, n3, rdf, jsonld."""

    store: Path | None = None
    files: tuple[Path, ...] = ()

    @classmethod
    def of_graph(cls, folder: Path, largest: int = LARGEST) -> "Source":
        """A graph that kg built: in memory, where queries are quicker, unless it is larger than so many bytes.

        UsageError if there is no graph in the folder.
        """
        store, file = standing(folder, STORE), standing(folder, NQUADS)
        if not store.is_dir():
            name = printable(folder)
            raise UsageError(f"{name}: there is no graph in this folder; make one with: kg build -o {name}")
        small = file.is_file() and file.stat().st_size <= largest
        return cls(files=(folder / NQUADS,)) if small else cls(store=folder / STORE)

    @property
    def name(self) -> str:
        """For messages: the folder of a store, the first of the files."""
        return printable(self.store.parent if self.store else self.files[0])

    def places(self) -> list[Path]:
        """Where it stands now."""
        return [standing(path.parent, path.name) for path in ([self.store] if self.store else self.files)]

    def stamp(self) -> Stamp:
        """Another one after the data was written anew."""
        return tuple(map(_stamp, self.places()))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
