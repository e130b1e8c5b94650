"""A graph as a Python object."""

import gc
import json
from pathlib import Path
from shutil import copytree

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

import kg
from kg.errors import KgError, UsageError
from kg.graph import Graph
from kg.query.engine import QueryEngine

DUTCH = "date 2024-03-05\n\n{} is gevestigd in Nederland. Het bedrijf maakt al jaren grote machines.\n"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
XIAOMI = "https://kg.example/entity/xiaomi"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with an article on Philips, and one on Bosch in a folder in it."""
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(DUTCH.format("Philips"))
    (folder / "sub" / "b.txt").write_text(DUTCH.format("Bosch"))
    return folder


def files(graph: Graph) -> list[str | None]:
    return [row["file"] for row in graph.query("SELECT ?file { ?document kg:file ?file } ORDER BY ?file")]


def test_a_folder_without_output_lives_as_long_as_the_graph(articles: Path) -> None:
    graph = kg.build(articles)
    assert files(graph) == ["a.txt", "sub/b.txt"]
    assert graph.summary
    assert graph.summary.documents == 2
    folder = graph.folder
    assert folder.is_dir()
    del graph
    gc.collect()
    assert not folder.exists()


def test_several_paths_and_an_output_that_can_be_opened(articles: Path, tmp_path: Path) -> None:
    built = kg.build(articles / "a.txt", str(articles / "sub"), output=str(tmp_path / "out"))
    opened = kg.open(str(tmp_path / "out"))
    assert files(built) == files(opened) == ["a.txt", "b.txt"]
    assert built.summary
    assert opened.summary is None
    assert repr(opened) == f"<kg.Graph in {tmp_path / 'out'}>"
    assert (tmp_path / "out" / "kg.trig").is_file()
    del built, opened
    gc.collect()
    assert kg.open(tmp_path / "out")


def test_open_looks_in_graphs(sample: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"^graphs: there is no graph in this folder"):
        kg.open()
    copytree(sample.folder, tmp_path / "graphs")
    assert files(kg.open()) == files(sample)


def test_articles_that_are_skipped_or_in_doubt_are_warnings_where_the_call_stands(articles: Path) -> None:
    (articles / "c.txt").touch()
    (articles / "d.txt").write_text("Het nieuws")
    with pytest.warns(UserWarning, match=r"file is empty|language is uncertain") as caught:
        graph = kg.build(articles)
    assert [str(warning.message).split(";")[0] for warning in caught] == [
        "d.txt: the language is uncertain",
        "c.txt: the file is empty",
    ]
    assert graph.summary
    assert [len(graph.summary.warnings), len(graph.summary.skipped)] == [1, 1]


@pytest.mark.filterwarnings("ignore:a.txt. the file is empty")
def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name at least one article"):
        kg.build()
    with pytest.raises(UsageError, match="no articles in this folder"):
        kg.build(tmp_path)
    (tmp_path / "a.txt").touch()
    with pytest.raises(KgError, match=r"^no article could be read; a.txt: the file is empty"):
        kg.build(tmp_path)


def test_the_users_ontology(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(KgError):
        kg.build(articles, ontology=_ontology(tmp_path, "lexicon/nl.yaml", "no: [lexicon"))


def _ontology(folder: Path, name: str, text: str) -> Path:
    path = folder / "own" / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return folder / "own"


def test_rows_are_dictionaries(sample: Graph) -> None:
    answer = sample.query("SELECT ?who ?role { ?claim rdf:subject ?who OPTIONAL { ?claim kg:evidence/kg:role ?role } }")
    assert {"who": XIAOMI, "role": None} in list(answer)
    assert {"who": "https://kg.example/entity/lei-jun", "role": "CEO"} in list(answer)
    assert sample.query("ASK { ?x kg:ceoOf ?y }").boolean is True
    with pytest.raises(KgError, match=r"took longer than 0\.01 s"):
        sample.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", timeout=0.01)


def test_select_gives_what_query_gives(sample: Graph) -> None:
    query = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?a ?b { ?a rdfs:label ?b } ORDER BY ?a ?b"
    assert list(sample.select(query)) == list(sample.query(query))


def test_networkx_has_the_entities_and_the_claims_between_them(sample: Graph) -> None:
    graph = sample.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.nodes[XIAOMI]["label"] == "Xiaomi"
    assert graph.has_edge("https://kg.example/entity/lei-jun", XIAOMI)
    centrality = nx.degree_centrality(graph)
    assert max(centrality, key=centrality.__getitem__) == XIAOMI


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # what rdflib says of itself
def test_rdflib_has_every_triple_and_answers_the_same(sample: Graph) -> None:
    dataset = sample.to_rdflib()
    store = ox.Store.read_only(str(sample.folder / "store"))
    assert {(*map(str, quad[:3]), str(quad[3])) for quad in dataset.quads()} == {
        (q.subject.value, q.predicate.value, q.object.value, q.graph_name.value) for q in store
    }
    assert len(list(dataset.quads())) == len(store)
    for query in (
        "SELECT ?s ?o { ?s rdfs:label ?o }",
        "SELECT ?o ?amount { ?claim rdf:predicate kg:investsIn ; rdf:object ?o ; kg:amountValue ?amount }",
        "SELECT ?g ?n { GRAPH ?g { ?d a schema:NewsArticle ; schema:datePublished ?n } }",
        "SELECT (COUNT(*) AS ?n) ?p { ?s ?p ?o } GROUP BY ?p",
    ):
        prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in kg.rdf.vocabulary.PREFIXES.items())
        rows = sample.query(query)
        assert len(rows) > 0
        found = [tuple(map(str, row)) for row in dataset.query(prefixes + query)]
        assert sorted(found) == sorted(tuple(row.values()) for row in rows)
    assert rdflib.Literal("Xiaomi", lang="nl") in dataset.objects(rdflib.URIRef(XIAOMI), rdflib.URIRef(LABEL))


def labels(page: Path) -> set[str]:
    """The names of the entities that an explorer page holds."""
    block = page.read_text("utf-8").partition('id="kg-graph">')[2].partition("</script>")[0]
    return set(json.loads(block)["entities"]["label"])


def test_the_explorer_of_all_and_of_what_a_query_names(sample: Graph, tmp_path: Path) -> None:
    whole, about, part = (tmp_path / f"{name}.html" for name in ("whole", "about", "part"))
    assert sample.view(str(whole)) == whole
    sample.view(about, about="lei jun")
    sample.view(part, query="CONSTRUCT { ?a kg:ceoOf ?b } WHERE { ?a kg:ceoOf ?b }")
    assert labels(whole) == labels(about) == {node["label"] for _, node in sample.to_networkx().nodes(data=True)}
    assert 'data-start="focus=entity/lei-jun&amp;about=entity+entity/lei-jun"' in about.read_text("utf-8")
    assert labels(part) == {"Lei Jun", "Xiaomi"}
    assert whole.stat().st_size < 3_000_000
    with pytest.raises(UsageError, match="Nobody"):
        sample.view(tmp_path / "none.html", about="Nobody")
    assert not (tmp_path / "none.html").exists()


def test_the_plain_picture_of_all_of_what_is_around_an_entity_and_of_an_answer(sample: Graph, tmp_path: Path) -> None:
    query = "SELECT ?claim { ?claim rdf:predicate kg:ceoOf }"
    choices: list[dict[str, str]] = [{}, {"about": "Reuters"}, {"query": query}]
    texts = [sample.view(tmp_path / "p.html", pyvis=True, **choice).read_text("utf-8") for choice in choices]
    assert ["<title>Reuters</title>" in text for text in texts] == [False, True, False]
    assert [["Reuters" in text, "Zang Ziyuan" in text, "Lei Jun" in text] for text in texts] == [
        [True, True, True],
        [True, False, False],
        [False, False, True],
    ]


def test_the_picture_as_a_pyvis_network(sample: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    network = sample.to_pyvis(about="Lei Jun")
    assert {node["label"] for node in network.nodes} == {"Lei Jun", "Xiaomi"}
    assert [(edge["label"], edge["arrows"]) for edge in network.edges] == [("CEO of", "to")]
    large = crowd(sample)
    monkeypatch.setattr(sample, "to_networkx", lambda: large)
    with pytest.raises(
        UsageError, match=r"^20,000 entities with facts are more than the 300 .* to_pyvis\(about=NAME\)"
    ):
        sample.to_pyvis()


def crowd(graph: Graph) -> nx.MultiDiGraph:
    """Very many entities."""
    large, node = nx.MultiDiGraph(), graph.to_networkx().nodes[XIAOMI]
    large.add_nodes_from((f"urn:{i}", node) for i in range(20_000))
    return large


def test_a_damaged_store_is_one_line(sample: Graph, tmp_path: Path) -> None:
    store = copytree(sample.folder / "store", tmp_path / "store")
    (store / "CURRENT").write_text("nonsense")
    for use in (kg.open(tmp_path).to_networkx, lambda: QueryEngine(store).query("ASK {}")):
        with pytest.raises(KgError, match="the graph cannot be read; build it again"):
            use()


def test_in_a_notebook_the_picture_is_drawn_alone_and_nothing_is_fetched(sample: Graph, opened) -> None:
    found = opened(f"<!DOCTYPE html><title>Notebook</title>{sample._repr_html_()}")
    [frame] = found.page.main_frame.child_frames
    frame.wait_for_selector("#picture canvas")
    drawn = frame.evaluate(
        """() => {
          const canvas = document.querySelector("#picture canvas");
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          return new Set(new Uint32Array(pixels.buffer)).size;
        }"""
    )
    assert drawn > 20  # colours
    assert "Xiaomi" in frame.locator("body").inner_text()
    assert found.errors == []
    assert [url for url in found.requests if not url.startswith(("file:", "about:srcdoc"))] == []
    assert found.failures == []
    reached = "() => { try { return parent.document.title } catch (error) { return error.name } }"
    assert frame.evaluate(reached) == "SecurityError"


def test_a_graph_too_large_for_a_notebook_says_what_to_do(sample: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    large = crowd(sample)
    monkeypatch.setattr(sample, "to_networkx", lambda: large)
    assert sample._repr_html_() == (
        '<p>20,000 entities with facts; a picture here shows 300 well. <code>g.view("kg.html")</code> writes a page on '
        'which to explore them all, <code>g.to_pyvis(about="NAME")</code> draws what is around one.</p>'
    )


@pytest.mark.parametrize(
    ("query", "drawn", "named"),
    [
        ("CONSTRUCT { ?a kg:ceoOf ?b } WHERE { ?a kg:ceoOf ?b }", True, True),
        ("CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}", True, False),  # what the query made
        ("CONSTRUCT { ?a kg:ceoOf ?b } WHERE { ?a kg:sues ?b }", False, False),
        ("SELECT ?a { ?a kg:ceoOf ?b }", False, True),
    ],
)
def test_in_a_notebook_the_triples_of_an_answer_are_a_picture(
    sample: Graph, query: str, drawn: bool, named: bool
) -> None:
    shown = sample.query(query)._repr_html_()
    assert ("<iframe" in shown, "Lei Jun" in shown) == (drawn, named)
