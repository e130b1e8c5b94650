"""kg export: every format is read by a real reader of it, whatever articles call things."""

import json
import re
from pathlib import Path

import ladybug
import networkx as nx
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from exported import BASE, FOLDERS, READERS, exported, exported_files, written
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from kg.cli.export import NAMES
from kg.errors import KgError, UsageError
from kg.rdf.export import statements
from kg.rdf.export.cypher import literal
from kg.rdf.export.formats import FORMATS, export
from kg.rdf.export.xml import sound
from kg.rdf.vocabulary import PREFIXES, RDF

PLAIN = ["Xiaomi", "Reuters"]
HOSTILE = [
    "<b>\"quoted\"</b> & 'c'",
    "back\\slash \\u0027 {x} `y` $z",
    "two\nlines\r\nand\ttabs\r",
    "\u202egpj.exe\u2066",
    "’t Éénd — 小米 😀",
    "=HYPERLINK(1)",
    "'; MATCH (n) DETACH DELETE n; //",
    "]]> --> <!ENTITY x> &x; %y;",
    "\u0085\u2028\u2029",
    "lang " * 20_000,
]
CONTROL = "NUL\x00 BEL\x07 \x0b\x0c\x1b[2J \ufffe"
XML = {"rdfxml", "graphml", "gexf"}
FILES = [form.name for form in FORMATS if form.write]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of hostile names, for reading only."""
    return written(tmp_path_factory.mktemp("hostile"), [*HOSTILE, CONTROL])


def named(form: str, graph: Path, folder: Path) -> dict[str, str]:
    """What entities are called, in the export of a graph."""
    if form in FOLDERS:
        return FOLDERS[form](exported_files(graph, form, folder / form))
    return READERS[form](exported(graph, form))


def expected(form: str, names: list[str]) -> dict[str, str]:
    """What is to come back: XML cannot hold control characters, and Neo4j takes rows of one line only."""
    if form in XML:
        names = [sound(name) for name in names]
    if form == "csv":
        names = [" ".join(name.splitlines()).replace("\0", "\ufffd") for name in names]
    return {f"{BASE}entity/e{i}": name for i, name in enumerate(names)}


@pytest.mark.parametrize("form", [*READERS, *FOLDERS])
def test_hostile_names_come_back(form: str, graph: Path, tmp_path: Path) -> None:
    assert named(form, graph, tmp_path) == expected(form, [*HOSTILE, CONTROL])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # in rdflib
def test_any_name_comes_back_in_every_format(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)

    @given(st.lists(text, min_size=1, max_size=4))
    @settings(max_examples=15, deadline=None)
    def comes_back(names: list[str]) -> None:
        folder = tmp_path_factory.mktemp("any")
        graph = written(folder / "graph", names)
        for form in (*READERS, *FOLDERS):
            assert named(form, graph, folder) == expected(form, names), form

    comes_back()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
@example("\\u0027 or \\\\u0027")
@settings(max_examples=50, deadline=None)
def test_a_string_of_cypher_comes_back(text: str) -> None:
    assert CYPHER.execute(f"RETURN {literal(text)}").get_next()[0] == text


CYPHER = ladybug.Connection(ladybug.Database())
STRING = r"'(?:[^'\\]|\\.)*'(?: \+ '(?:[^'\\]|\\.)*')*"
VALUE = rf"(?:{STRING}|date\({STRING}\)|-?[0-9.e+-]+)"
MAP = rf"\{{(?:`\w+`: {VALUE}(?:, )?)*\}}"
NODE = rf"MERGE \([ab]:\w+ \{{id: {STRING}\}}\)(?: SET b\.name = {STRING})?"
STATEMENT = re.compile(
    rf"CREATE CONSTRAINT .*|MERGE \(n:Entity \{{id: {STRING}\}}\) SET n:\w+, n \+= {MAP};"
    rf"|{NODE} {NODE} MERGE \(a\)-\[r:`\w+` \{{claim: {STRING}\}}\]->\(b\) SET r \+= {MAP};"
)


def test_a_script_of_cypher_is_statements_of_one_line_with_strings(graph: Path) -> None:
    text = exported(graph, "cypher").decode()
    lines = text.removesuffix("\n").split("\n")
    assert len(lines) == 2 + 11 + 22
    assert [line for line in lines if not STATEMENT.fullmatch(line)] == []


@pytest.mark.parametrize("form", FILES)
def test_equal_graphs_give_equal_bytes(form: str, graph: Path) -> None:
    assert exported(graph, form) == exported(graph, form)


@pytest.mark.parametrize("form", FOLDERS)
def test_equal_graphs_give_equal_files(form: str, graph: Path, tmp_path: Path) -> None:
    one, two = (exported_files(graph, form, tmp_path / name) for name in ("one", "two"))
    files = sorted(path.name for path in one.iterdir())
    assert files
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in files)


def test_rdf_holds_every_statement(tmp_path: Path) -> None:
    graph = written(tmp_path, HOSTILE)  # without what XML cannot hold
    whole = set(ox.parse(path=graph / "kg.nq", format=ox.RdfFormat.N_QUADS))
    triples = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in whole}
    assert set(ox.parse(exported(graph, "nq"), format=ox.RdfFormat.N_QUADS)) == whole
    assert set(ox.parse(exported(graph, "trig"), format=ox.RdfFormat.TRIG)) == whole
    assert set(ox.parse(exported(graph, "ttl"), format=ox.RdfFormat.TURTLE)) == triples
    assert set(ox.parse(exported(graph, "jsonld"), format=ox.RdfFormat.JSON_LD)) == triples
    assert set(ox.parse(exported(graph, "rdfxml"), format=ox.RdfFormat.RDF_XML)) == triples


def test_large_graphs_are_sorted_in_pieces(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = exported(graph, "ttl")
    monkeypatch.setattr(statements, "LINES", 7)
    assert exported(graph, "ttl") == whole


@pytest.mark.parametrize(
    ("form", "syntax"), [("ttl", "TURTLE"), ("trig", "TRIG"), ("nq", "N_QUADS"), ("rdfxml", "RDF_XML")]
)
def test_triple_terms_take_the_place_of_subject_predicate_and_object(form: str, syntax: str, tmp_path: Path) -> None:
    graph = written(tmp_path, PLAIN)
    quads = list(ox.parse(exported(graph, form, rdf12=True), format=getattr(ox.RdfFormat, syntax)))
    claims = {}
    for quad in ox.parse(path=graph / "kg.nq", format=ox.RdfFormat.N_QUADS):
        if (name := quad.predicate.value.removeprefix(RDF)) in ("subject", "predicate", "object"):
            claims.setdefault(quad.subject, {})[name] = quad.object
    terms = {quad.subject: quad.object for quad in quads if quad.predicate.value == RDF + "reifies"}
    assert terms == {claim: ox.Triple(c["subject"], c["predicate"], c["object"]) for claim, c in claims.items()}
    assert not {quad for quad in quads if quad.predicate.value in (RDF + "subject", RDF + "object")}


def test_json_ld_reads_well(tmp_path: Path) -> None:
    found = json.loads(exported(written(tmp_path, PLAIN), "jsonld"))
    things = {thing["id"]: thing for thing in found["@graph"]}
    assert things["entity/e0"] == {
        "id": "entity/e0",
        "type": "Organization",
        "label": {"nl": "Xiaomi"},
        "isA": {"nl": "Xiaomi"},
        "mentionCount": 1,
    }
    [claim] = [
        thing for thing in things.values() if thing.get("predicate") == "ceoOf" and thing["subject"] == "entity/e0"
    ]
    assert (claim["modality"], claim["object"], claim["start"]) == ("Planned", {"@id": "entity/e1"}, "2024-01-01")
    assert claim["confidence"] == "0.5"
    assert found["@context"]["ceoOf"] == {"@id": "https://kg.example/ontology#ceoOf", "@type": "@id"}


def test_json_ld_keeps_what_its_short_names_do_not_expect(tmp_path: Path) -> None:
    statements = [
        "<https://kg.example/entity/a:b/../c> rdfs:label 'no language', 'nl'@nl",
        "<https://kg.example/x> kg:ceoOf 'a text', <https://kg.example/y.z>",
        "<https://kg.example/x> kg:mentionCount '007'^^xsd:integer",
        "<https://kg.example/x> kg:confidence '1'^^xsd:double",
        "<https://kg.example/x> <u:p> <u:q>, true",
    ]
    prefixes = "".join(f"@prefix {name}: <{iri}> . " for name, iri in PREFIXES.items())
    quads = ox.parse(f"{prefixes} <g:g> {{ {' . '.join(statements)} }}", format=ox.RdfFormat.TRIG)
    (tmp_path / "kg.nq").write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    before = {q.triple for q in ox.parse(path=tmp_path / "kg.nq", format=ox.RdfFormat.N_QUADS)}
    assert len(before) == 8
    assert {q.triple for q in ox.parse(exported(tmp_path, "jsonld"), format=ox.RdfFormat.JSON_LD)} == before


def test_networks_have_types_weights_sources_and_dates(tmp_path: Path) -> None:
    text = exported(written(tmp_path, PLAIN), "graphml").decode()
    for network in [nx.parse_graphml(text, force_multigraph=True)]:
        assert network.nodes[f"{BASE}entity/e0"] == {"label": "Xiaomi", "type": "ORG", "mentions": 1}
        [[_, _, edge]] = network.out_edges(f"{BASE}entity/e0", data=True)
        assert edge | {"id": ""} == {
            "id": "",
            "label": "ceoOf",
            "modality": "Planned",
            "weight": 1.0,
            "said_by": "Xiaomi",
            "role": "CEO",
            "when": "2024-01/2024-06",
            "first_day": "2024-01-01",
            "last_day": "2024-06-30",
            "confidence": 0.5,
            "sources": 1,
            "evidence": 1,
        }


def test_gexf_keeps_to_its_rules(graph: Path) -> None:
    root = etree.fromstring(exported(graph, "gexf"))
    space = {"g": "http://gexf.net/1.3"}
    [network] = root.findall("g:graph", space)
    assert dict(network.attrib) == {
        "mode": "dynamic",
        "defaultedgetype": "directed",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    nodes = {node.get("id") for node in network.iterfind("g:nodes/g:node", space)}
    edges = network.findall("g:edges/g:edge", space)
    assert len(edges) == 11
    assert all({edge.get("source"), edge.get("target")} <= nodes for edge in edges)
    assert {(edge.get("start"), edge.get("end")) for edge in edges} == {("2024-01-01", "2024-06-30")}
    for of, items in (("node", network.iterfind("g:nodes/g:node", space)), ("edge", edges)):
        declared = network.xpath(f"g:attributes[@class='{of}']/g:attribute/@id", namespaces=space)
        used = {value.get("for") for item in items for value in item.iterfind("g:attvalues/g:attvalue", space)}
        assert used <= set(declared)


def test_parquet_has_typed_tables(tmp_path: Path) -> None:
    folder = exported_files(written(tmp_path / "graph", PLAIN), "parquet", tmp_path / "out")
    tables = {path.stem: pq.read_table(path) for path in sorted(folder.iterdir())}
    assert {name: table.num_rows for name, table in tables.items()} == {"claims": 4, "entities": 2, "evidence": 4}
    types = {str(tables["claims"].schema.field(name).type) for name in ("start", "confidence", "support", "text")}
    assert types == {"date32[day]", "double", "int64", "string"}
    claims = {row["id"] for row in tables["claims"].to_pylist()}
    assert {row["claim"] for row in tables["evidence"].to_pylist()} == claims


def test_neo4j_finds_the_ends_of_every_relationship(graph: Path, tmp_path: Path) -> None:
    folder = exported_files(graph, "csv", tmp_path / "out")
    nodes = (folder / "nodes.csv").read_text("utf-8").splitlines()
    relationships = (folder / "relationships.csv").read_text("utf-8").splitlines()
    ids = {line.split(",")[0] for line in nodes[1:]}
    assert nodes[0] == "id:ID,name,type,mentions:int,names,same_as,:LABEL"
    assert relationships[0].startswith(":START_ID,:END_ID,:TYPE,")
    assert {end for line in relationships[1:] for end in line.split(",")[:2]} <= ids


# What cannot be done


def test_the_command_knows_every_format() -> None:
    assert [form.name for form in FORMATS] == NAMES


@pytest.mark.parametrize(
    ("form", "options", "complaint"),
    [
        ("csv", {}, "csv is several files; name a folder for them with -o"),
        ("gexf", {"rdf12": True}, "gexf has no triple terms; --statements rdf12 is for ttl, trig, nq, rdfxml"),
    ],
)
def test_what_does_not_go_together_is_a_mistake(
    form: str, options: dict[str, bool], complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=complaint):
        exported(written(tmp_path, PLAIN), form, **options)


def test_a_folder_without_a_graph_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no graph in this folder"):
        export(tmp_path / "none", "csv", tmp_path / "out", BASE)
    assert not (tmp_path / "out").exists()


def test_a_file_is_kept_when_the_new_one_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = written(tmp_path / "graph", PLAIN)
    (tmp_path / "out.nq").write_text("before", "utf-8")
    monkeypatch.setattr(statements, "graph_of", None)  # not used by plain statements
    export(graph, "nq", tmp_path / "out.nq", BASE)
    after = (tmp_path / "out.nq").read_bytes()
    with pytest.raises(TypeError):
        export(graph, "nq", tmp_path / "out.nq", BASE, rdf12=True)
    assert (tmp_path / "out.nq").read_bytes() == after
    assert {path.name for path in tmp_path.iterdir()} == {"graph", "out.nq"}


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KgError, match=r"file.*cannot be written"):
        export(written(tmp_path / "graph", PLAIN), "nq", tmp_path / "file" / "out.nq", BASE)
