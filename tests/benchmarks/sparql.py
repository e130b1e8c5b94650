"""How fast kg answers SPARQL, beside bare pyoxigraph and rdflib, in one run.

    python tests/benchmarks/sparql.py GRAPHS [QUADS ...]

GRAPHS is a folder that kg build wrote; its documents are copied under other names until there are QUADS quads (100,000
and 1,000,000 without). Each figure is the least of several runs in turn, in milliseconds, until the answer is there in
the SPARQL JSON format (Turtle for triples), as a server sends it. kg's processes are warm, as they are from the second
query on; "memory" is kg serve and the library, "disk" is what kg query uses. rdflib holds everything in memory and runs
only up to RDFLIB quads.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import rdflib
from queries import enlarged

from kg.query.engine import QueryEngine
from kg.query.source import Source
from kg.rdf.vocabulary import PREFIXES

SIZES = (100_000, 1_000_000)
RDFLIB = 200_000
REPEATS = 5
SLOW = 20.0  # milliseconds
QUERIES = {
    "lookup": "SELECT ?p ?o { <https://kg.example/entity/apple> ?p ?o }",
    "ask": "ASK { ?c rdf:predicate kg:ceoOf ; rdf:subject ?who }",
    "label": 'SELECT ?s { ?s rdfs:label "Apple"@nl }',
    "star": "SELECT ?c ?s ?o ?m { ?c a kg:Claim ; rdf:subject ?s ; rdf:predicate kg:launches ; rdf:object ?o ; "
    "kg:modality ?m }",
    "sentences": "SELECT ?s ?text { ?c rdf:subject ?s ; rdf:predicate kg:isA ; kg:evidence/oa:exact ?text }",
    "count": "SELECT (COUNT(*) AS ?n) { ?c a kg:Claim }",
    "group": "SELECT ?p (COUNT(?c) AS ?n) { ?c rdf:predicate ?p } GROUP BY ?p ORDER BY DESC(?n)",
    "top": "SELECT ?s (COUNT(?c) AS ?n) { ?c rdf:subject ?s } GROUP BY ?s ORDER BY DESC(?n) LIMIT 10",
    "path": "SELECT DISTINCT ?b { <https://kg.example/entity/apple> (kg:produces|kg:ownsStakeIn|kg:partnersWith)+ ?b }",
    "optional": "SELECT ?c ?when ?amount { ?c rdf:predicate kg:priceChange OPTIONAL { ?c kg:when ?when } "
    "OPTIONAL { ?c kg:amountValue ?amount } }",
    "minus": "SELECT ?c { ?c a kg:Claim MINUS { ?c kg:source ?s ; kg:modality kg:Asserted } }",
    "filter": 'SELECT ?d ?t { ?d schema:headline ?t FILTER(CONTAINS(LCASE(?t), "apple")) }',
    "regex": 'SELECT ?e { ?e oa:exact ?text FILTER(REGEX(?text, "topman|CEO", "i")) }',
    "dates": "SELECT ?c ?start { ?c kg:start ?start FILTER(?start >= '2009-01-01'^^xsd:date) } "
    "ORDER BY ?start LIMIT 50",
    "together": "SELECT ?a ?b (COUNT(?c) AS ?n) { ?c rdf:subject ?a ; rdf:object ?b . ?a a schema:Organization . "
    "?b a schema:Person } GROUP BY ?a ?b ORDER BY DESC(?n) ?a ?b LIMIT 20",
    "construct": "CONSTRUCT { ?s ?p ?o } { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; "
    "kg:modality kg:Planned }",
    "everything": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 50000",
}
TRIPLES = "CONSTRUCT"
DECLARED = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())

Ask = Callable[[str], object]


def main(folder: Path, sizes: tuple[int, ...]) -> None:
    lines = (folder / "kg.nq").read_text("utf-8").splitlines()
    for size in sizes:
        with tempfile.TemporaryDirectory() as work:
            _measure(Path(work), enlarged(lines, size))


def _measure(work: Path, lines: Iterator[str]) -> None:
    file = work / "kg.nq"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    memory, begin = ox.Store(), time.process_time()
    memory.bulk_load(path=str(file))
    loading = {"pyoxigraph, memory": time.process_time() - begin}
    begin = time.process_time()
    _fill(work / "store", file)
    loading["pyoxigraph, disk"] = time.process_time() - begin
    systems: dict[str, Ask] = {"memory": _bare(memory), "disk": _bare(ox.Store.read_only(str(work / "store")))}
    if len(memory) <= RDFLIB:
        dataset, begin = rdflib.Dataset(default_union=True), time.process_time()
        dataset.parse(file, format="nquads")
        loading["rdflib"] = time.process_time() - begin
        systems["rdflib"] = lambda query: dataset.query(query).serialize(
            format="turtle" if TRIPLES in query else "json"
        )
    with QueryEngine(Source(files=(file,))) as warm, QueryEngine(work / "store") as disk:
        systems |= {"kg, memory": _kg(warm), "kg, disk": _kg(disk)}
        print(f"\n{len(memory):,} quads; loading, processor seconds: ", end="")
        print(", ".join(f"{name} {seconds:.1f}" for name, seconds in loading.items()))
        _table(systems)
    print(f"kg query of one entity from the shell: {_shell(work):.0f} ms")


def _fill(store: Path, file: Path) -> None:
    ox.Store(str(store)).bulk_load(path=str(file))


def _bare(store: ox.Store) -> Ask:
    def ask(query: str) -> object:
        found = store.query(query, use_default_graph_as_union=True)
        if isinstance(found, ox.QueryTriples):
            return ox.serialize(found, format=ox.RdfFormat.TURTLE)
        return found.serialize(format=ox.QueryResultsFormat.JSON)

    return ask


def _kg(engine: QueryEngine) -> Ask:
    return lambda query: engine.answer(query, "ttl" if TRIPLES in query else "json")


def _table(systems: dict[str, Ask]) -> None:
    """Each query in each system, and what kg takes in comparison."""
    figures = {name: _timed(DECLARED + query, systems) for name, query in QUERIES.items()}
    print(f"{'query':<12}" + "".join(f"{name:>12}" for name in systems))
    for name, found in figures.items():
        print(f"{name:<12}" + "".join(f"{found[system]:>12.1f}" for system in systems))
    for kind in ("memory", "disk"):
        slow = [found[f"kg, {kind}"] / found[kind] for found in figures.values() if found[kind] > SLOW]
        print(f"kg, {kind}, in terms of pyoxigraph where that takes over {SLOW:g} ms: ", end="")
        print(", ".join(f"{ratio:.2f}" for ratio in slow) or "none does")
        if "rdflib" in systems:
            quicker = statistics.geometric_mean(found["rdflib"] / found[f"kg, {kind}"] for found in figures.values())
            print(f"kg, {kind}: {quicker:.1f} times as fast as rdflib (geometric mean)")


def _timed(query: str, systems: dict[str, Ask]) -> dict[str, float]:
    """The least time in each system, in milliseconds; they take turns, so that other work hits all alike."""
    best = dict.fromkeys(systems, float("inf"))
    for _ in range(REPEATS):
        for name, ask in systems.items():
            if name == "rdflib" and best[name] < float("inf"):
                continue
            begin = time.perf_counter()
            ask(query)
            best[name] = min(best[name], (time.perf_counter() - begin) * 1000)
    return best


def _shell(work: Path) -> float:
    """The whole command: Python's start, opening the store, one lookup."""
    command = [sys.executable, "-m", "kg", "query", QUERIES["lookup"], "-g", str(work), "--format", "csv"]
    times = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or SIZES)
