"""The graph that an earlier build wrote, part by part, so that the next one writes only what changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FILE = "manifest.json"
Parts = Mapping[str, tuple[str, Mapping[str, tuple[int, int]]]]  # graph -> digest, file -> where it stands (bytes)


@dataclass(frozen=True)
class Previous:
    """The files of a graph, and where in them each named graph stands."""

    folder: Path
    parts: Parts = field(default_factory=dict)

    @classmethod
    def find(cls, folder: Path, manifest: Path) -> "Previous":
        """What stands in a folder; nothing if a file was changed by another hand since the manifest was written."""
        try:
            known = json.loads(manifest.read_text("utf-8"))
            if all(_stamp(folder / name) == tuple(stamp) for name, stamp in known["files"].items()):
                return cls(folder, {graph: (digest, places) for graph, (digest, places) in known["graphs"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        return cls(folder)

    def has(self, graph: str, digest: str) -> bool:
        """Whether a graph stands there as it would be written now."""
        return graph in self.parts and self.parts[graph][0] == digest

    def read(self, graph: str, name: str) -> bytes:
        """A graph as it stands in one of the files."""
        start, end = self.parts[graph][1][name]
        with (self.folder / name).open("rb") as file:
            file.seek(start)
            return file.read(end - start)


def write_manifest(manifest: Path, folder: Path, names: list[str], parts: Parts) -> None:
    """Note where the graphs stand in files that were just written."""
    files = {name: _stamp(folder / name) for name in names}
    manifest.parent.mkdir(parents=True, exist_ok=True)
    manifest.write_text(json.dumps({"files": files, "graphs": parts}, sort_keys=True), "utf-8", newline="\n")


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
