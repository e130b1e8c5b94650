"""The README is true: its examples give what it shows, and what it links to is there."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from kgcommand import ROOT, command
from readme import README, examples, links

TEXT = README.read_text("utf-8")


@pytest.mark.parametrize(("arguments", "output"), examples(TEXT))
def test_an_example_gives_what_is_shown(graphs: Path, arguments: list[str], output: str) -> None:
    done = command(graphs.parent, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.rstrip() for line in done.stdout.splitlines()] == output.splitlines()


def test_there_are_examples() -> None:
    assert len(examples(TEXT)) >= 3


def test_what_it_links_to_is_there() -> None:
    assert [path for path in links(TEXT) if not path.exists()] == []


def test_the_sample_graph_is_that_of_the_sample_article(graphs: Path) -> None:
    """Without confidences: the 8-bit network gives slightly other ones on other processors."""
    assert _triples(ROOT / "graphs" / "sample" / "kg.trig") == _triples(graphs / "kg.trig")


def _triples(path: Path) -> set[str]:
    quads = ox.parse(path=str(path), format=ox.RdfFormat.TRIG)
    return {str(quad) for quad in quads if not quad.predicate.value.endswith("#confidence")}
