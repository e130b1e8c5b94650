"""The files of a graph, and that nothing is lost when they cannot be written."""

import random
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.documents.document import Document
from kg.errors import KgError
from kg.rdf.write import write_graph
from kg.resolve.resolved import Entity, EntityMention, Evidence, Fact, Resolved, ResolvedDocument

BASE = "https://kg.example/"
HOSTILE = ['<b>"quoted"</b>', "back\\slash", "two\nlines\r\n", "\u202egpj.exe", "NUL\x00 BEL\x07", "’t Éénd — 小米 😀"]


def resolved(names: list[str] = HOSTILE) -> Resolved:
    documents, mentions, entities, facts = [], [], [], []
    for i, name in enumerate(names):
        documents.append(ResolvedDocument(Document(f"d{i}", f"{i}", (f"{name}.txt",), name, title=name), "nl"))
        entities.append(Entity(f"entity/e{i}", "ORG", (("nl", name),)))
        mentions.append(EntityMention(f"d{i}", f"entity/e{i}", 0, len(name), name, "name", "nl"))
        evidence = Evidence(f"d{i}", 0, len(name), name, "nl", (0, len(name)), None, "kinds", 0.5)
        facts.append(Fact(f"entity/e{i}", "isA", name, True, "Asserted", None, None, None, "nl", (evidence,)))
    return Resolved(tuple(documents), tuple(entities), tuple(mentions), tuple(facts))


def shuffled(whole: Resolved) -> Resolved:
    order = random.Random(1)
    parts = {
        f: tuple(order.sample(p := getattr(whole, f), len(p))) for f in ("documents", "entities", "mentions", "facts")
    }
    return replace(whole, **parts)


def test_the_three_forms_hold_the_same_quads(tmp_path: Path) -> None:
    write_graph(resolved(), tmp_path, BASE)
    nquads = set(ox.parse(path=tmp_path / "kg.nq", format=ox.RdfFormat.N_QUADS))
    trig = set(ox.parse(path=tmp_path / "kg.trig", format=ox.RdfFormat.TRIG))
    assert nquads == trig
    assert nquads == set(ox.Store.read_only(str(tmp_path / "store")))
    labels = {quad.object.value for quad in nquads if quad.predicate.value.endswith("#label")}
    assert labels == set(HOSTILE)


def test_the_lines_of_each_graph_stand_together_sorted(tmp_path: Path) -> None:
    write_graph(resolved(), tmp_path, BASE)
    lines = (tmp_path / "kg.nq").read_text("utf-8").splitlines(keepends=True)
    graphs = [line.removesuffix(" .\n").rpartition(" ")[2] for line in lines]
    for graph in set(graphs):
        own = [line for line, of in zip(lines, graphs, strict=True) if of == graph]
        assert own == sorted(set(own))
    assert len([graph for graph, _ in groupby(graphs)]) == len(set(graphs))


def test_equal_input_in_any_order_gives_equal_bytes(tmp_path: Path) -> None:
    whole = resolved()
    assert shuffled(whole) != whole
    for folder, graph in (("one", whole), ("two", whole), ("three", shuffled(whole))):
        write_graph(graph, tmp_path / folder, BASE)
    for file in ("kg.nq", "kg.trig"):
        assert len({(tmp_path / folder / file).read_bytes() for folder in ("one", "two", "three")}) == 1


def test_a_graph_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    write_graph(resolved(), tmp_path, BASE)
    reader = ox.Store.read_only(str(tmp_path / "store"))
    before = len(reader)
    write_graph(resolved(["Philips"]), tmp_path, BASE)
    assert len(reader) == before  # who reads the old one can go on
    assert len(ox.Store.read_only(str(tmp_path / "store"))) < before
    assert {path.name for path in tmp_path.iterdir()} == {"kg.nq", "kg.trig", "store", ".remembered"}


def test_what_was_there_is_kept_when_the_new_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_graph(resolved(), tmp_path, BASE)
    before = (tmp_path / "kg.nq").read_bytes()
    monkeypatch.setattr("kg.rdf.write._trig", _full)
    with pytest.raises(KgError, match="cannot write the graph: No space left on device"):
        write_graph(resolved(["Philips"]), tmp_path, BASE)
    assert (tmp_path / "kg.nq").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"kg.nq", "kg.trig", "store", ".remembered"}


def _full(*_: object) -> bytes:
    raise OSError(28, "No space left on device")
