"""kg check: real graphs conform, each shape is broken by a graph, and pyshacl finds the same."""

import socket
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from broken import BROKEN
from rdflib.namespace import RDF, SH

from kg.errors import UsageError
from kg.rdf.check.data import union
from kg.rdf.check.report import FORMATS
from kg.rdf.check.shapes import load_shapes
from kg.rdf.check.validate import Report, check
from kg.resources import SHIPPED

WHOLE = (Path(__file__).parent / "data" / "whole.ttl").read_text("utf-8")
SHAPES = load_shapes(ontology=SHIPPED)
BASE = "https://x.example/"


def written(folder: Path, turtle: str, name: str = "graph.ttl") -> Path:
    path = folder / name
    path.write_text(f"@base <{BASE}> .\n{turtle}", "utf-8")
    return path


def broken(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1, old
    return WHOLE.replace(old, new)


def rules(report: Report) -> set[str]:
    return {violation.rule for violation in report.violations}


def test_a_whole_graph_conforms(tmp_path: Path) -> None:
    report = check([written(tmp_path, WHOLE)], SHAPES)
    assert (report.violations, report.conforms) == ((), True)


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN, ids=lambda text: text if text.islower() else "")
def test_a_graph_broken_in_one_way_breaks_that_rule(rule: str, old: str, new: str, tmp_path: Path) -> None:
    report = check([written(tmp_path, broken(old, new))], SHAPES)
    assert rule in rules(report)
    assert not report.conforms
    assert len(rules(report)) <= 5
    [first, *_] = [violation for violation in report.violations if violation.rule == rule]
    assert first.message
    assert first.mend


def test_every_shape_is_broken_by_some_graph() -> None:
    named = {iri.rpartition("#")[2] for iri in SHAPES.rules if "#" in iri}
    assert {name for name in named if name.islower()} == {rule for rule, _, _ in BROKEN}


def test_pyshacl_finds_the_same_in_all_of_them(tmp_path: Path) -> None:
    """All in one graph, each with IRIs of its own; kg.ttl without the labels, for the sake of time."""
    files = [
        written(tmp_path, f"@base <{BASE}{i}/> .\n{broken(old, new)}", f"{i}.ttl")
        for i, (_, old, new) in enumerate(BROKEN)
    ]
    assert found(*files)[0] == found(*files)[1]


def found(*files: Path) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """(rule, node, value) of each result, by kg check and by pyshacl."""
    ours = {(v.rule, v.node, v.value) for v in check(files, SHAPES).violations}
    data = rdflib.Graph().parse(data=union([*files, SHIPPED / "kg.ttl"]), format="nt")
    shapes = rdflib.Graph().parse(data=SHAPES.turtle, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    theirs = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        rule = str(report.value(result, SH.sourceShape)).rpartition("#")[2]
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        theirs.add((rule, node.n3(), "" if value is None or value == node else value.n3()))
    return ours, theirs
