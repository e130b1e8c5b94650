"""docs/queries.md is true: every saved query is in it, and its examples give what it shows."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from kgcommand import ROOT
from readme import examples

from kg.query.ask import ask
from kg.query.engine import QueryEngine
from kg.query.formats import write
from kg.query.saved import SavedQuery, saved_queries, saved_query, unnamed

PAGE = ROOT / "docs" / "queries.md"
TEXT = PAGE.read_text("utf-8")
WIDTH = 100  # columns of the terminal that it shows
MORE = "..."
SPARQL = re.compile(r"```sparql\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
SURENESS = re.compile(r"\b0\.\d\d\b")  # differs a little among processors
OWN = re.compile(r"```sparql\n(# Who .*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def engine(graphs: Path) -> Iterator[QueryEngine]:
    with QueryEngine(graphs / "store") as engine:
        yield engine


def shown(engine: QueryEngine, saved: SavedQuery, given: dict[str, str | None]) -> list[str]:
    lines = write(ask(engine, saved, given), "table", WIDTH).rstrip("\n").split("\n")
    return [SURENESS.sub("0.99", line.rstrip()) for line in lines]


@pytest.mark.parametrize(("arguments", "output"), examples(TEXT))
def test_a_saved_query_answers_so(engine: QueryEngine, arguments: list[str], output: str) -> None:
    _, name, *rest = arguments
    given = {flag.removeprefix("--"): value for flag, value in zip(rest[::2], rest[1::2], strict=True)}
    expected = SURENESS.sub("0.99", output).splitlines()
    found = shown(engine, saved_query(name), given)
    if expected[-1] == MORE:
        expected, found = expected[:-1], found[: len(expected) - 1]
    assert found == expected


@pytest.mark.parametrize(("query", "output"), SPARQL.findall(TEXT))
def test_a_query_of_ones_own_answers_so(engine: QueryEngine, query: str, output: str) -> None:
    assert shown(engine, unnamed(query), {}) == output.splitlines()


def test_there_are_examples() -> None:
    assert len(examples(TEXT)) > 15
    assert len(SPARQL.findall(TEXT)) > 8


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_every_saved_query_is_told_of(saved: SavedQuery) -> None:
    section = re.search(rf"#### {saved.name}\n\n(.*?)\n#", TEXT + "\n#", re.DOTALL)
    assert section
    assert section[1].startswith(saved.description + "\n")
    assert all(f"- `{each.call}`: {each.meaning}\n" in section[1] for each in saved.asks)
    calls = [shlex.split(line)[3] for line in section[1].splitlines() if line.startswith("$ kg query ")]
    assert calls == [saved.name]


def test_the_saved_query_of_ones_own_is_one(engine: QueryEngine, tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "offices.rq").write_text(OWN.findall(TEXT)[0])
    saved = saved_query("offices", tmp_path)
    assert saved.call == "offices --office TEXT [--since DATE]"
    assert ask(engine, saved, {"office": "minister"}).variables == ("who", "role", "when")


def test_what_it_links_to_is_there() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert targets
    assert all((PAGE.parent / target).exists() for target in targets)
