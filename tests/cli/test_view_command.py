"""`kg view` on the sample article; the page itself is tested in tests/view."""

from pathlib import Path

import pytest
from kgcommand import Run, command


def test_the_page_is_written_and_named(graphs: Path) -> None:
    done = command(graphs.parent, "view")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{Path('graphs', 'kg.html')}\n"
    assert "Lei Jun" in (graphs / "kg.html").read_text("utf-8")


def test_it_opens_on_an_entity(run: Run, graphs: Path, tmp_path: Path) -> None:
    assert run("view", "--about", "lei jun", "-g", graphs, "-o", "lei.html").returncode == 0
    page = (tmp_path / "lei.html").read_text("utf-8")
    assert 'data-start="focus=entity/lei-jun&amp;about=entity+entity/lei-jun"' in page
    assert "Zang Ziyuan" in page


def test_only_what_the_answer_to_a_query_names(run: Run, graphs: Path, tmp_path: Path) -> None:
    (tmp_path / "ceo.rq").write_text("SELECT * { ?who kg:ceoOf ?company }")
    assert run("view", "--query", "ceo.rq", "-g", graphs, "-o", "ceo.html").returncode == 0
    page = (tmp_path / "ceo.html").read_text("utf-8")
    assert "Lei Jun" in page
    assert '"label":["Lei Jun","Zang Ziyuan"' not in page


@pytest.mark.parametrize(
    ("sparql", "complaint"),
    [
        ("SELECT ?x { ?x a kg:Nothing }", "kg: the query's answer names no claim and no entity of the graph"),
        ("SELECT", "kg: the query is wrong in line 1"),
        (None, "kg: query.rq: cannot be read"),
    ],
)
def test_a_query_that_gives_no_view_is_told(
    run: Run, graphs: Path, tmp_path: Path, sparql: str | None, complaint: str
) -> None:
    if sparql:
        (tmp_path / "query.rq").write_text(sparql)
    done = run("view", "--query", "query.rq", "-g", graphs, "-o", "x.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(complaint)
    assert not (tmp_path / "x.html").exists()


def test_the_plain_picture_of_what_is_around_one_entity(run: Run, graphs: Path, tmp_path: Path) -> None:
    assert run("view", "--pyvis", "--about", "lei jun", "-g", graphs, "-o", "lei.html").returncode == 0
    page = (tmp_path / "lei.html").read_text("utf-8")
    assert "Lei Jun" in page
    assert "Zang Ziyuan" not in page


def test_an_unknown_entity_is_one_line(run: Run, graphs: Path) -> None:
    done = run("view", "--about", "Xiaome", "-g", graphs)
    assert done.returncode == 2
    assert done.stderr == "kg: no entity is called 'Xiaome'; similar: Xiaomi\n"
