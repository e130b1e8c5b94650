"""kg check as a user runs it."""

from pathlib import Path

from kgcommand import Run


def test_the_sample_conforms(run: Run, graphs: Path) -> None:
    done = run("check", graphs)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("conforms: ")


def test_what_is_wrong_is_told_and_gives_1(run: Run, graphs: Path, tmp_path: Path) -> None:
    lines = [line for line in (graphs / "kg.nq").read_text("utf-8").splitlines() if "#modality> " not in line]
    (tmp_path / "graph.nq").write_text("\n".join(lines), "utf-8")
    done = run("check", "graph.nq")
    assert done.returncode == 1
    assert "claim-modality: a claim has exactly one kg:modality" in done.stdout
    assert "(Lei Jun ceoOf Xiaomi): kg:modality\n" in done.stdout


def test_shapes_of_ones_own_are_laid_over_those_of_kg(run: Run, graphs: Path, tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    shapes = "<x:few> a sh:NodeShape ; sh:targetClass kg:Claim ; sh:property [ sh:path kg:role ; sh:minCount 9 ] ."
    prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://kg.example/ontology#> .\n"
    (tmp_path / "ontology" / "shapes.ttl").write_text(prefixes + shapes, "utf-8")
    assert run("check", graphs).returncode == 1
    (tmp_path / "other.ttl").write_text(prefixes + shapes.replace("9", "0"), "utf-8")
    assert run("check", graphs, "--shapes", "other.ttl").returncode == 0


def test_what_cannot_be_checked_gives_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a", "utf-8")
    for arguments in ([], ["graph.ttl"], ["--shapes", "none.ttl", "graph.ttl"]):
        done = run("check", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("kg: ")
        assert done.stderr.count("\n") == 1
