"""What each relation may hold between, read from ontology/relations.yaml; the same for every language."""

from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.errors import UsageError
from kg.yamlfile import load

TYPES = {"PER", "ORG", "LOC", "PROD", "EVENT", "WORK", "NORP", "THING"}
OBJECTS = {"entity", "figure", "text", "none"}


@dataclass(frozen=True, slots=True)
class Signature:
    """subject and object are the types of entities that the relation takes, the most usual first."""

    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]  # empty unless kind is "entity"
    kind: str  # of the object: entity, figure, text, none
    symmetric: bool = False


def load_signatures(ontology: Path | None = None) -> dict[str, Signature]:
    """The relations by name, in the order of the file; UsageError names file, line and key of what is wrong."""
    path = resources.find("relations.yaml", ontology)
    if path is None:
        raise UsageError("ontology/relations.yaml is missing")
    file = load(path)
    signatures = {}
    for relation, entry in file.data.items():
        place = (relation,)
        file.check(place, entry, dict, {"subject", "object", "kind", "symmetric"})
        kind = entry.get("kind", "entity")
        if kind not in OBJECTS:
            raise file.error((*place, "kind"), f"this must be one of {', '.join(sorted(OBJECTS))}")
        ends = [file.strings((*place, end), entry.get(end, [])) for end in ("subject", "object")]
        for end, types in zip(("subject", "object"), ends, strict=True):
            if unknown := set(types) - TYPES:
                raise file.error((*place, end), f"unknown type {min(unknown)}; known: {', '.join(sorted(TYPES))}")
        file.check((*place, "symmetric"), entry.get("symmetric", False), bool)
        signatures[relation] = Signature(relation, ends[0], ends[1], kind, entry.get("symmetric", False))
    return signatures
