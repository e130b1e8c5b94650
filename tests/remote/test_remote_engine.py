"""Queries to a server: the right answer, or one clear line."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import which
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from sparqlserver import Asked, Reply, Running, token

from graphs import BASE, articles, write
from kg.errors import KgError, TooLarge, TooLong, UsageError
from kg.net.connection import Connection, Request
from kg.query.result import Term
from kg.remote.engine import RemoteEngine
from kg.remote.push import push

SAYS = "SELECT DISTINCT ?text { ?s <urn:says> ?text } ORDER BY ?text"
NAMED = "SELECT ?g { GRAPH ?g { ?s <urn:says> 'one' } }"


@pytest.fixture
def filled(server: Running, tmp_path: Path) -> Running:
    """A server whose default graph is empty, and not the union."""
    write(tmp_path, articles(a="one", b="two"))
    push(tmp_path, server.url)
    server.asked.clear()
    return server


def texts(remote: RemoteEngine, sparql: str = SAYS) -> list[str | None]:
    return [value for row in remote.query(sparql, labels=False) for value in row.values()]


def test_all_graphs_or_those_of_the_server(filled: Running) -> None:
    assert texts(RemoteEngine(filled.url)) == ["all", "one", "two"]
    assert texts(RemoteEngine(filled.url), NAMED) == [f"{BASE}document/a"]
    assert texts(RemoteEngine(filled.url), SAYS.replace("{", f"FROM <{BASE}document/b> {{", 1)) == ["two"]
    assert texts(RemoteEngine(filled.url, union=False)) == []
    assert texts(RemoteEngine(filled.url, union=False), NAMED) == [f"{BASE}document/a"]


def test_a_server_that_has_the_union_is_not_asked_for_its_graphs(server: Running) -> None:
    node = ox.NamedNode("urn:x")
    for graph in (ox.DefaultGraph(), ox.NamedNode("urn:g")):
        server.store.add(ox.Quad(node, ox.NamedNode("urn:says"), ox.Literal("both"), graph))
    with RemoteEngine(server.url) as remote:
        assert texts(remote) == texts(remote) == ["both"]
    assert len(server.asked) == 3
    assert not any("graph-uri" in each.body for each in server.asked)


def test_many_graphs_are_listed_in_pages(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    node = ox.NamedNode("urn:x")
    graphs = [ox.NamedNode(f"urn:g{number}") for number in range(25)]
    server.store.extend(ox.Quad(node, ox.NamedNode("urn:says"), ox.Literal(graph.value), graph) for graph in graphs)
    monkeypatch.setattr(
        "kg.remote.engine.GRAPHS", "SELECT ?g { GRAPH ?g {} FILTER(STR(?g) > ?after) } ORDER BY STR(?g) LIMIT 7"
    )
    assert len(texts(RemoteEngine(server.url))) == 25
    assert len(server.asked) == 1 + 5 + 1


@pytest.mark.parametrize(
    "row", [b'{"g":{"type":"uri","value":"urn:a"}}', b"{}", b'{"x":{"type":"uri","value":"urn:a"}}']
)
def test_a_server_that_answers_the_same_for_ever(server: Running, row: bytes) -> None:
    rows = b'{"head":{"vars":["g","x"]},"results":{"bindings":[%s]}}' % row
    server.fault = lambda asked: None if "ASK" in asked.body else Reply(200, rows, JSON)
    with pytest.raises(KgError, match="it answers something else than was asked"):
        RemoteEngine(server.url).query(SAYS)
    assert len(server.asked) <= 3


def test_values_and_labels(server: Running) -> None:
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    iris = [ox.NamedNode(f"urn:e{number:03}") for number in range(700)]
    for iri in iris:
        names = [ox.Literal(f"naam {iri.value}", language="nl"), ox.Literal(f"a name {iri.value}", language="en")]
        server.store.extend(ox.Quad(iri, label, name, ox.NamedNode("urn:g")) for name in names)
    with RemoteEngine(server.url) as remote:
        found = remote.query("SELECT ?e ?name { ?e rdfs:label ?name }", values={"name": "naam urn:e003"})
        assert (found.variables, len(found)) == (("e",), 0)  # a plain string is another literal
        by_name = "SELECT ?name ?e { ?e rdfs:label ?text FILTER(STR(?text) = ?name) }"
        found = remote.query(by_name, values={"name": "naam urn:e003"})
        assert (found.variables, found.rows) == (("e",), ({"e": Term("urn:e003", "iri")},))
        assert found.labels == {"urn:e003": "naam urn:e003"}
        assert remote.query("SELECT ?e { ?e rdfs:label ?name }").labels == {
            iri.value: f"naam {iri.value}" for iri in iris
        }


def test_other_forms(filled: Running) -> None:
    with RemoteEngine(filled.url) as remote:
        assert remote.query("ASK { ?s ?p 'one' }").boolean is True
        assert remote.query("ASK { ?s ?p 'three' }").boolean is False
        triples = remote.query("CONSTRUCT { ?s kg:role ?o } WHERE { ?s ?p ?o FILTER(?o = 'one') }").turtle
        assert triples == '@prefix kg: <https://kg.example/ontology#> .\n<urn:document/a> kg:role "one" .\n'


JSON = "application/sparql-results+json"
ROW = b'{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[%s]}}'
BINDING = b'{"__ASK_RETVAL":{"type":"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"1"}}'


@pytest.mark.parametrize(("binding", "expected"), [(BINDING, True), (b"", False)])
def test_yes_and_no_as_virtuoso_says_them(server: Running, binding: bytes, expected: bool) -> None:
    server.fault = lambda asked: Reply(200, ROW % binding, JSON)
    assert RemoteEngine(server.url, union=False).query("ASK { ?s ?p ?o }").boolean is expected


def test_rows_that_a_server_repeats(server: Running) -> None:
    row = b'{"a":{"type":"uri","value":"urn:x"}}'
    rows = b'{"head":{"vars":["a"]},"results":{"bindings":[%s,%s,{}]}}' % (row, row)
    server.fault = lambda asked: Reply(200, rows, JSON)
    remote = RemoteEngine(server.url, union=False)
    assert len(remote.query("SELECT ?a { ?a ?b ?c }")) == 3
    assert remote.query("SELECT DISTINCT ?a { ?a ?b ?c }").rows == ({"a": Term("urn:x", "iri")}, {})


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (
            Reply(401),
            KgError,
            "it does not let you in (HTTP 401); set KG_USER and KG_PASSWORD, or KG_TOKEN, or use ~/.netrc",
        ),
        (Reply(403, b"no"), KgError, "it does not let you in (HTTP 403: no); set"),
        (Reply(404), KgError, "there is nothing of the kind at this address (HTTP 404)"),
        (Reply(500, b"\nout of\x1b[31m luck\ntrace\n"), KgError, "the server refuses (HTTP 500: out of[31m luck)"),
        (
            Reply(500, b"<p>out&amp;of</p><script>x</script>", "text/html"),
            KgError,
            "the server refuses (HTTP 500: out&of)",
        ),
        (Reply(500, b"x" * 1000), KgError, f"the server refuses (HTTP 500: {'x' * 300}…)"),
        (Reply(400, b"bif: what?"), UsageError, "the server refuses (HTTP 400: bif: what?)"),
        (
            Reply(200, b"<html>", "text/html"),
            KgError,
            "it answers with text/html, not with SPARQL results; is this where it",
        ),
        (Reply(200, b"", "text/csv"), KgError, "it answers with text/csv, not with SPARQL results"),
        (Reply(200, b"{", JSON), KgError, "its answer cannot be read ("),
        (Reply(200, b"\xff", JSON), KgError, "its answer cannot be read ("),
        (Reply(cut=True), KgError, "the connection broke ("),
        (Reply(200, b"{}", JSON, {"Content-Length": "5", "Connection": "close"}), KgError, "the connection broke ("),
        (
            Reply(302, headers={"Location": "https://elsewhere.example/\u202e".encode().decode("latin-1")}),
            KgError,
            "it sends kg on to https://elsewhere.example/",
        ),
    ],
)
def test_what_goes_wrong_is_one_line(server: Running, reply: Reply, error: type[KgError], message: str) -> None:
    server.fault = lambda asked: reply
    with pytest.raises(error) as raised:
        RemoteEngine(server.url, union=False).query(SAYS, timeout=20)
    assert str(raised.value).startswith(f"{server.url}: {message}")
    assert str(raised.value).isprintable()
    assert isinstance(raised.value, UsageError) == (error is UsageError)


def test_no_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as used:
        url = f"http://127.0.0.1:{used.getsockname()[1]}/sparql"
    with pytest.raises(KgError, match=r"/sparql: no server answers there \(Connection refused\)"):
        RemoteEngine(url).query(SAYS)
    with pytest.raises(KgError, match=r"//nowhere.invalid: there is no computer of this name"):
        RemoteEngine("http://nowhere.invalid").query(SAYS)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?s { ?s ?p }", "the query is wrong in line 1, column 19: expected"),
        ("SELECT ?s {\n ?s foo:p ?o }", "the query is wrong in line 2, column 5: the prefix foo: is not declared"),
        ("SELECT ?s { SERVICE <http://a.example/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("INSERT DATA { <urn:a> <urn:a> <urn:a> }", "kg query only reads; INSERT would change the graph"),
    ],
)
def test_mistakes_are_told_as_for_a_graph_here(server: Running, sparql: str, message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        RemoteEngine(server.url).query(sparql)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("localhost:3030/ds", "localhost:3030/ds: this is no address of a server, such as https://"),
        ("ftp://a.example/", "this is no address of a server"),
        ("http://", "this is no address"),
        ("http://a.example:0/", "this is no address"),
        ("http://a.example/ b", "this is no address"),
        ("http://me:secret@a.example/", "leave user and password out of the address; set KG_USER"),
    ],
)
def test_addresses_that_are_none(url: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        RemoteEngine(url)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("timeout", [0.0, -1.0, float("nan"), 1e9])
def test_times_that_are_none(timeout: float) -> None:
    with pytest.raises(UsageError, match="a query may take more than 0 and at most 86,400 seconds"):
        RemoteEngine("http://a.example/").query(SAYS, timeout)


def _dripping(client: socket.socket) -> None:
    """Headers without an end, a byte at a time."""
    client.recv(10_000)
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        client.sendall(b"X")
        time.sleep(0.02)


def _silent(client: socket.socket) -> None:
    client.recv(10_000)
    time.sleep(5)


def _endless(client: socket.socket) -> None:
    client.recv(10_000)
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while True:
        client.sendall(b" " * 10_000)


@pytest.fixture
def raw() -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """Starts what takes one connection; gives its address."""
    servers = []

    def start(talk: Callable[[socket.socket], None]) -> str:
        servers.append(socket.create_server(("127.0.0.1", 0)))

        def run() -> None:
            client, _ = servers[-1].accept()
            with client, suppress(OSError):
                talk(client)

        threading.Thread(target=run, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].getsockname()[1]}/"

    yield start
    for server in servers:
        server.close()


@pytest.mark.parametrize("talk", [_dripping, _silent, _endless])
def test_the_time_limit_holds(raw: Callable[..., str], talk: Callable[[socket.socket], None]) -> None:
    begin = time.monotonic()
    with pytest.raises(TooLong, match=r"the query took longer than 0.4 s"):
        RemoteEngine(raw(talk)).query(SAYS, timeout=0.4)
    assert time.monotonic() - begin < 3


def test_the_size_limit_holds(raw: Callable[..., str]) -> None:
    with (
        Connection(raw(_endless)) as connection,
        pytest.raises(TooLarge, match="its answer is larger than 100,000 bytes"),
    ):
        connection.ask(Request("GET", "/", most=100_000), 20)


def test_a_token_is_kept_from_servers_that_do_not_ask(filled: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[str]()
    filled.wanted = lambda method, path, sent: not given.append(sent)
    monkeypatch.setenv("KG_TOKEN", "secret")
    assert texts(RemoteEngine(filled.url)) == ["all", "one", "two"]
    assert set(given) == {""}
    filled.wanted = token("secret")
    assert texts(RemoteEngine(filled.url)) == ["all", "one", "two"]


def test_a_certificate_that_nobody_knows(tmp_path: Path) -> None:
    if which("openssl") is None:
        pytest.skip("no openssl found")
    pair = [tmp_path / "cert.pem", tmp_path / "key.pem"]
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -out"
    subprocess.run([*make.split(), pair[0], "-keyout", pair[1]], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*pair)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        secure = context.wrap_socket(listening, server_side=True)
        threading.Thread(target=_refused, args=[secure], daemon=True).start()
        with pytest.raises(KgError, match=r"its certificate is not valid \(self.signed certificate\); for one of your"):
            RemoteEngine(f"https://localhost:{secure.getsockname()[1]}/").query(SAYS)


def _refused(server: ssl.SSLSocket) -> None:
    """Takes one connection, which the client breaks off."""
    with suppress(OSError):
        server.accept()


def test_what_is_sent_is_a_form_without_prefixes(filled: Running) -> None:
    RemoteEngine(filled.url, union=False).query("# comment\nSELECT ?s { ?s a kg:Claim }", labels=False)
    asked: Asked = filled.asked[-1]
    assert asked.method == "POST"
    assert parse_qs(asked.body) == {"query": [" SELECT ?s { ?s a <https://kg.example/ontology#Claim> }"]}
