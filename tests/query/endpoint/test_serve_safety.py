"""Nothing of a request reaches the network or a file, slow queries stop no others, other sites are kept out."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from hostile import Server
from serving import TOKEN, Client, command, environment, serving

from kg.graph import Graph

QUERIES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE#\n<URL> { ?s ?p ?o } } } }",
    "PREFIX SERVICE: <URL> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { ?a ?b 1SERVICE x: { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <URL>",
    "LOAD <URL>",
]
UPDATES = [
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <urn:g>",
    "loadsilent<URL>",
    "DROP ALL;LOAD<URL>",
    "PREFIX x: <URL> INSERT DATA { <a:b> a 1 } ; # LOAD\nLOAD x:",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "INSERT { ?s ?p ?o } USING <URL> WHERE { ?s ?p ?o }",
    "COPY <URL> TO <urn:g>",
]
ALL = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5))
SLOW = f"SELECT (COUNT(*) AS ?n) {{ {ALL} }}"


@pytest.fixture
def listener() -> Iterator[Server]:
    listener = Server()
    yield listener
    listener.close()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    file = tmp_path / "canary.ttl"
    file.write_text("<urn:a> <urn:p> 'canary' .")
    return file


def test_no_request_reaches_the_network_or_a_file(writable: Client, listener: Server, canary: Path) -> None:
    for place in (listener.address, canary.as_uri()):
        answers = [writable.query(query.replace("URL", place), "text/csv, text/turtle") for query in QUERIES]
        for name in ("default-graph-uri", "named-graph-uri"):
            everything = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
            answers.append(writable.query(everything, "text/csv", **{name: place}))
        answers += [writable.update(update.replace("URL", place)) for update in UPDATES]
        answers += [
            writable.get(f"/data?{urlencode({'graph': place})}"),
            writable.get(f"/resource?{urlencode({'iri': place})}"),
        ]
        context = f'{{"@context": "{place}", "@id": "urn:a", "urn:p": 1}}'
        answers.append(writable.write("PUT", "/data?graph=urn:g", context, "application/ld+json"))
        assert not [answer for answer in answers if "canary'" in answer.text or '"canary"' in answer.text]
        assert {answer.status for answer in answers} <= {200, 204, 400, 404}
    assert (
        writable.query("ASK { { ?s ?p 'canary' } UNION { GRAPH ?g { ?s ?p 'canary' } } }", "text/csv").text == "false"
    )
    assert listener.visitors == 0


def test_ten_slow_queries_do_not_stop_a_quick_one(sample: Graph) -> None:
    with serving(sample.folder, "--timeout", "6") as client:
        client.query("ASK {}")
        answers: list[tuple[int, str]] = []
        slow = [threading.Thread(target=_note, args=(client, answers)) for _ in range(10)]
        for thread in slow:
            thread.start()
        time.sleep(1)
        begin = time.monotonic()
        assert client.query("ASK { ?claim a kg:Claim }", "text/csv").text == "true"
        assert client.get("/health").status == 200
        assert time.monotonic() - begin < 4
        assert not answers
        for thread in slow:
            thread.join()
    assert answers == [(503, "the query took longer than 6 s\n")] * 10


def _note(client: Client, answers: list[tuple[int, str]]) -> None:
    answer = client.query(SLOW)
    answers.append((answer.status, answer.text))


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc on this system")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_stopped_leaves_no_process(sample: Graph, ending: signal.Signals) -> None:
    mark = f"{os.getpid()}-{time.monotonic_ns()}"
    run = command(sample.folder, "--timeout", "60")
    with subprocess.Popen(run, env=environment(KG_TEST_MARK=mark), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        client = Client(process.stdout.readline().split()[0])
        asking = threading.Thread(target=_ask_in_vain, args=(client,))
        asking.start()
        assert _wait(lambda: len(list(_marked(mark))) > 2)
        process.send_signal(ending)
        assert process.wait(timeout=30) == 0
    asking.join()
    assert _wait(lambda: not list(_marked(mark)))


def _ask_in_vain(client: Client) -> None:
    with contextlib.suppress(OSError, http.client.HTTPException):
        client.query(SLOW)


def _marked(mark: str) -> Iterator[str]:
    """The processes with the mark in their environment."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"KG_TEST_MARK={mark}".encode() in (process / "environ").read_bytes().split(b"\0"):
                yield process.name


def _wait(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:1", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1", 200),
        ("[::1]:80", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.nip.example", 421),
        ("", 400),
        ("localhost@evil", 400),
        ("a/b", 400),
    ],
)
def test_the_host_that_is_asked_for(strict: Client, host: str, status: int) -> None:
    assert strict.get("/health", Host=host).status == status


def test_a_name_behind_a_proxy(tmp_path: Path) -> None:
    (tmp_path / "a.nt").touch()
    with serving(tmp_path / "a.nt", "--allow-host", "graph.example") as client:
        assert [client.get("/health", Host=host).status for host in ("graph.example", "b.example")] == [200, 421]


def test_other_sites_read_nothing_unless_they_may(strict: Client, tmp_path: Path) -> None:
    origin = {"Origin": "https://a.example"}
    answer = strict.get("/sparql?query=ASK%7B%7D", **origin)
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    (tmp_path / "a.nt").touch()
    with serving(tmp_path / "a.nt", "--cors", "https://a.example") as client:
        allowed = client.get("/sparql?query=ASK%7B%7D", **origin).headers
        assert allowed["access-control-allow-origin"] == "https://a.example"
        other = client.get("/sparql?query=ASK%7B%7D", Origin="https://b.example").headers
        assert other.get("access-control-allow-origin") != "https://b.example"
        asked = {**origin, "Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "content-type"}
        assert client.ask("OPTIONS", "/sparql", **asked).status == 200


def test_a_request_that_is_too_large(strict: Client) -> None:
    big = "ASK {} #" + "x" * (1 << 20)
    answer = strict.ask("POST", "/sparql", big, Content_Type="application/sparql-query")
    assert (answer.status, len(answer.text.splitlines())) == (413, 1)
    connection = http.client.HTTPConnection(urlsplit(strict.url).netloc)
    pieces = (b"x" * 65536 for _ in range(20))
    headers = {"Content-Type": "application/sparql-query", "Transfer-Encoding": "chunked"}
    connection.request("POST", "/sparql", pieces, headers, encode_chunked=True)
    assert connection.getresponse().status == 413
    assert strict.get("/sparql?query=ASK%7B%7D", X_Long="x" * 100_000).status == 431
    assert strict.get(f"/sparql?query={'x' * 100_000}").status == 414


@pytest.mark.parametrize(
    "sent",
    [
        b"GARBAGE\r\n\r\n",
        b"GET /sparql HTTP/1.1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /sparql?query=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET //evil.example/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_odd_requests_are_refused_and_the_server_goes_on(strict: Client, sent: bytes) -> None:
    host, _, port = urlsplit(strict.url).netloc.partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(sent)
        status = connection.recv(65536).split(b" ")[1]
    assert status.startswith(b"4")
    assert strict.get("/health").status == 200


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["none.ttl"], "there is no such file"),
        (["a.docx"], "RDF files end in"),
        (["none"], "there is no such file"),
        (["--cors", "nonsense"], "--cors takes an origin"),
        (["--timeout", "0"], "--timeout is more than 0"),
        (["--port", "70000"], "a port is a number"),
        (["--token-file", "x"], "only for --writable"),
        (["--writable"], "takes one folder"),
    ],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    (tmp_path / "a.docx").touch()
    done = subprocess.run(
        command(*arguments), cwd=tmp_path, env=environment(KG_TOKEN=TOKEN), capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert complaint in done.stderr


def test_a_port_that_is_taken_is_one_line(strict: Client, tmp_path: Path) -> None:
    (tmp_path / "a.nt").touch()
    run = command(tmp_path / "a.nt", "--port", strict.url.rstrip("/").rpartition(":")[2])
    done = subprocess.run(run, env=environment(), capture_output=True, text=True, timeout=60)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "give another --port" in done.stderr


def test_data_that_is_broken_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a> <b>")
    done = subprocess.run(command(tmp_path / "a.ttl"), env=environment(), capture_output=True, text=True, timeout=60)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert "a.ttl" in done.stderr
