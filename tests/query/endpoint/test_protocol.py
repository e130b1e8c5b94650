"""SPARQL 1.1 Protocol, request by request."""

import http.client
import json
import subprocess
import time
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
from serving import HTML, Answer, Client

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
EX = "http://ex.example/"
ALL = "SELECT ?s { ?s <http://ex.example/p> ?o } ORDER BY ?s ?o"
NAMED = "SELECT ?s { GRAPH ?g { ?s <http://ex.example/p> ?o } } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT WHERE { ?s <http://ex.example/p> ?o }"


def post(client: Client, path: str, body: bytes | str, type_: str | None, **headers: str) -> Answer:
    return client.ask("POST", path, body, **({"Content_Type": type_} if type_ else {}), **headers)


def subjects(answer: Answer) -> list[str]:
    """The values of ?s, without what they begin with."""
    assert answer.status == 200, answer.text
    rows = json.loads(answer.text)["results"]["bindings"]
    return [row["s"]["value"].removeprefix(EX) for row in rows]


def test_the_three_ways_to_ask(strict: Client) -> None:
    form = urlencode({"query": ALL})
    answers = [
        strict.get(f"/sparql?{form}"),
        post(strict, "/sparql", form, FORM),
        post(strict, "/sparql", form, f"{FORM}; charset=UTF-8"),
        post(strict, "/sparql", ALL, QUERY),
        post(strict, "/sparql", ALL, f'{QUERY};charset="utf-8"'),
    ]
    assert [subjects(answer) for answer in answers] == [["a", "a"]] * 5


DATASETS = [
    (ALL, [], "strict", ["a", "a"]),
    (ALL, [("default-graph-uri", "g1")], "strict", ["b"]),
    (ALL, [("default-graph-uri", "g1"), ("default-graph-uri", "g2")], "strict", ["b", "c"]),
    (ALL, [("default-graph-uri", "none")], "strict", []),
    (ALL, [("named-graph-uri", "g1")], "strict", []),
    (NAMED, [], "strict", ["b", "c"]),
    (NAMED, [("named-graph-uri", "g1")], "strict", ["b"]),
    (NAMED, [("named-graph-uri", "g1"), ("named-graph-uri", "g2")], "strict", ["b", "c"]),
    (NAMED, [("default-graph-uri", "g1")], "strict", []),
    (ALL.replace("{", f"FROM <{EX}g2> {{", 1), [], "strict", ["c"]),
    (ALL.replace("{", f"FROM <{EX}g2> {{", 1), [("default-graph-uri", "g1")], "strict", ["b"]),
    (NAMED.replace("{", f"FROM NAMED <{EX}g2> {{", 1), [("named-graph-uri", "g1")], "strict", ["b"]),
]


@pytest.mark.parametrize(("query", "graphs", "server", "expected"), DATASETS)
def test_the_graphs_that_a_request_chooses(
    strict: Client, query: str, graphs: list[tuple[str, str]], server: str, expected: list[str]
) -> None:
    chosen = [(name, EX + graph) for name, graph in graphs]
    form, url = urlencode([("query", query), *chosen]), f"/sparql?{urlencode(chosen)}"
    assert subjects(strict.get(f"/sparql?{form}")) == expected
    assert subjects(post(strict, "/sparql", form, FORM)) == expected
    assert subjects(post(strict, url, query, QUERY)) == expected


def test_the_union_is_the_default_graph_unless_it_is_strict(built: Client, strict: Client) -> None:
    count = "SELECT (COUNT(*) AS ?s) { ?s ?p ?o }"
    assert [int(subjects(client.query(count))[0]) for client in (strict,)] == [2]
    assert int(subjects(built.query(count))[0]) > 100


@pytest.mark.parametrize(
    ("method", "path", "type_", "body", "status"),
    [
        ("PUT", f"/sparql?query={quote('ASK {}')}", None, None, 405),
        ("DELETE", "/sparql", None, None, 405),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, None, 400),
        ("POST", "/sparql", FORM, "query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D", 400),
        ("POST", "/sparql", FORM, "query=ASK%20%7B%7D&update=DROP%20ALL", 400),
        ("POST", "/sparql?query=ASK%20%7B%7D", QUERY, "ASK {}", 400),
        ("POST", "/sparql", FORM, "", 400),
        ("POST", "/sparql", "text/plain", "ASK {}", 415),
        ("POST", "/sparql", None, "query=ASK%20%7B%7D", 415),
        ("POST", "/sparql", None, "ASK {}", 415),
        ("POST", "/sparql", f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16"), 415),
        ("POST", "/sparql", QUERY, b"ASK { ?s ?p '\xff' }", 400),
        ("POST", "/sparql", FORM, b"query=ASK%20%7B%7D&x=%ff", 400),
        ("GET", "/sparql?query=ASK%20%7B%20%FF%7D", None, None, 400),
        ("GET", "/sparql?query=", None, None, 400),
        ("GET", f"/sparql?query={quote('ASK { ?s ?p }')}", None, None, 400),
        ("GET", "/sparql?update=DROP%20ALL", None, None, 400),
        ("POST", "/sparql", FORM, "update=DROP%20ALL", 403),
        ("POST", "/sparql", "application/sparql-update", "DROP ALL", 403),
        ("GET", f"/sparql?query={quote('DROP ALL')}", None, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=relative", None, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&named-graph-uri=a%20b:c", None, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&format=docx", None, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&format=ttl", None, None, 406),
        ("GET", "/nothing/here", None, None, 404),
        ("PUT", "/data?graph=urn:x", "text/turtle", "<urn:a> a 1 .", 403),
        ("GET", "/data", None, None, 400),
        ("GET", "/data?default&graph=urn:x", None, None, 400),
        ("GET", "/data?graph=urn:none", None, None, 404),
    ],
)
def test_what_is_refused(
    strict: Client, method: str, path: str, type_: str | None, body: bytes | str | None, status: int
) -> None:
    headers = {"Content_Type": type_} if type_ else {}
    answer = strict.ask(method, path, body, **headers)
    assert (answer.status, answer.type) == (status, "text/plain")
    assert len(answer.text.splitlines()) == 1
    assert ("allow" in answer.headers) == (status == 405)


def test_a_compressed_body_is_refused(strict: Client) -> None:
    answer = strict.ask("POST", "/sparql", b"\x1f\x8b", Content_Type=QUERY, Content_Encoding="gzip")
    assert (answer.status, answer.headers["accept-encoding"]) == (415, "identity")


def test_a_mistake_has_its_place(strict: Client) -> None:
    answer = strict.query("SELECT * {\n  ?s ?p\n}")
    assert answer.text.startswith("the query is wrong in line 3, column 1: expected")


@pytest.mark.parametrize(
    ("query", "accept", "type_"),
    [
        (ALL, None, "application/sparql-results+json"),
        (ALL, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ALL, "application/sparql-results+xml;q=0.5, text/csv", "text/csv"),
        (ALL, "text/tab-separated-values", "text/tab-separated-values"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK {}", "*/*", "application/sparql-results+json"),
        (CONSTRUCT, None, "text/turtle"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/n-triples, text/turtle;q=0.5", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/trig", "application/trig"),
        (CONSTRUCT, "application/n-quads", "application/n-quads"),
        (f"DESCRIBE <{EX}a>", "application/rdf+xml;q=0.3, */*;q=0.1", "application/rdf+xml"),
        (ALL, HTML["Accept"], "text/html"),
    ],
)
def test_the_type_of_an_answer(strict: Client, query: str, accept: str | None, type_: str) -> None:
    answer = strict.query(query, accept)
    assert (answer.status, answer.type) == (200, type_)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(("query", "accept"), [(ALL, "text/turtle"), (CONSTRUCT, "text/csv"), ("ASK {}", "image/png")])
def test_a_type_that_an_answer_cannot_have(strict: Client, query: str, accept: str) -> None:
    answer = strict.query(query, accept)
    assert answer.status == 406
    assert "Accept" in answer.headers["vary"]


def test_head_and_options(strict: Client) -> None:
    path = f"/sparql?{urlencode({'query': ALL})}"
    got, head = strict.get(path), strict.ask("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    assert {**got.headers, "date": ""} == {**head.headers, "date": ""}
    options = strict.ask("OPTIONS", "/sparql")
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


def test_answers_on_one_connection_come_at_once(strict: Client) -> None:
    """Not 40 ms later, when the client acknowledges the head."""
    connection = http.client.HTTPConnection(urlsplit(strict.url).netloc)
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        connection.request("GET", "/static/serve.css")
        connection.getresponse().read()
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.035


def test_relative_iris_are_against_the_endpoint(strict: Client) -> None:
    query = "SELECT (STR(<x>) AS ?s) {}"
    assert subjects(strict.query(query)) == [f"{strict.url}x"]
    assert subjects(strict.query(f"BASE <{EX}> {query}")) == ["x"]


def test_values_for_variables_are_never_a_piece_of_the_query(strict: Client) -> None:
    query = "SELECT ?s ?name { BIND(STR(?name) AS ?s) }"
    for value in ("x", "' } DROP ALL", '"', "?s"):
        assert subjects(strict.query(query, **{"$name": value})) == [value]


def test_the_service_description(strict: Client) -> None:
    answer = strict.get("/sparql", Accept="text/turtle")
    triples = {str(quad.triple) for quad in ox.parse(answer.body, format=ox.RdfFormat.TURTLE)}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert any(f"<{sd}endpoint> <{strict.url}sparql>" in triple for triple in triples)
    assert not any("UnionDefaultGraph" in triple or "Update" in triple for triple in triples)
    assert strict.get("/sparql").type == "text/turtle"
    assert strict.get("/sparql", Accept="application/ld+json").type == "application/ld+json"
    assert strict.get("/sparql", **HTML).type == "text/html"


def test_a_graph_as_a_whole(strict: Client) -> None:
    answers = [strict.get(f"/data?{which}&format=nt").text for which in ("default", f"graph={EX}g1")]
    assert [len(answer.splitlines()) for answer in answers] == [2, 1]


def test_curl(strict: Client) -> None:
    run = ["curl", "-sS", "--data-urlencode", f"query={ALL}", "-H", "Accept: text/csv", f"{strict.url}sparql"]
    try:
        done = subprocess.run(run, capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.skip("no curl on this system")
    assert done.stdout.splitlines() == ["s", f"{EX}a", f"{EX}a"]


def test_sparqlwrapper(strict: Client) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    sparql = wrapper.SPARQLWrapper(f"{strict.url}sparql")
    for form in (wrapper.JSON, wrapper.XML, wrapper.CSV, wrapper.TSV):
        for method in (wrapper.GET, wrapper.POST):
            sparql.setQuery(ALL)
            sparql.setReturnFormat(form)
            sparql.setMethod(method)
            assert sparql.query().convert()
    sparql.setQuery(CONSTRUCT)
    for form in (wrapper.TURTLE, wrapper.RDFXML, wrapper.JSONLD):
        sparql.setReturnFormat(form)
        assert sparql.query().convert()


def test_the_store_of_rdflib(strict: Client) -> None:
    from rdflib import URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    store = SPARQLStore(f"{strict.url}sparql")
    found = {str(row["o"]) for row in store.query(f"SELECT ?o {{ <{EX}a> <{EX}p> ?o }}")}
    assert found == {"1", "één"}
    assert {str(s) for (s, _, _), _ in store.triples((None, URIRef(f"{EX}p"), None))} == {f"{EX}a"}
