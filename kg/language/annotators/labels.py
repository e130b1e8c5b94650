"""The labels of entities of other annotators, read from ontology/annotators.yaml."""

from collections.abc import Mapping
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.yamlfile import load

FILE = "annotators.yaml"
TYPES = ("PER", "ORG", "LOC", "PROD", "EVENT", "WORK", "NORP")


def entity_types(ontology: Path | None = None) -> Mapping[str, str]:
    """The type of each label; UsageError names file, line and key of what is wrong."""
    path = resources.find(FILE, ontology)
    if path is None:
        raise UsageError(f"ontology/{FILE} is missing")
    file = load(path)
    file.check((), file.data, dict, {"entities"})
    types = file.data.get("entities", {})
    file.check(("entities",), types, dict)
    for label, type in types.items():
        if type not in TYPES:
            raise file.error(("entities", label), f"this must be one of {', '.join(TYPES)}")
    return dict(types)
