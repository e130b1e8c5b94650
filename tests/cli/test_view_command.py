"""`kg view` on the sample article; the page itself is tested in tests/view."""

from pathlib import Path

from kgcommand import Run, command


def test_the_page_is_written_and_named(graphs: Path) -> None:
    done = command(graphs.parent, "view")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{Path('graphs', 'kg.html')}\n"
    assert "Lei Jun" in (graphs / "kg.html").read_text("utf-8")


def test_only_what_is_around_one_entity(run: Run, graphs: Path, tmp_path: Path) -> None:
    assert run("view", "--about", "lei jun", "-g", graphs, "-o", "lei.html").returncode == 0
    page = (tmp_path / "lei.html").read_text("utf-8")
    assert "Lei Jun" in page
    assert "Zang Ziyuan" not in page


def test_an_unknown_entity_is_one_line(run: Run, graphs: Path) -> None:
    done = run("view", "--about", "Xiaome", "-g", graphs)
    assert done.returncode == 2
    assert done.stderr == "kg: no entity is called 'Xiaome'; similar: Xiaomi\n"
