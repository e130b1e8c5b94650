"""`kg build` on the sample article."""

from pathlib import Path

import pytest
from kgcommand import SAMPLE, Run


def test_the_summary_and_the_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "sample.txt").write_bytes(SAMPLE.read_bytes())
    done = run("build")  # seeds/ is the default
    assert (done.returncode, done.stderr) == (0, "")
    counts = {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}
    assert counts["documents"] == 1
    assert counts["entities"] >= 8
    assert counts["says"] >= 3
    totals = {"documents", "entities", "claims", "seconds", "warnings", "skipped"}
    assert counts["claims"] == sum(count for name, count in counts.items() if name not in totals)
    assert {path.name for path in (tmp_path / "graphs").iterdir()} == {"kg.nq", "kg.trig", "store", ".remembered"}


def test_the_order_of_the_files_does_not_matter(run: Run, tmp_path: Path) -> None:
    for name, text in (("a", "Philips is gevestigd in Nederland."), ("b", "Bosch is gevestigd in Duitsland.")):
        (tmp_path / f"{name}.txt").write_text(f"date 2024-03\n\n{text} Het bedrijf maakt al jaren grote machines.")
    run("build", "a.txt", "b.txt", "-o", "one")
    run("build", "b.txt", "a.txt", "-o", "two")
    for file in ("kg.nq", "kg.trig"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


@pytest.mark.parametrize("base", ["https://graph.example/", "https://graph.example/kg#"])
def test_the_base_iri_of_kg_yaml(run: Run, tmp_path: Path, base: str) -> None:
    (tmp_path / "kg.yaml").write_text(f"base_iri: {base}\n")
    (tmp_path / "a.txt").write_text("Philips is gevestigd in Nederland. Het bedrijf maakt al jaren grote machines.")
    assert run("build", "a.txt").returncode == 0
    assert f"<{base}entity/philips>" in (tmp_path / "graphs" / "kg.nq").read_text()


def test_claims_that_are_less_sure_are_left_out(run: Run) -> None:
    assert run("build", SAMPLE, "--min-confidence", "0.9").returncode == 0
    query = "SELECT ?sure { ?claim a kg:Claim ; kg:confidence ?sure }"
    kept = run("query", "--format", "csv", query).stdout.split()[1:]
    assert 0 < len(kept) < 15
    assert min(map(float, kept)) >= 0.9
