"""Runs the shapes over a graph, with the SHACL engine shifty: in Rust, and without any way to the network."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from shifty._shifty import (
    PreparedValidator,
)  # the engine itself; the package around it takes addresses and fetches them

from kg.errors import UsageError
from kg.plain import plain
from kg.rdf import vocabulary as v
from kg.rdf.check.data import union
from kg.rdf.check.labels import Labels
from kg.rdf.check.shapes import Rule, Shapes
from kg.resources import find

SH_RESULT = ox.NamedNode(v.SH + "ValidationResult")
TYPE = v.RDF + "type"
VIOLATION = "Violation"
CONFORMS = f"[] a <{v.SH}ValidationReport> ; <{v.SH}conforms> true ."

Result = dict[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]  # the properties by their local names


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a rule; they sort by rule, node, property and value.

    rule: the name of the shape, or of the constraint of a shape without a name. node, value: terms as in N-Triples.
    path: the IRI of the property. severity: Violation, Warning or Info.
    """

    rule: str
    node: str
    path: str
    value: str
    severity: str
    message: str
    mend: str
    label: str
    value_label: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. turtle: the same as a sh:ValidationReport. triples: how many were checked."""

    violations: tuple[Violation, ...]
    turtle: str
    triples: int

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong; what shapes of another severity tell does not count."""
        return all(violation.severity != VIOLATION for violation in self.violations)


def check(paths: Iterable[Path], shapes: Shapes, ontology: Path | None = None) -> Report:
    """Check the union of all graphs in some files or folders, together with the kg.ttl of the ontology.

    UsageError for files that cannot be read, and for shapes that are no SHACL or more than the engine knows.
    """
    vocabulary = find("kg.ttl", ontology)
    data = union([*paths, *([vocabulary] if vocabulary else [])])
    report = list(ox.parse(_validated(data, shapes).encode(), format=ox.RdfFormat.TURTLE))
    results = _results(report)
    labels = Labels(data) if results else Labels(b"")
    violations = sorted(_violation(result, shapes, labels) for result in results)
    return Report(tuple(violations), _canonical(report), data.count(b"\n"))


def _validated(data: bytes, shapes: Shapes) -> str:
    """The report as Turtle."""
    try:
        return _report(PreparedValidator(shapes=shapes.turtle, shapes_format="turtle"), data)
    except (ValueError, RuntimeError) as error:
        raise UsageError(f"the shapes cannot be used: {plain(str(error))}") from None


def _report(engine: PreparedValidator, data: bytes) -> str:
    """The engine finds what is broken in a third of the time of its full report, which so is of the broken shapes only.

    It names shapes by their IRIs: where one without an IRI is broken, the report is of all.
    """
    graph: dict[str, Any] = {"data": data, "data_format": "ntriples", "run_infer": False, "on_unsupported": "error"}
    found = engine.validate_algebra(**graph)
    if found.diagnostics:
        raise ValueError(found.diagnostics[0])
    if not found.violations:
        return CONFORMS
    names = [violation.shape_name for violation in found.violations]
    broken = sorted(set(filter(None, names))) if all(names) else None
    return engine.validate_w3c(**graph, entry_shape_names=broken).report_turtle


def _results(report: Iterable[ox.Quad]) -> list[Result]:
    """The results of a report."""
    nodes: dict[object, Result] = {}
    for quad in report:
        nodes.setdefault(quad.subject, {})[quad.predicate.value.removeprefix(v.SH)] = quad.object
    for found in nodes.values():
        if isinstance(path := found.get("resultPath"), ox.BlankNode):
            found["resultPath"] = nodes.get(path, {}).get("inversePath", path)
    return [found for found in nodes.values() if found.get(TYPE) == SH_RESULT]


def _violation(result: Result, shapes: Shapes, labels: Labels) -> Violation:
    shape, node, value = result.get("sourceShape"), result["focusNode"], result.get("value")
    named = shape.value if isinstance(shape, ox.NamedNode) else ""
    rule = shapes.rules.get(named, Rule())
    return Violation(
        rule=_local(named or _value(result.get("sourceConstraintComponent"))),
        node=str(node),
        path=path.value if isinstance(path := result.get("resultPath"), ox.NamedNode) else "",
        value="" if value is None or value == node else str(value),
        severity=_local(_value(result.get("resultSeverity"))),
        message=rule.message or _value(result.get("resultMessage")),
        mend=rule.mend,
        label=labels.of(node),
        value_label=labels.of(value),
    )


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _canonical(report: Iterable[ox.Quad]) -> str:
    """The report as Turtle, the same for the same results."""
    dataset = ox.Dataset(report)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    triples = sorted((ox.Triple(q.subject, q.predicate, q.object) for q in dataset), key=str)
    written = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=v.PREFIXES | {"sh": v.SH})
    assert written is not None  # there is no output to write to
    return written.decode()
