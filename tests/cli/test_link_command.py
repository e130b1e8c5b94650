"""`kg link` on the sample article, with a service on this computer; then `kg build` with what it wrote."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from kgcommand import SAMPLE, Run
from reconciliation import Reply, candidate, manifest, results, running

XIAOMI = {"Xiaomi": [candidate("Q1636958", "Xiaomi", description="Chinese company")]}
SAME = "SELECT ?same WHERE { <https://kg.example/entity/xiaomi> <http://www.w3.org/2002/07/owl#sameAs> ?same }"


def test_links_are_written_and_the_next_build_has_them(run: Run, graphs: Path, tmp_path: Path) -> None:
    with running(results(XIAOMI)) as at:
        done = run("link", "--service", at.url, "--language", "nl", "-g", graphs)
        assert (done.returncode, done.stderr) == (0, "")
        names = {query["query"] for queries in at.queries for query in queries.values()}
        again = run("link", "--service", at.url, "--language", "nl", "-g", graphs)
        assert len(at.queries) == -(-len(names) // 10)  # the second time, nothing is asked
    assert {"Xiaomi", "Lei Jun", "Zang Ziyuan"} <= names
    assert not {"China", "Reuters", "verdeler", "EV-eenheid"} & names  # known already, or no names
    assert done.stdout.splitlines() == [
        f"{len(names)} entities without a link, {len(names)} asked for now, 1 found",
        "look over ontology/links.yaml, then build again",
    ]
    assert again.stdout == f"{len(names)} entities without a link, 0 asked for now, 0 found\n"
    text = (tmp_path / "ontology" / "links.yaml").read_text()
    assert "  entity/xiaomi:\n    iri: http://www.wikidata.org/entity/Q1636958\n    name: Xiaomi\n" in text
    assert run("build", SAMPLE).returncode == 0
    found = json.loads(run("query", "--format", "json", SAME).stdout)["results"]["bindings"]
    assert [row["same"]["value"] for row in found] == ["http://www.wikidata.org/entity/Q1636958"]


def test_what_a_person_wrote_is_kept(run: Run, graphs: Path, tmp_path: Path) -> None:
    empty: Callable[[dict[str, object]], Reply] = results({})
    with running(empty) as at:
        links = tmp_path / "own" / "links.yaml"
        links.parent.mkdir()
        links.write_text("links: {entity/lei-jun: []}\n")
        with running(empty, first=[manifest(), Reply(b"<html>")]) as broken:
            done = run("link", "--service", broken.url, "-g", graphs, "--ontology", "own")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"kg: {broken.url}: ")
        assert done.stderr.count("\n") == 1
        assert links.read_text() == "links: {entity/lei-jun: []}\n"
        assert run("link", "--service", at.url, "-g", graphs, "--ontology", "own").returncode == 0
    assert "  entity/lei-jun: []\n" in links.read_text()
    assert "Lei Jun" not in str(at.queries)


def test_what_was_answered_before_a_failure_is_kept(run: Run, tmp_path: Path) -> None:
    names = [f"Van {a}{b}em" for a in ("Hoof", "Broek", "Mol", "Berk") for b in ("st", "r", "k")]
    (tmp_path / "a.txt").write_text(" ".join(f"Minister Jan {name} sprak met Philips in Brussel." for name in names))
    assert run("build", "a.txt").returncode == 0
    with running(lambda queries: results({})(queries) if len(queries) == 10 else Reply(b"<html>")) as at:
        done = run("link", "--service", at.url)
    assert done.returncode == 1
    assert done.stderr.endswith("; what was answered is kept in ontology/links.yaml\n")
    assert (tmp_path / "ontology" / "links.yaml").read_text().count("  - entity/") == 10


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "say which service to ask: --wikidata or --service ADDRESS"),
        (["--wikidata", "--service", "https://a.example/"], "say which service to ask"),
        (["--service", "http://a.example/"], "http://a.example/: only https is used"),
        (["--service", "wikdiata"], "there is no service 'wikdiata'; known are wikidata"),
        (["--wikidata", "--language", "../x"], "Invalid value for '--language'"),
        (["--wikidata", "-g", "nowhere"], "nowhere: there is no graph in this folder"),
    ],
)
def test_a_wrong_call_is_one_line(run: Run, arguments: list[str], complaint: str) -> None:
    done = run("link", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kg: {complaint}")
    assert done.stderr.count("\n") == 1


def test_a_mistake_in_the_links_stops_the_build(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "links.yaml").write_text("links:\n  entity/xiaomi: Q1636958\n")
    done = run("build", SAMPLE)
    assert done.returncode == 2
    assert done.stderr == "kg: ontology/links.yaml, line 2: links.entity/xiaomi: 'Q1636958' is no http(s) IRI\n"
