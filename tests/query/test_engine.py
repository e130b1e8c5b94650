"""Queries in a process of their own: what they answer, and that they read this graph, nothing else, and end."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pyoxigraph as ox
import pytest

import kg
from kg.errors import KgError, TooLong, UsageError
from kg.query.engine import LONGEST, QueryEngine
from kg.query.prepare import UPDATES
from kg.query.saved import saved_queries

SAMPLE = Path(kg.__file__).parent.parent / "seeds" / "xiaomi-ev.nl.txt"
PROCESSES = Path("/proc")
ALL = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5))
SLOW = [f"SELECT (COUNT(*) AS ?n) {{ {ALL} }}", f"SELECT * {{ {ALL} }} ORDER BY ?c4 ?b3 LIMIT 1"]

needs_proc = pytest.mark.skipif(not (PROCESSES / "self" / "environ").exists(), reason="no /proc on this system")


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """Stands in the environment of every process that the test starts."""
    value = f"{os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv("KG_TEST_MARK", value)
    return f"KG_TEST_MARK={value}"


def processes(mark: str) -> Iterator[int]:
    for process in PROCESSES.glob("[0-9]*"):
        try:
            marked = mark.encode() in (process / "environ").read_bytes().split(b"\0")
            if marked and b"keeper.py" in (process / "cmdline").read_bytes():
                yield int(process.name)
        except OSError:  # gone meanwhile
            continue


def wait(condition: Callable[[], object], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(condition())


OF_SEVERAL = {"corroborated", "merges", "proposals"}  # one article says nothing twice, and has nothing to merge


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_every_saved_query_has_an_answer_in_the_sample(engine: QueryEngine, saved) -> None:
    answer = engine.query(saved.sparql, values=dict.fromkeys(saved.parameters, "xiaomi"))
    assert (len(answer) > 0) == (saved.name not in OF_SEVERAL)
    assert not set(saved.parameters) & set(answer.variables)


@pytest.mark.parametrize("relation", ["ceoOf", "basedIn", "investsIn", "priceChange", "produces"])
def test_a_fact_and_the_sentence_where_it_stands(engine: QueryEngine, relation: str) -> None:
    """The offsets count code points: the text holds several that take more bytes."""
    answer = engine.query(
        f"""SELECT ?exact ?start ?end ?text {{ ?claim rdf:predicate kg:{relation} ; kg:evidence ?evidence .
        ?evidence oa:exact ?exact ; oa:start ?start ; oa:end ?end ; prov:wasDerivedFrom/kg:text ?text }}"""
    )
    assert len(answer) > 0
    for row in answer:
        assert row["text"][int(row["start"]) : int(row["end"])] == row["exact"]
        assert row["exact"] in SAMPLE.read_text("utf-8")


def test_the_case_of_a_name_does_not_matter(engine: QueryEngine) -> None:
    lower, *others = [engine.query(_about(), values={"name": name}).rows for name in ("xiaomi", "Xiaomi", "XIAOMI")]
    assert lower
    assert others == [lower, lower]


def test_a_name_is_never_a_piece_of_the_query(engine: QueryEngine) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = engine.query(count).rows
    for name in ['"', "'", '" } DROP ALL', '") } ; DROP ALL #', "?name", "xiaomi\n", "\\", "\u202e\0"]:
        assert engine.query(_about(), values={"name": name}).rows == ()
    assert engine.query(count).rows == before


def _about() -> str:
    return next(saved.sparql for saved in saved_queries() if saved.name == "about")


@pytest.mark.parametrize(
    ("query", "yes"),
    [
        ("ASK { <https://kg.example/entity/xiaomi> a schema:Organization }", True),
        ("ASK { ?x a schema:Nothing }", False),
        ("ASK { ?x rdf:predicate kg:ceoOf ; kg:evidence/kg:role 'CEO' }", True),
        ("ASK { FILTER('service' = 'ser\\u0076ice' && STR(<urn:Service>) = 'urn:Service') }", True),
        ("ASK { BIND('a service' AS ?service) FILTER(STRLEN(?service) = 9) } # SERVICE", True),
        ("PREFIX service: <urn:service:> ASK { FILTER(STR(service:b) = 'urn:service:b') }", True),
        ("ASK { BIND(2 AS ?a) FILTER(3>?a&&?a<4) }", True),
        ("ASK { ?s kg:file?o }", True),
        ("ASK FROM <urn:none> { ?s ?p ?o }", False),
        ("ASK FROM NAMED <urn:none> { ?s ?p ?o }", False),
        ("ASK { GRAPH <https://kg.example/graph/entities> { ?s rdfs:label 'Xiaomi'@nl } }", True),
    ],
)
def test_yes_and_no(engine: QueryEngine, query: str, yes: bool) -> None:
    answer = engine.query(query)
    assert (answer.boolean, bool(answer)) == (yes, yes)


def test_what_a_query_constructs_is_turtle_in_a_certain_order(engine: QueryEngine) -> None:
    answers = {engine.query("CONSTRUCT { ?o ?p ?s } { ?s ?p ?o FILTER(isIRI(?o)) }").turtle for _ in range(2)}
    assert len(answers) == 1
    assert engine.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(false) }").turtle == ""


def test_entities_come_with_the_label_in_the_first_language(engine: QueryEngine) -> None:
    query = "SELECT ?place { <https://kg.example/entity/xiaomi> kg:basedIn ?place }"
    [(iri, label)] = engine.query(query).labels.items()
    assert (iri, label) == ("https://kg.example/entity/china", "China")
    assert engine.query(query, labels=False).labels == {}


ATTACKS = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { OPTIONAL { SERVICE#\n<URL> { ?s ?p ?o } } }",
    "PREFIX SERVICE: <URL> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { ?a ?b 1SERVICE x: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { FILTER(1<SERVICE x: { ?s ?p ?o } > 1) }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?x\U00010000SERVICE <URL> { ?s ?p ?o } }",
    "LOAD <URL>",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <URL>",
    "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_query_asks_another_server(engine: QueryEngine, server, attack: str) -> None:
    with contextlib.suppress(UsageError):
        assert not engine.query(attack.replace("URL", server.address))
    assert server.visitors == 0


def test_the_parser_alone_would_ask_another_server(server) -> None:
    """So that the test above can fail."""
    with pytest.raises((OSError, RuntimeError)):
        list(ox.Store().query(ATTACKS[0].replace("URL", server.address)))
    assert server.visitors > 0


@pytest.mark.parametrize("clause", ["FROM <{}>", "FROM NAMED <{}>"])
def test_no_query_reads_a_file(engine: QueryEngine, tmp_path: Path, clause: str) -> None:
    canary = tmp_path / "canary.ttl"
    canary.write_text("<urn:a> <urn:b> 'canary' .")
    body = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    assert not engine.query(f"SELECT * {clause.format(canary.as_uri())} {body}")
    assert engine.query(f"SELECT * {body}")


@pytest.mark.parametrize("word", sorted(UPDATES))
def test_no_query_changes_the_graph(engine: QueryEngine, word: str) -> None:
    with pytest.raises(UsageError, match="only reads"):
        engine.query(f"{word} {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}")


@pytest.mark.parametrize("update", ["DROP ALL", "; DROP ALL", "INSERT DATA { <a:b> a 1 }"])
def test_nothing_can_follow_a_query(engine: QueryEngine, update: str) -> None:
    with pytest.raises(UsageError, match="line 2, column 1"):
        engine.query(f"ASK {{}}\n{update}")


@needs_proc
@pytest.mark.parametrize("query", SLOW)
def test_a_slow_query_ends_at_the_time_limit_and_leaves_no_process(engine: QueryEngine, mark: str, query: str) -> None:
    with QueryEngine(engine.source) as engine:
        begin = time.monotonic()
        with pytest.raises(TooLong, match=r"^the query took longer than 0.7 s$") as error:
            engine.query(query, timeout=0.7)
        assert error.value.exit_code == 1
        assert time.monotonic() - begin < 5
        assert wait(lambda: len(list(processes(mark))) == 1, 5)  # the one that makes others
    assert wait(lambda: not list(processes(mark)), 5)


@needs_proc
def test_a_worker_ends_after_its_limit_when_nobody_is_left_to_kill_it(engine: QueryEngine, mark: str) -> None:
    script = (
        f"from pathlib import Path; from kg.query.engine import QueryEngine as Q; Q(Path({str(engine.source.store)!r}))"
    )
    with subprocess.Popen([sys.executable, "-c", f"{script}.query({SLOW[0]!r}, timeout=0.5)"]) as process:
        assert wait(lambda: len(list(processes(mark))) == 2, 10)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert list(processes(mark))
    assert wait(lambda: not list(processes(mark)), 15)


@pytest.mark.parametrize("limit", [0, -1, float("inf"), float("nan"), LONGEST * 2])
def test_a_time_limit_that_is_none(engine: QueryEngine, limit: float) -> None:
    with pytest.raises(UsageError, match="at most 86,400 seconds"):
        engine.query("ASK {}", timeout=limit)


def test_a_query_nested_too_deep_is_a_line(engine: QueryEngine) -> None:
    with pytest.raises(KgError, match="nests too deep") as error:
        engine.query("ASK " + "{" * 20_000)
    assert error.value.exit_code == 1


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("SELECT (<urn:f>(1) AS ?x) {}", "The custom function <urn:f> is not supported"),
        ("SELECT (<<( <a:b> <a:c> 1 )>> AS ?x) {}", "a triple is no value here"),
    ],
)
def test_what_cannot_be_answered(engine: QueryEngine, query: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=f"^the query cannot be answered: {complaint}"):
        engine.query(query)


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no graph in this folder; make one with: kg build -o "):
        QueryEngine(tmp_path / "store")


@pytest.mark.parametrize("damaged", ["CURRENT", "MANIFEST-*", "*.sst"])
@pytest.mark.parametrize("content", [None, b"", b"nonsense"])
def test_a_damaged_store(engine: QueryEngine, tmp_path: Path, damaged: str, content: bytes | None) -> None:
    store = copytree(engine.source.store, tmp_path / "store")
    for path in store.glob(damaged):
        path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(KgError, match="the graph cannot be read; build it again") as error:
        QueryEngine(store).query("SELECT * { ?s ?p ?o }")
    assert error.value.exit_code == 1
    assert str(error.value).startswith(str(tmp_path))
