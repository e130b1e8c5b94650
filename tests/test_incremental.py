"""A build that goes on from an earlier one gives the same bytes as one from nothing."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.cache import Cache
from kg.errors import KgError
from kg.pipeline import build_graph

TEXTS = [
    "Apple-CEO Steve Jobs presenteerde de iPhone. Jobs noemde Apple een computermaker.",
    "Apple Computer opende een winkel in Parijs. Apple is gevestigd in Cupertino.",
    "Het aandeel Philips steeg met 5 procent.",
    "Het aandeel Philips daalde met 2 procent, aldus persbureau ANP.",
    "Jan de Vries is topman van Philips.",
    "De voetballer Jan de Vries speelt voor Ajax.",
    "Cisco neemt Linksys over. Cisco Systems meldde een winst van 3 miljard dollar.",
    "De Europese Centrale Bank (ECB) verlaagt de rente.",
]
ARTICLES = st.dictionaries(st.sampled_from(["a", "b", "c", "d/e"]), st.sampled_from(TEXTS), min_size=1)


def written(folder: Path) -> dict[str, bytes]:
    """The bytes of the graph's files, and what is in its store."""
    store = ox.Store.read_only(str(folder / "store"))
    lines = sorted(f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} .\n" for quad in store)
    files = {name: (folder / name).read_bytes() for name in ("kg.nq", "kg.trig")}
    assert sorted(files["kg.nq"].decode().splitlines(keepends=True)) == lines
    return files


def put(articles: dict[str, str], folder: Path, order: random.Random | None = None) -> list[Path]:
    """Write articles, in some order, and return their paths."""
    names = sorted(articles)
    if order:
        order.shuffle(names)
    for name in names:
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(articles[name], "utf-8")
    return [folder]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(ARTICLES, min_size=2, max_size=4), seed=st.integers(0, 9))
def test_every_state_is_as_if_built_from_nothing(
    steps: list[dict[str, str]], seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Articles come, change and go, in any order."""
    kept, order = tmp_path_factory.mktemp("kept"), random.Random(seed)
    for number, articles in enumerate(steps):
        build_graph(put(articles, kept / str(number), order), kept / "graphs")
    fresh = tmp_path_factory.mktemp("fresh")
    build_graph(put(steps[-1], fresh / "articles"), fresh / "graphs")
    assert written(kept / "graphs") == written(fresh / "graphs")


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    articles = put({"a": TEXTS[0], "b": TEXTS[2]}, tmp_path / "in")
    read: list[tuple[int, int]] = []
    build_graph(articles, tmp_path / "out", progress=lambda done, total: read.append((done, total)))
    put({"b": TEXTS[3]}, tmp_path / "in")
    again: list[tuple[int, int]] = []
    build_graph(articles, tmp_path / "out", progress=lambda done, total: again.append((done, total)))
    assert (read, again) == ([(0, 2), (1, 2), (2, 2)], [(1, 2), (2, 2)])


def test_fresh_reads_all(tmp_path: Path) -> None:
    articles = put({"a": TEXTS[0], "b": TEXTS[2]}, tmp_path / "in")
    build_graph(articles, tmp_path / "out")
    before = written(tmp_path / "out")
    read: list[int] = []
    build_graph(articles, tmp_path / "out", fresh=True, progress=lambda done, total: read.append(done))
    assert read == [0, 1, 2]
    assert written(tmp_path / "out") == before


@pytest.mark.parametrize(
    "damaged", ["kg.nq", "store/CURRENT", ".remembered/articles.sqlite", ".remembered/manifest.json"]
)
def test_what_another_hand_changed_is_made_anew(damaged: str, tmp_path: Path) -> None:
    articles = put({"a": TEXTS[0], "b": TEXTS[2]}, tmp_path / "in")
    build_graph(articles, tmp_path / "out")
    before = written(tmp_path / "out")
    (tmp_path / "out" / damaged).write_bytes(b"no such thing\n" * 1000)
    build_graph(articles, tmp_path / "out")
    assert written(tmp_path / "out") == before


def test_a_store_that_was_deleted_is_made_anew(tmp_path: Path) -> None:
    articles = put({"a": TEXTS[0], "b": TEXTS[2]}, tmp_path / "in")
    build_graph(articles, tmp_path / "out")
    before = written(tmp_path / "out")
    shutil.rmtree(tmp_path / "out" / "store")
    build_graph(articles, tmp_path / "out")
    assert written(tmp_path / "out") == before


def test_a_second_build_at_the_same_time_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cache.WAIT", 0.1)
    articles = put({"a": TEXTS[0]}, tmp_path / "in")
    first = Cache(tmp_path / "out" / ".remembered", "another")
    with pytest.raises(KgError, match=r"articles\.sqlite: another build may be writing there"):
        build_graph(articles, tmp_path / "out")
    first.close()
    assert build_graph(articles, tmp_path / "out").documents == 1


def test_what_another_version_remembered_is_read_anew(tmp_path: Path) -> None:
    articles = put({"a": TEXTS[0]}, tmp_path / "in")
    build_graph(articles, tmp_path / "out")
    before = written(tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out" / ".remembered" / "articles.sqlite")) as file:
        file.execute("UPDATE article SET entry = ?", (b"\x93\x01\x02\x03",))
        file.commit()
    build_graph(articles, tmp_path / "out")
    assert written(tmp_path / "out") == before


def test_another_ontology_reads_all_anew(tmp_path: Path) -> None:
    articles = put({"a": TEXTS[0]}, tmp_path / "in")
    build_graph(articles, tmp_path / "out")
    own = tmp_path / "ontology"
    own.mkdir()
    (own / "names.yaml").write_text("descriptors: []\n", "utf-8")
    read: list[int] = []
    build_graph(articles, tmp_path / "out", ontology=own, progress=lambda done, total: read.append(done))
    assert read == [0, 1]
