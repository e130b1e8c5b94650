"""kg export as a user runs it."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from kgcommand import Run

from kg.cli.export import NAMES

FOLDERS = {
    "csv": ["nodes.csv", "relationships.csv"],
    "parquet": ["claims.parquet", "entities.parquet", "evidence.parquet"],
}


@pytest.mark.parametrize("form", sorted({*NAMES} - {*FOLDERS}))
def test_a_file_holds_what_standard_output_gets(form: str, run: Run, graphs: Path, tmp_path: Path) -> None:
    shown = run("export", "-g", graphs, "--format", form)
    done = run("export", "-g", graphs, "--format", form, "-o", f"new/graph.{form}")
    assert [(each.returncode, each.stderr) for each in (shown, done)] == [(0, ""), (0, "")]
    assert done.stdout == ""
    text = (tmp_path / "new" / f"graph.{form}").read_bytes().decode()
    assert text == shown.stdout
    assert "Zang Ziyuan" in text


@pytest.mark.parametrize("form", FOLDERS)
def test_several_files_go_to_a_folder(form: str, run: Run, graphs: Path, tmp_path: Path) -> None:
    done = run("export", "-g", graphs, "--format", form, "-o", "tables")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == FOLDERS[form]


def test_triple_terms_in_the_place_of_reification(run: Run, graphs: Path) -> None:
    text = run("export", "-g", graphs, "--format", "ttl", "--statements", "rdf12").stdout
    assert "rdf:reifies <<( <entity/lei-jun> kg:ceoOf <entity/xiaomi> )>>" in text
    assert "rdf:subject" not in text
    assert list(ox.parse(text, format=ox.RdfFormat.TURTLE))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "csv"],
        ["--format", "gexf", "--statements", "rdf12"],
        ["--format", "gexf", "-g", "none"],
        ["--format", "svg"],
        [],
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: list[str], run: Run, graphs: Path) -> None:
    done = run("export", "-g", graphs, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1
