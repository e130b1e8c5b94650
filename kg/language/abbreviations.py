"""Abbreviations with a full stop that does not end a sentence, from ontology/abbreviations/LANG.yaml."""

from functools import cache
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.yamlfile import load


@cache
def abbreviations(language: str, ontology: Path | None = None) -> frozenset[str]:
    """The abbreviations of a language as written, each also with a capital; UsageError for a faulty file."""
    path = resources.find(f"abbreviations/{language}.yaml", ontology)
    if path is None:
        raise UsageError(f"ontology/abbreviations/{language}.yaml is missing")
    file = load(path)
    file.check((), file.data, dict, {"abbreviations"})
    listed = file.strings(("abbreviations",), file.data.get("abbreviations", []))
    return frozenset(form for a in listed for form in (a, a[:1].upper() + a[1:]))
