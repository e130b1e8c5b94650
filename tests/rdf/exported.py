"""Graphs to export, and a real reader for each format: all give what entities and texts are called."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import rdflib
from rdflib.namespace import RDFS

from kg.documents.document import Document
from kg.rdf.export.formats import export
from kg.rdf.write import write_graph
from kg.resolve.resolved import Entity, EntityMention, Evidence, Fact, Resolved, ResolvedDocument

BASE = "https://kg.example/"
ENTITY = re.compile(rf"{BASE}entity/e\d+")
Names = set[str]


def resolved(names: list[str]) -> Resolved:
    """A document and an entity for each name; each is the CEO of the next one, and is said to be what it is called."""
    documents, mentions, entities, facts = [], [], [], []
    for i, name in enumerate(names):
        place = (2, 2 + len(name))
        documents.append(ResolvedDocument(Document(f"d{i}", f"{i}", (f"{i}.txt",), f"A {name}", title=name), "nl"))
        entities.append(Entity(f"entity/e{i}", "ORG", (("nl", name),)))
        mentions.append(EntityMention(f"d{i}", f"entity/e{i}", 2, 2 + len(name), name, "name", "nl"))
        evidence = Evidence(f"d{i}", *place, name, "nl", place, None, "kinds", 0.5, "CEO")
        facts.append(Fact(f"entity/e{i}", "isA", name, True, "Asserted", None, None, None, "nl", (evidence,)))
        other, when = f"entity/e{(i + 1) % len(names)}", "2024-01/2024-06"
        source = f"entity/e{i}"
        facts.append(Fact(f"entity/e{i}", "ceoOf", other, False, "Planned", source, None, when, None, (evidence,)))
    return Resolved(tuple(documents), tuple(entities), tuple(mentions), tuple(facts))


def written(folder: Path, names: list[str]) -> Path:
    """The graph of such names."""
    write_graph(resolved(names), folder, BASE)
    return folder


def exported(graph: Path, form: str, **options: bool) -> bytes:
    """The graph in a format of one file."""
    output = io.BytesIO()
    export(graph, form, output, BASE, **options)
    return output.getvalue()


def exported_files(graph: Path, form: str, folder: Path) -> Path:
    """The graph in a format of several files."""
    export(graph, form, folder, BASE)
    return folder


def rdf(syntax: str) -> Callable[[bytes], dict[str, str]]:
    """What entities are called, by an rdflib parser."""

    def read(text: bytes) -> dict[str, str]:
        graph = rdflib.Dataset(default_union=True).parse(data=text, format=syntax)
        return {str(s): str(o) for s, o in graph.subject_objects(RDFS.label)}

    return read


def graphml(text: bytes) -> dict[str, str]:
    graph = nx.read_graphml(io.BytesIO(text), force_multigraph=True)
    return dict(graph.nodes(data="label"))


def gexf(text: bytes) -> dict[str, str]:
    graph = nx.read_gexf(
        io.BytesIO(text.replace(b"gexf.net/1.3", b"www.gexf.net/1.2draft").replace(b'"1.3"', b'"1.2"'))
    )
    return dict(graph.nodes(data="label"))


def neo4j(folder: Path) -> dict[str, str]:
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        return {row["id:ID"]: row["name"] for row in csv.DictReader(file) if ENTITY.fullmatch(row["id:ID"])}


def parquet(folder: Path) -> dict[str, str]:
    rows = pq.read_table(folder / "entities.parquet").to_pylist()
    return {row["id"]: row["label"] for row in rows}


READERS: dict[str, Callable[[bytes], dict[str, str]]] = {
    "ttl": rdf("turtle"),
    "trig": rdf("trig"),
    "nq": rdf("nquads"),
    "jsonld": rdf("json-ld"),
    "rdfxml": rdf("xml"),
    "graphml": graphml,
    "gexf": gexf,
}
FOLDERS: dict[str, Callable[[Path], dict[str, str]]] = {"csv": neo4j, "parquet": parquet}
