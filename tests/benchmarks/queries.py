"""How fast the saved queries are on a large graph: kg's store on disk beside rdflib in memory.

    python tests/benchmarks/queries.py GRAPHS [QUADS]

GRAPHS is a folder that kg build wrote. Its documents are copied under other names, with entities of their own but for
the named ones, until there are QUADS quads (100,000 without). "kg query" is the whole command, Python's start included.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.query.saved import SavedQuery, saved_queries

OWN = re.compile(r"(/(?:document|claim|evidence|mention)/|/entity/(?=[0-9a-f]{16}/))")
NAME = "Apple"
REPEATS = 3


def main(folder: Path, size: int) -> None:
    lines = (folder / "kg.nq").read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as work:
        enlarged = Path(work, "kg.nq")
        enlarged.write_text("\n".join(enlarged(lines, size)) + "\n", "utf-8")
        store = ox.Store(str(Path(work, "store")))
        store.bulk_load(path=str(enlarged), format=ox.RdfFormat.N_QUADS)
        print(f"{len(store):,} quads")
        del store
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(enlarged, format="nquads")
        reading = ox.Store.read_only(str(Path(work, "store")))
        print(f"{'query':<12}{'rows':>8}{'store, ms':>12}{'kg query, ms':>14}{'rdflib, ms':>12}")
        for query in saved_queries():
            _compare(query, reading, dataset, work)


def enlarged(lines: list[str], size: int) -> Iterator[str]:
    """The lines with as many renamed copies as make that many."""
    for copy in range(max(1, -(-size // len(lines)))):
        for line in lines:
            yield OWN.sub(rf"\g<1>{copy:x}0", line) if copy else line


def _compare(query: SavedQuery, store: ox.Store, dataset: rdflib.Dataset, work: str) -> None:
    values = {ox.Variable("name"): ox.Literal(NAME)} if query.parameters else {}
    bindings = {"name": rdflib.Literal(NAME)} if query.parameters else {}
    name = ["--name", NAME] if query.parameters else []
    command = [sys.executable, "-m", "kg", "query", query.name, *name, "-g", work, "--format", "csv"]
    rows, own = _timed(
        lambda: list(store.query(query.sparql, use_default_graph_as_union=True, substitutions=values)), REPEATS
    )
    _, whole = _timed(lambda: subprocess.run(command, check=True, capture_output=True), 1)
    _, other = _timed(lambda: list(dataset.query(query.sparql, initBindings=bindings)), 1)
    print(f"{query.name:<12}{len(rows):>8,}{own:>12,.0f}{whole:>14,.0f}{other:>12,.0f}")


def _timed(call: Callable[[], object], repeats: int) -> tuple[list[object], float]:
    """The answer and the least time of several calls, in milliseconds."""
    best = float("inf")
    for _ in range(repeats):
        begin = time.perf_counter()
        answer = call()
        best = min(best, time.perf_counter() - begin)
    return answer if isinstance(answer, list) else [], best * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
