"""RDF files of every form, together in one server."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from serving import HTML, Client, serving

QUADS = [
    ox.Quad(ox.NamedNode("http://ex.example/a"), ox.NamedNode("http://ex.example/p"), ox.Literal(str(i)))
    for i in range(6)
]
FORMS = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("files")
    for (ending, form), quad in zip(FORMS.items(), QUADS, strict=True):
        (folder / f"a.{ending}").write_bytes(ox.serialize([quad.triple], format=form) or b"")
    with serving(*sorted(folder.iterdir()), "--host", "localhost") as client:
        yield client


def test_all_of_them_are_read(files: Client) -> None:
    rows = json.loads(files.query("SELECT ?x { ?s ?p ?x } ORDER BY ?x").text)["results"]["bindings"]
    assert [row["x"]["value"] for row in rows] == [str(i) for i in range(6)]


def test_other_data_has_pages_too(files: Client) -> None:
    assert "6</strong> statements" in files.get("/", **HTML).text
    text = files.get("/resource?iri=http://ex.example/a", **HTML).text
    assert all(f">{i}</span>" in text for i in range(6))
    assert files.get("/resource?iri=http://ex.example/p", Accept="text/turtle").status == 200
    assert files.get("/resource?iri=http://ex.example/none", Accept="text/turtle").status == 404
