"""The forms in which a check is reported."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import groupby

from kg.plain import UNSEEN, plain, short
from kg.rdf.check.validate import VIOLATION, Report, Violation
from kg.rdf.vocabulary import PREFIXES

VALUE = 80  # characters of a value that are shown


def text(report: Report) -> str:
    """For people: each rule that is broken, how to mend it, and a line for each node that breaks it."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for rule, group in groupby(report.violations, key=lambda violation: violation.rule):
        found = list(group)
        note = "" if found[0].severity == VIOLATION else f" ({found[0].severity.lower()})"
        yield plain(f"{rule}{note}: {found[0].message}")
        yield from (f"  {_line(violation)}" for violation in found)
        if found[0].mend:
            yield plain(f"to mend: {found[0].mend}").join(("  ", ""))
        yield ""
    wrong = [violation for violation in report.violations if violation.severity == VIOLATION]
    if wrong:
        rules = {violation.rule for violation in wrong}
        yield f"{_count(wrong, 'violation')} of {_count(rules, 'rule')} in {report.triples:,} triples"
    else:
        yield f"conforms: {report.triples:,} triples"


def _count(things: list[Violation] | set[str], name: str) -> str:
    return f"{len(things):,} {name}{'' if len(things) == 1 else 's'}"


def _line(violation: Violation) -> str:
    """The node with its label, then the property and the value that are wrong."""
    node = _named(violation.node, violation.label)
    wrong = " ".join(filter(None, (_short(f"<{violation.path}>" if violation.path else ""), _wrong(violation))))
    return f"{node}: {wrong}" if wrong else node


def _wrong(violation: Violation) -> str:
    return _named(violation.value, violation.value_label) if violation.value else ""


def _named(term: str, label: str) -> str:
    return f"{_short(term)} ({label})" if label else _short(term)


def _short(term: str) -> str:
    """A term for reading: an IRI with its prefix or as it is, a literal cut where it is long."""
    if not term.startswith("<"):
        return short(term, VALUE)
    iri = term[1:-1]
    prefix = next((name for name, namespace in PREFIXES.items() if iri.startswith(namespace)), "")
    return plain(f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}" if prefix else iri)


def as_json(report: Report) -> str:
    """For programs."""
    violations = [asdict(violation) for violation in report.violations]
    answer = {"conforms": report.conforms, "triples": report.triples, "violations": violations}
    return _harmless(json.dumps(answer, ensure_ascii=False, indent=1)) + "\n"


def turtle(report: Report) -> str:
    """A sh:ValidationReport, as other SHACL tools write it."""
    return _harmless(report.turtle)


def _harmless(written: str) -> str:
    """Escapes what could disguise a text, as JSON and Turtle both write it; it stands only in their strings."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04X}", written)


FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "ttl": turtle, "json": as_json}
