"""Updates and whole graphs, by those who have the token."""

import json
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest
from serving import TOKEN, Client, command, environment, serving

from kg.graph import Graph

FORM = "application/x-www-form-urlencoded"
GRAPH = "/data?graph=http://ex.example/g"
ONE = "<a> <p> 'één'@nl, [] ."


def count(client: Client, pattern: str = "GRAPH ?g { ?s ?p ?o }") -> int:
    answer = client.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    assert answer.status == 200, answer.text
    return int(json.loads(answer.text)["results"]["bindings"][0]["n"]["value"])


@pytest.fixture(autouse=True)
def empty(writable: Client) -> None:
    assert writable.update("DROP ALL").status == 204


def test_a_graph_is_made_replaced_added_to_read_and_removed(writable: Client) -> None:
    steps = [
        ("GET", None, 404, 0),
        ("PUT", ONE, 201, 2),
        ("PUT", ONE, 204, 2),
        ("POST", "<b> <p> 1 .", 204, 3),
        ("PUT", "<b> <p> 1 .", 204, 1),
        ("HEAD", None, 200, 1),
        ("DELETE", None, 204, 0),
        ("DELETE", None, 404, 0),
        ("POST", "<b> <p> 1 .", 201, 1),
        ("PUT", "", 204, 0),
        ("GET", None, 200, 0),
    ]
    for method, body, status, left in steps:
        assert (writable.write(method, GRAPH, body).status, count(writable)) == (status, left), method


def test_the_default_graph(writable: Client) -> None:
    assert writable.write("PUT", "/data?default", "<urn:a> <urn:p> 1 .").status == 204
    assert writable.get("/data?default&format=nt").text.startswith("<urn:a> <urn:p> ")
    assert writable.write("DELETE", "/data?default").status == 204
    assert count(writable, "?s ?p ?o") == 0


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        ("text/turtle", "<a> <p> 'x' ."),
        ("text/turtle; charset=utf-8", "<a> <p> 'x' ."),
        ("application/n-triples", "<http://ex.example/a> <http://ex.example/p> 'x' .".replace("'", '"')),
        ("application/ld+json", '{"@id": "http://ex.example/a", "http://ex.example/p": "x"}'),
        (
            "application/rdf+xml",
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://ex.example/">'
            '<r:Description r:about="http://ex.example/a"><e:p>x</e:p></r:Description></r:RDF>',
        ),
    ],
)
def test_the_forms_of_data(writable: Client, type_: str, body: str) -> None:
    assert writable.write("PUT", GRAPH, body, type_).status == 201
    assert writable.get(f"{GRAPH}&format=nt").text == '<http://ex.example/a> <http://ex.example/p> "x" .\n'


@pytest.mark.parametrize(
    ("path", "body", "type_", "status"),
    [
        (GRAPH, "<a> <p> 'x", "text/turtle", 400),
        (GRAPH, "<a> <p> 1 .", "text/plain", 415),
        (GRAPH, "<a> <p> 1 .", "application/trig", 415),
        (GRAPH, '{"@context": "http://127.0.0.1:9/c", "@id": "a"}', "application/ld+json", 400),
        ("/data", "<a> <p> 1 .", "text/turtle", 400),
        ("/data?graph=relative", "<a> <p> 1 .", "text/turtle", 400),
        ("/data?graph=a:b%3E%20%7D%20;%20DROP%20ALL", "<a:b> <a:p> 1 .", "text/turtle", 400),
    ],
)
def test_data_that_is_refused_changes_nothing(writable: Client, path: str, body: str, type_: str, status: int) -> None:
    writable.write("PUT", GRAPH, ONE)
    answer = writable.write("PUT", path, body, type_)
    assert (answer.status, len(answer.text.splitlines())) == (status, 1)
    assert count(writable) == 2


def test_updates_in_both_ways(writable: Client) -> None:
    assert (
        writable.update("INSERT DATA { <a> a 1 } ; INSERT DATA { GRAPH <g> { <a> kg:x 'SERVICE LOAD' } }").status == 204
    )
    assert writable.get("/data?default&format=nt").text.startswith(f"<{writable.url}a> ")  # relative to the endpoint
    form = urlencode({"update": "INSERT DATA { <b> a 1 }"})
    assert writable.write("POST", "/sparql", form, FORM).status == 204
    assert count(writable, "?s ?p ?o") == 3


def test_an_update_is_done_as_a_whole_or_not_at_all(writable: Client) -> None:
    answer = writable.update("INSERT DATA { <a> a 1 } ; CREATE GRAPH <g> ; CREATE GRAPH <g>")
    assert (answer.status, count(writable, "?s ?p ?o")) == (500, 0)


def test_the_graphs_that_an_update_reads(writable: Client) -> None:
    writable.update("INSERT DATA { GRAPH <g:1> { <a:1> <a:p> 1 } GRAPH <g:2> { <a:2> <a:p> 2 } }")
    copy = "INSERT { GRAPH <g:3> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    assert writable.update(copy, **{"using-graph-uri": "g:1"}).status == 204
    assert "a:1" in writable.get("/data?graph=g:3&format=nt").text
    named = "INSERT { GRAPH <g:4> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert writable.update(named, **{"using-named-graph-uri": "g:2"}).status == 204
    assert "a:2" in writable.get("/data?graph=g:4&format=nt").text
    for text in ("WITH <g:1> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", copy.replace("WHERE", "USING <g:2> WHERE")):
        assert writable.update(text, **{"using-graph-uri": "g:1"}).status == 400


@pytest.mark.parametrize("text", ["INSERT DATA { foo }", "ASK {}", "INSERT DATA { <a> a 1 } INSERT", "DROP x:y"])
def test_an_update_that_is_wrong(writable: Client, text: str) -> None:
    answer = writable.update(text)
    assert (answer.status, len(answer.text.splitlines())) == (400, 1)


@pytest.mark.parametrize("given", [None, "", "Bearer", "Bearer wrong-token-of-some-length", f"Basic {TOKEN}", TOKEN])
def test_without_the_token_nothing_is_written(writable: Client, given: str | None) -> None:
    headers = {"Authorization": given} if given is not None else {}
    for method, path, type_, body in [
        ("PUT", GRAPH, "text/turtle", ONE),
        ("DELETE", GRAPH, "text/turtle", None),
        ("POST", "/sparql", "application/sparql-update", "INSERT DATA { <a> a 1 }"),
        ("POST", "/sparql", FORM, "update=INSERT%20DATA%20%7B%20%3Ca%3E%20a%201%20%7D"),
    ]:
        answer = writable.ask(method, path, body, Content_Type=type_, **headers)
        assert answer.status == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert count(writable, "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }") == 0


def test_what_was_written_stays(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with serving("--writable", store, KG_TOKEN=TOKEN) as client:
        for i in range(3):
            assert client.write("PUT", f"{GRAPH}{i}", ONE).status == 201
            assert count(client) == 2 * i + 2
    assert len(list(store.glob("snapshot-*"))) == 1
    with serving("--writable", store, KG_TOKEN=TOKEN) as client:
        assert count(client) == 6


def test_an_update_that_takes_too_long_is_stopped_and_changes_nothing(tmp_path: Path) -> None:
    with serving("--writable", tmp_path / "store", "--timeout", "2", KG_TOKEN=TOKEN) as client:
        values = " ".join(map(str, range(300)))
        insert = f"VALUES ?a {{ {values} }} VALUES ?b {{ {values} }} VALUES ?c {{ {values} }} VALUES ?d {{ {values} }}"
        answer = client.update(f"INSERT {{ <urn:a> <urn:p> ?x }} WHERE {{ {insert} BIND(?a + ?b + ?c + ?d AS ?x) }}")
        assert (answer.status, "took longer than 2 s" in answer.text) == (503, True)
        assert count(client, "?s ?p ?o") == 0
        assert client.write("PUT", GRAPH, ONE).status == 201


def refused(*arguments: str | Path, **more: str) -> str:
    done = subprocess.run(
        command(*arguments), env=environment(**more), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    return done.stderr


def test_a_graph_that_kg_built_is_never_written(sample: Graph) -> None:
    before = sorted(path.name for path in sample.folder.iterdir())
    assert "not kg serve's own" in refused("--writable", sample.folder, KG_TOKEN=TOKEN)
    assert sorted(path.name for path in sample.folder.iterdir()) == before


def test_the_token_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    assert "needs a token" in refused("--writable", tmp_path / "store", KG_TOKEN="")
    assert "16 or more" in refused("--writable", tmp_path / "store", KG_TOKEN="short")
    file = tmp_path / "token"
    assert "cannot be read" in refused("--writable", tmp_path / "store", "--token-file", file)
    file.write_text(f"{TOKEN}\n")
    with serving("--writable", tmp_path / "store", "--token-file", file, KG_TOKEN="") as client:
        assert client.write("PUT", GRAPH, ONE).status == 201


def test_one_server_at_a_time_writes_a_folder(tmp_path: Path) -> None:
    with serving("--writable", tmp_path / "store", KG_TOKEN=TOKEN) as client:
        second = subprocess.run(
            command("--writable", tmp_path / "store"), env=environment(KG_TOKEN=TOKEN), capture_output=True, text=True
        )
        assert (second.returncode, len(second.stderr.splitlines())) == (1, 1)
        assert client.write("PUT", GRAPH, ONE).status == 201
        assert count(client) == 2
