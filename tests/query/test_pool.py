"""Warm workers: they share what was loaded once, make way for each other, and end."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import KgError, TooBusy, TooLarge, TooLong, UsageError
from kg.query.engine import Dataset, QueryEngine
from kg.query.source import Source

ALL = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5))
SLOW = f"SELECT (COUNT(*) AS ?n) {{ {ALL} }}"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
HUNGRY = f"SELECT (GROUP_CONCAT(STR(?c0)) AS ?n) {{ {ALL} }}"
LINES = '<urn:a> <urn:b> "one" .\n<urn:a> <urn:b> "two" <urn:g> .\n<urn:a> <urn:b> "three" <urn:h> .\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.nq"
    path.write_text(LINES)
    return path


def number(engine: QueryEngine, query: str = COUNT, **options) -> int:
    [row] = engine.query(query, **options)
    return int(row["n"])


def test_files_in_memory(data: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.ttl"
    more.write_text("<urn:x> a 4 . <b> a <../c> .")
    with QueryEngine(Source(files=(data, more))) as engine:
        assert number(engine) == 5
        assert engine.query("ASK { ?x a ?y FILTER(STRSTARTS(STR(?x), 'file:///')) }").boolean


@pytest.mark.parametrize(
    ("dataset", "clause", "count"),
    [
        (Dataset(), "", 3),
        (Dataset(union=False), "", 1),
        (Dataset(), "FROM <urn:g>", 1),
        (Dataset(default=("urn:g",)), "", 1),
        (Dataset(default=("urn:g", "urn:h")), "", 2),
        (Dataset(default=("urn:g", "urn:h")), "FROM <urn:g>", 2),
        (Dataset(default=("urn:none",)), "", 0),
        (Dataset(named=("urn:g",)), "", 0),
    ],
)
def test_the_graphs_that_a_query_reads(data: Path, dataset: Dataset, clause: str, count: int) -> None:
    with QueryEngine(Source(files=(data,))) as engine:
        assert number(engine, f"SELECT (COUNT(*) AS ?n) {clause} {{ ?s ?p ?o }}", dataset=dataset) == count


def test_named_graphs_are_those_that_were_chosen(data: Path) -> None:
    query = "SELECT ?g { GRAPH ?g { ?s ?p ?o } }"
    with QueryEngine(Source(files=(data,))) as engine:
        assert [row["g"] for row in engine.query(query, dataset=Dataset(named=("urn:h",)))] == ["urn:h"]
        assert len(engine.query(query)) == 2


@pytest.mark.parametrize(
    ("query", "form", "beginning"),
    [
        ("SELECT ?s { ?s ?p 'one' }", "json", b'{"head":{"vars":["s"]}'),
        ("SELECT ?s { ?s ?p 'one' }", "xml", b'<?xml version="1.0"?>'),
        ("SELECT ?s { ?s ?p 'one' }", "csv", b"s\r\nurn:a\r\n"),
        ("SELECT ?s { ?s ?p 'one' }", "tsv", b"?s\n<urn:a>\n"),
        ("ASK {}", "json", b'{"head":{},"boolean":true}'),
        ("CONSTRUCT WHERE { ?s ?p 'one' }", "nt", b'<urn:a> <urn:b> "one" .\n'),
        ("CONSTRUCT WHERE { ?s ?p 'one' }", "ttl", b'<urn:a> <urn:b> "one" .\n'),
        ("CONSTRUCT WHERE { ?s ?p 'one' }", "jsonld", b"[{"),
        ("CONSTRUCT WHERE { ?s ?p 'one' }", "rdfxml", b'<?xml version="1.0"'),
    ],
)
def test_standard_forms(data: Path, query: str, form: str, beginning: bytes) -> None:
    with QueryEngine(Source(files=(data,))) as engine:
        assert engine.answer(query, form).startswith(beginning)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:a> <urn:b> .")
    with QueryEngine(Source(files=(broken,))) as engine, pytest.raises(KgError, match=r"broken\.ttl: ") as error:
        engine.query("ASK {}")
    assert "line 1" in str(error.value) or "1:" in str(error.value)


def test_a_file_that_changed_is_read_again(data: Path) -> None:
    with QueryEngine(Source(files=(data,))) as engine:
        assert number(engine) == 3
        data.write_text(LINES.splitlines()[0])
        assert number(engine) == 1
        data.unlink()
        assert number(engine) == 1  # what was read last


def test_ten_slow_queries_do_not_stop_a_quick_one(engine: QueryEngine) -> None:
    with QueryEngine(engine.source) as engine, ThreadPoolExecutor(10) as threads:
        number(engine)
        slow = [threads.submit(engine.query, SLOW, 6) for _ in range(10)]
        time.sleep(2)
        begin = time.monotonic()
        assert number(engine) > 0
        assert time.monotonic() - begin < 3
        assert not any(query.done() for query in slow)
        for query in slow:
            with pytest.raises(TooLong):
                query.result()
        assert number(engine) > 0


def test_only_so_many_queries_at_a_time(engine: QueryEngine) -> None:
    with QueryEngine(engine.source, most=1) as engine:
        with ThreadPoolExecutor(1) as thread:
            slow = thread.submit(engine.query, SLOW, 2)
            time.sleep(1)
            with pytest.raises(TooBusy, match="1 queries are running; try again"):
                engine.query(COUNT)
            with pytest.raises(TooLong):
                slow.result()
        assert number(engine) > 0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no limit of memory on this system")
def test_a_query_that_needs_too_much_memory(engine: QueryEngine) -> None:
    with QueryEngine(engine.source, memory=64 << 20) as engine:
        with pytest.raises(TooLarge, match="too much memory"):
            engine.query(HUNGRY, timeout=60)
        assert number(engine) > 0


def test_many_threads_get_the_right_answers(data: Path) -> None:
    queries = [f"SELECT (COUNT(*) AS ?n) ({i} AS ?i) {{ ?s ?p ?o }}" for i in range(60)]
    with QueryEngine(Source(files=(data,))) as engine, ThreadPoolExecutor(12) as threads:
        answers = [list(answer) for answer in threads.map(engine.query, queries)]
    assert answers == [[{"n": "3", "i": str(i)}] for i in range(60)]


def test_an_engine_whose_processes_were_ended_starts_new_ones(data: Path) -> None:
    with QueryEngine(Source(files=(data,))) as engine:
        number(engine)
        keeper = engine._pool._keeper
        assert keeper is not None
        os.kill(keeper._process.pid, signal.SIGKILL)
        keeper._process.wait()
        engine._pool._idle.pop().kill()
        assert number(engine) == 3


def test_a_closed_engine_answers_again(data: Path) -> None:
    engine = QueryEngine(Source(files=(data,)))
    assert number(engine) == 3
    engine.close()
    assert number(engine) == 3
    engine.close()


def test_a_mistake_leaves_the_worker_for_the_next_query(data: Path) -> None:
    with QueryEngine(Source(files=(data,))) as engine:
        number(engine)
        [worker] = engine._pool._idle
        with pytest.raises(UsageError):
            engine.query("SELECT ?x { ?x }")
        assert engine._pool._idle == [worker]
