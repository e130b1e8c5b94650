"""The pages: what they tell, that nothing in them runs, and RDF at the same addresses."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
import pytest
from serving import HTML, Client, serving

import kg

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BASE = "https://kg.example/"
SCRIPT = "<script>document.title='bad'</script><img src=x onerror=\"document.title='bad'\">"
EVIL = "javascript:document.title=1"
HOSTILE = f"""
@prefix kg: <https://kg.example/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://kg.example/> .
<graph/entities> {{ <entity/e> a schema:Person, <{EVIL}> ; rdfs:label {json.dumps(SCRIPT)}@nl ; kg:mentionCount "x" ;
  skos:altLabel {json.dumps('" onmouseover="x ' + SCRIPT)} ; owl:sameAs <{EVIL}>, <http://ok.example/> . }}
<document/d> {{
  <document/d> a schema:NewsArticle ; schema:headline {json.dumps(SCRIPT)} ; schema:url "{EVIL}" ; kg:file "<b>.txt" ;
    schema:inLanguage "\\"><script>" ; schema:datePublished {json.dumps(SCRIPT)} ;
    kg:text {json.dumps("abc " + SCRIPT)} .
  <claim/c> a kg:Claim ; rdf:subject <entity/e> ; rdf:predicate <{EVIL}> ; rdf:object {json.dumps(SCRIPT)} ;
    kg:modality kg:Asserted ; kg:when {json.dumps(SCRIPT)} ; kg:confidence "much" ; kg:evidence <evidence/v> ;
    kg:amount {json.dumps(SCRIPT)} ; kg:support "no" ; kg:conflictsWith <claim/none> .
  <evidence/v> prov:wasDerivedFrom <document/d> ; oa:exact {json.dumps("abc " + SCRIPT)} ; oa:start 0 ; oa:end "z" .
  <entity/小米%20é> a schema:Thing .
  <mention/m> kg:refersTo <entity/e> ; prov:wasDerivedFrom <document/d> .
  <claim/half> a kg:Claim .
}}
"""


class Links(HTMLParser):
    """Everything that a page could load, run or lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    @property
    def links(self) -> list[str]:
        return [value for name, value in self.attributes if name in ("href", "src", "action")]


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory):
    file: Path = tmp_path_factory.mktemp("hostile") / "hostile.trig"
    file.write_text(HOSTILE, encoding="utf-8")
    with serving(file) as client:
        yield client


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path, **HTML)
    assert (answer.status, answer.type) == (status, "text/html"), answer.text
    assert "script-src" not in answer.headers["content-security-policy"] or path.startswith("/sparql")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "Accept" in answer.headers["vary"]
    return answer.text


def test_an_entity(built: Client) -> None:
    text = page(built, "/entity/xiaomi")
    for expected in (
        "<bdi>Xiaomi</bdi>",
        "organisation",
        "invests in",
        "10 miljard",
        "planned",
        "according to",
        "<mark>",
    ):
        assert expected in text, expected
    assert 'href="/entity/lei-jun"' in text


def test_an_article_with_its_sentences_marked(built: Client) -> None:
    [article] = re.findall(r'href="(/document/[^"]+)"', page(built, "/"))[:1]
    text = page(built, article)
    assert '<mark id="s1">' in text
    assert 'href="#n1"' in text
    assert 'id="n1"' in text


def test_a_claim_with_its_evidence_and_what_does_not_go_with_it(built: Client) -> None:
    claim = json.loads(built.query("SELECT ?c { ?c kg:conflictsWith ?d }").text)["results"]["bindings"][0]["c"]["value"]
    text = page(built, claim.removeprefix("https://kg.example"))
    assert "What does not go with it" in text
    assert "two dates for one plan" in text
    assert text.count("<blockquote") >= 2


def test_every_link_of_the_pages_leads_somewhere(built: Client) -> None:
    """As far as three steps from the start."""
    seen, new = set[str](), {"/"}
    for _ in range(3):
        found = set()
        for path in sorted(new)[:150]:
            links = Links(page(built, path)).links
            found |= {link.partition("#")[0] for link in links if link.startswith("/") and "format=" not in link}
        seen |= new
        new = {link for link in found - seen if not link.startswith("/static/")}
    assert len(seen) > 40
    kinds = {path.split("/")[1] for path in seen}
    assert {"entity", "document", "claim", "ontology", "sparql?example=about"} <= kinds


def test_every_iri_of_the_graph_is_found_where_the_base_is_the_servers(tmp_path: Path, monkeypatch) -> None:
    from socket import create_server

    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.chdir(tmp_path)
    base = f"http://127.0.0.1:{port}/"
    (tmp_path / "kg.yaml").write_text(f"base_iri: {base}\n")
    graph = kg.build(Path(kg.__file__).parent.parent / "seeds", output=tmp_path / "graphs")
    with serving(graph.folder, "--port", str(port)) as client:
        quads = list(ox.parse(path=graph.folder / "kg.nq", format=ox.RdfFormat.N_QUADS))
        iris = {t.value for q in quads for t in (q.subject, q.object, q.graph_name) if isinstance(t, ox.NamedNode)}
        own = sorted(iri for iri in iris if iri.startswith(base))
        assert len(own) > 60
        for iri in own:
            answer = client.get(urlsplit(iri).path, Accept="text/turtle")
            assert (answer.status, answer.type) == (200, "text/turtle"), iri
            assert answer.body
            assert client.get(urlsplit(iri).path, **HTML).status in (200, 303)


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml, text/html;q=0.5", "application/rdf+xml"),
        ("*/*", "text/turtle"),
        (HTML["Accept"], "text/html"),
    ],
)
def test_the_same_address_for_people_and_programs(built: Client, accept: str, type_: str) -> None:
    for path in ("/entity/xiaomi", f"/resource?iri={quote(BASE + 'entity/xiaomi')}", "/ontology"):
        answer = built.get(path, Accept=accept)
        assert (answer.status, answer.type, answer.headers["vary"]) == (200, type_, "Accept")
        if type_ != "text/html":
            assert built.get(answer.headers["content-location"], Accept="image/png").body == answer.body


def test_programs_are_told_of_an_entity_and_its_claims(built: Client) -> None:
    answer = built.get("/entity/xiaomi", Accept="application/n-triples")
    triples = [quad.triple for quad in ox.parse(answer.body, format=ox.RdfFormat.N_TRIPLES)]
    assert sum(triple.predicate.value.endswith("#label") for triple in triples) == 1
    assert len({triple.subject.value for triple in triples if "/claim/" in triple.subject.value}) > 5


def test_what_is_not_there(built: Client) -> None:
    assert "Not in the graph" in page(built, "/entity/nobody", 404)
    assert built.get("/entity/nobody", Accept="text/turtle").status == 404
    assert built.get("/resource?iri=nonsense").status == 400
    assert (
        built.get(f"/resource?iri={quote('https://kg.example/ontology#ceoOf')}").headers["location"]
        == "/ontology#ceoOf"
    )
    assert built.get("/graph/entities", **HTML).headers["location"] == "/search"


def test_looking_up_by_name(built: Client) -> None:
    found = json.loads(built.get("/labels?q=jun").text)
    assert found[0] == {"iri": f"{BASE}entity/lei-jun", "label": "Lei Jun", "type": "https://schema.org/Person"}
    assert json.loads(built.get("/labels?q=LEI%20J").text)[0]["label"] == "Lei Jun"
    assert json.loads(built.get("/labels?q=zzz").text) == []
    assert 'href="/entity/lei-jun"' in page(built, "/search?q=lei")


def test_the_query_page_without_script(built: Client) -> None:
    assert "ASK" not in page(built, "/sparql")
    text = page(built, "/sparql?example=about")
    assert 'name="$name"' in text
    rows = page(built, f"/sparql?query={quote('SELECT ?who ?what { ?who kg:ceoOf ?what }')}")
    assert "1 row<" in rows
    many = page(built, f"/sparql?query={quote('SELECT ?x { ?a ?b ?x . ?c ?d ?y }')}")
    assert "This is the beginning" in many
    assert many.count("<tr>") == 1001
    assert "3 rows" in page(built, f"/sparql?query={quote('SELECT ?x { VALUES ?y { 1 2 3 } }')}")
    assert '<a href="/entity/lei-jun"' in rows
    assert ">yes<" in page(built, f"/sparql?query={quote('ASK { ?x a kg:Claim }')}")
    assert "kg:ceoOf" in page(built, f"/sparql?query={quote('CONSTRUCT WHERE { ?who kg:ceoOf ?what }')}")
    wrong = page(built, f"/sparql?query={quote('SELECT * { ?s <x> ?o ?p }')}", 400)
    assert "the query is wrong in line 1" in wrong
    assert "SELECT * { ?s &lt;x&gt; ?o ?p }" in wrong


PATHS = [
    "/",
    "/search",
    "/entity/e",
    "/document/d",
    "/claim/c",
    "/claim/half",
    "/evidence/v",
    "/mention/m",
    f"/resource?iri={quote(EVIL)}",
    f"/sparql?query={quote('SELECT * { ?s ?p ?o }')}",
    f"/sparql?query={quote('CONSTRUCT WHERE { ?s ?p ?o }')}",
    f"/sparql?query={quote('ASK { ' + json.dumps(SCRIPT))}",
    f"/search?q={quote(SCRIPT)}",
]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_in_hostile_data_runs(hostile_server: Client, path: str) -> None:
    answer = hostile_server.get(path, **HTML)
    assert answer.type == "text/html"
    assert answer.status == (400 if "ASK" in path else 200)
    found = Links(answer.text)
    assert not {"script", "img", "b"} & set(found.tags) - ({"script"} if path.startswith("/sparql") else set())
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert not [
        link for link in found.links if not link.startswith(("/", "?", "#", "http://ok.example/", BASE, "data:,"))
    ]
    assert not [link for link in found.links if link.startswith("//")]


def test_letters_of_all_scripts_in_addresses(hostile_server: Client) -> None:
    path = "/entity/%E5%B0%8F%E7%B1%B3%20%C3%A9"
    assert hostile_server.get(path, **HTML).status == 200
    answer = hostile_server.get(path, Accept="application/n-triples")
    assert (answer.status, len(answer.text.splitlines())) == (200, 1)
    assert hostile_server.get(answer.headers["content-location"]).body == answer.body


def test_the_pages_in_a_browser(hostile_server: Client, browser: "Browser") -> None:
    shown = browser.new_page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    for path in PATHS:
        shown.goto(hostile_server.url.rstrip("/") + path)
        assert shown.title() != "bad"
        assert shown.evaluate("document.querySelectorAll('main').length") == 1
    assert [text for text in complaints if "400 (Bad Request)" not in text] == []
    shown.close()
