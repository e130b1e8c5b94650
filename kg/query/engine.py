"""Runs SPARQL over a store on disk, each query in a process of its own that a time limit ends for certain.

pyoxigraph cannot be stopped while it answers, neither by a signal nor from another thread.
"""

import marshal
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.documents.collect import printable
from kg.errors import KgError, UsageError
from kg.plain import plain
from kg.query.prepare import Prepared, prepare
from kg.query.result import Result, Term
from kg.rdf.vocabulary import PREFIXES

LIMIT = 30.0  # seconds
LONGEST = 86_400.0
WORKER = Path(__file__).with_name("worker.py")
PACKAGES = Path(__file__).parent.parent.parent  # where kg is imported from


class QueryEngine:
    """The SPARQL queries of one store."""

    def __init__(self, store: Path) -> None:
        """store: the folder "store" in the folder that a build wrote; UsageError if there is none."""
        if not store.is_dir():
            folder = printable(store.parent)
            raise UsageError(f"{folder}: there is no graph in this folder; make one with: kg build -o {folder}")
        self.store = store

    def query(
        self,
        sparql: str,
        timeout: float | None = None,
        values: Mapping[str, str] | None = None,
        labels: bool = True,
    ) -> Result:
        """Answer a query; its default graph is the union of all graphs, unless it has FROM clauses.

        timeout: seconds, 30 without one, a day at most. values: strings to put in the place of variables that SELECT
        names; they are left out of the answer. labels: whether to look up the labels of the entities in the answer.
        The prefixes of `kg.rdf.vocabulary.PREFIXES` need not be declared.

        UsageError for a query that is wrong (with line and column), that would change the graph or ask another server;
        KgError for one that takes too long or too much memory, and for a store that is damaged.
        """
        query, limit, values = prepare(sparql), LIMIT if timeout is None else timeout, values or {}
        if not 0 < limit <= LONGEST:
            raise UsageError(f"a query may take more than 0 and at most {LONGEST:,.0f} seconds, not {limit:g}")
        request = {
            "store": os.fspath(self.store),
            "pieces": list(query.pieces),
            "union": not query.has_dataset,
            "values": dict(values),
            "labels": labels,
            "prefixes": PREFIXES,
            "timeout": limit,
        }
        answer = _run(request, limit)
        if "mistake" in answer:
            raise query.wrong(*answer["mistake"])
        if "unreadable" in answer:
            raise unreadable(self.store.parent, answer["unreadable"])
        if "unsupported" in answer:
            raise UsageError(f"the query cannot be answered: {plain(answer['unsupported'])}")
        return _result(answer, query, values)


def unreadable(folder: Path, reason: object) -> KgError:
    """The error for a folder with a store that is damaged."""
    return KgError(f"{printable(folder)}: the graph cannot be read; build it again ({plain(str(reason))})")


def _run(request: dict[str, Any], limit: float) -> dict[str, Any]:
    """The worker's answer. Whatever happens here, the worker is gone afterwards."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PACKAGES), *filter(None, sys.path)])}
    python = [sys.executable, "-S", "-P", str(WORKER)]  # the module path is ours already: no need to look for it
    try:
        done = subprocess.run(
            python, input=marshal.dumps(request), capture_output=True, timeout=limit, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise KgError(f"the query took longer than {limit:g} s") from None
    if done.returncode < 0:
        raise KgError(f"the query was stopped (signal {-done.returncode}); it needs too much memory or nests too deep")
    if done.returncode:
        complaint = done.stderr.decode(errors="replace").splitlines() or ["no reason given"]
        raise KgError(f"the query failed: {complaint[-1]}")
    answer: dict[str, Any] = marshal.loads(done.stdout)
    return answer


def _result(answer: Mapping[str, Any], query: Prepared, values: Mapping[str, str]) -> Result:
    if "boolean" in answer:
        return Result(boolean=answer["boolean"])
    if "turtle" in answer:
        return Result(turtle=answer["turtle"].decode())
    names = answer["variables"]
    rows = (zip(names, row, strict=True) for row in answer["rows"])
    return Result(
        variables=tuple(name for name in query.in_order(names) if name not in values),
        rows=tuple({name: Term(*term) for name, term in row if term and name not in values} for row in rows),
        labels=answer["labels"],
    )
