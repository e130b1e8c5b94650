"""How fast the saved queries are on a large graph: all of them, with busy entities for their parameters.

    python tests/benchmarks/queries.py GRAPHS [QUADS]

GRAPHS is a folder that kg build wrote. Its documents are copied under other names, with entities of their own but for
the named ones, until there are QUADS quads (100,000 without). Milliseconds of the processor, which other work on the
machine changes least: for the query and the reading of its answer in pyoxigraph, from a store on disk and from one in
memory, and for the whole command on disk, Python's start included.
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.query.saved import SavedQuery, saved_queries

OWN = re.compile(r"(/(?:document|claim|evidence|mention)/|/entity/(?=[0-9a-f]{16}/))")
VALUES = {"name": "Apple", "source": "Apple"}
REPEATS = 5
COLUMNS = ("disk", "memory", "command")


def main(folder: Path, size: int) -> None:
    lines = (folder / "kg.nq").read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as work:
        file = Path(work, "kg.nq")
        file.write_text("\n".join(enlarged(lines, size)) + "\n", "utf-8")
        memory = ox.Store()
        memory.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        ox.Store(str(Path(work, "store"))).bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        disk = ox.Store.read_only(str(Path(work, "store")))
        print(f"{len(memory):,} quads\n| query | rows |{'|'.join(f' {name} ' for name in COLUMNS)}|")
        for query in saved_queries():
            _measure(query, disk, memory, work)


def enlarged(lines: list[str], size: int) -> Iterator[str]:
    """The lines with as many renamed copies as make that many."""
    for copy in range(max(1, -(-size // len(lines)))):
        for line in lines:
            yield OWN.sub(rf"\g<1>{copy:x}0", line) if copy else line


def _measure(query: SavedQuery, disk: ox.Store, memory: ox.Store, work: str) -> None:
    values = {name: VALUES.get(name, "") for name in query.parameters}
    given = [part for name in query.parameters if name in VALUES for part in (f"--{name}", VALUES[name])]
    command = [sys.executable, "-m", "kg", "query", query.name, *given, "-g", work, "--format", "csv"]
    times = (
        _least(lambda: _rows(disk, query, values), time.process_time),
        _least(lambda: _rows(memory, query, values), time.process_time),
        _least(lambda: subprocess.run(command, check=True, capture_output=True), _of_commands),
    )
    rows = len(_rows(disk, query, values))
    print(f"| {query.name} | {rows:,} |{'|'.join(f' {each:,.0f} ' for each in times)}|", flush=True)


def _of_commands() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _rows(store: ox.Store, query: SavedQuery, values: dict[str, str]) -> list[ox.QuerySolution]:
    bound = {ox.Variable(name): ox.Literal(value) for name, value in values.items()}
    found = store.query(query.sparql, use_default_graph_as_union=True, substitutions=bound)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


def _least(call: Callable[[], object], clock: Callable[[], float]) -> float:
    """The least time of several calls, in milliseconds."""
    best = float("inf")
    for _ in range(REPEATS):
        begin = clock()
        call()
        best = min(best, clock() - begin)
    return best * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
