"""Small graphs as a build leaves them, for the tests."""

from collections.abc import Mapping, Sequence
from pathlib import Path

BASE = "https://kg.example/"


def write(folder: Path, graphs: Mapping[str, Sequence[str]], base: str = BASE) -> set[str]:
    """A folder with these named graphs, by what follows the base in their IRIs, each of texts; returns the quads."""
    quads = [
        f"<urn:{name}> <urn:says> {text} <{base}{name}>"
        for name, texts in sorted(graphs.items())
        for text in sorted(texts)
    ]
    folder.mkdir(exist_ok=True)
    (folder / "kg.nq").write_text("".join(f"{quad} .\n" for quad in quads), encoding="utf-8", newline="\n")
    return set(quads)


def articles(**texts: str) -> dict[str, list[str]]:
    """Graphs of documents with one text each, and those that every build has."""
    documents = {f"document/{name}": [f'"{text}"'] for name, text in texts.items()}
    return {**documents, "graph/entities": ['"all"'], "graph/derived": ['"all"']}
