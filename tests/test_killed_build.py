"""A build that is killed, at whatever moment, leaves the graph that was there, and the next one finishes its work."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.pipeline import build_graph

BEFORE = "---\nlanguage: nl\n---\nJan de Vries is topman van Philips."
AFTER = "---\nlanguage: nl\n---\nPiet Smit is topman van Ahold."
COMPANIES = "SELECT ?what { ?who kg:ceoOf ?company . ?company rdfs:label ?what }"
# The build stops itself where a call of that name begins, so that the moment is sure to be met.
STOPPED = """
import os, signal, sys
from pathlib import Path
import kg.rdf.place, kg.rdf.previous, kg.rdf.write
from kg.pipeline import build_graph

module, name = {moment!r}
def stop(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(sys.modules[module], name, stop)
build_graph([Path({articles!r})], Path({graphs!r}))
"""
MOMENTS = [
    ("kg.rdf.write", "named_graphs"),
    ("kg.rdf.write", "_trig"),
    ("kg.rdf.write", "switch"),
    ("kg.rdf.place", "_sync"),
    ("kg.rdf.place", "_move"),
    ("kg.rdf.write", "write_manifest"),
]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment[1])
def test_killed_while_it_writes(tmp_path: Path, moment: tuple[str, str]) -> None:
    articles, graphs = tmp_path / "articles", tmp_path / "graphs"
    articles.mkdir()
    (articles / "a.txt").write_text(BEFORE)
    build_graph([articles], graphs)
    assert _companies(graphs) == {"Philips"}
    (articles / "a.txt").write_text(AFTER)
    script = STOPPED.format(moment=moment, articles=str(articles), graphs=str(graphs))
    killed = subprocess.run([sys.executable, "-c", script], check=False, env={**os.environ, "PYTHONPATH": _packages()})
    assert killed.returncode == -signal.SIGKILL
    assert _companies(graphs) in ({"Philips"}, {"Ahold"})
    build_graph([articles], graphs)
    assert _companies(graphs) == {"Ahold"}
    build_graph([articles], tmp_path / "fresh")
    for file in ("kg.nq", "kg.trig"):
        assert (graphs / file).read_bytes() == (tmp_path / "fresh" / file).read_bytes()
    assert {path.name for path in graphs.iterdir()} == {"kg.nq", "kg.trig", "store", ".remembered"}


def _companies(graphs: Path) -> set[str | None]:
    return {row["what"] for row in kg.open(graphs).query(COMPANIES)}


def _packages() -> str:
    return str(Path(kg.__file__).parent.parent)
