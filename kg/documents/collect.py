"""Which files a build reads."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents.formats import SUFFIXES, Format, format_of
from kg.errors import UsageError
from kg.plain import printable


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and what it is called in the graph: its path below the folder that was named, with "/"."""

    path: Path
    file: str
    format: Format


def collect(paths: Iterable[Path]) -> list[Source]:
    """The files named and those in the folders named, sorted by their name in the graph.

    In folders hidden files and unknown formats are passed over. UsageError for a path that is not there, a file of an
    unknown format that was named itself, and a folder without articles.
    """
    found = {source for path in paths for source in _below(path)}
    return sorted(found, key=lambda source: (source.file, source.path))


def _below(path: Path) -> list[Source]:
    if path.is_dir():
        if found := list(_articles(path)):
            return found
        raise UsageError(f"{printable(path)}: no articles in this folder; kg reads {', '.join(SUFFIXES)}")
    if not path.exists():
        raise UsageError(f"{printable(path)}: there is no such file or folder")
    known = format_of(path.name)
    if known is None:
        raise UsageError(f"{printable(path)}: unknown kind of file; kg reads {', '.join(SUFFIXES)}")
    return [Source(path, printable(Path(path.name)), known)]


def _articles(folder: Path) -> Iterator[Source]:
    """Links to folders are not followed, so the walk ends."""
    for root, folders, names in os.walk(folder, onerror=_fail):
        folders[:] = (name for name in folders if not name.startswith("."))
        for name in names:
            path, known = Path(root, name), format_of(name)
            if known and not name.startswith("."):
                yield Source(path, printable(path.relative_to(folder)), known)


def _fail(error: OSError) -> None:
    raise UsageError(f"{printable(Path(error.filename))}: cannot be read: {error.strerror}")
