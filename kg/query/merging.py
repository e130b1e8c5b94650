"""Decisions of people that two names are one thing or two, in the terms of decisions.yaml."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.query.entities import Names, entity_names, the_one
from kg.query.places import Select
from kg.resolve.decisions import key_of, namesake
from kg.resolve.decisions_file import DecisionsFile

MERGES = """
PREFIX kg: <https://kg.example/ontology#>
SELECT DISTINCT ?merge ?entity ?key ?name WHERE { ?merge a kg:Merge ; kg:entity ?entity ; kg:key ?key ; kg:name ?name }
ORDER BY ?merge ?key ?name
"""
FILES = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT DISTINCT ?file ?line WHERE {{
  ?mention kg:refersTo <{}> ; prov:wasDerivedFrom ?document . ?document kg:file ?file ; kg:textLine ?line
}}
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """One kg:Merge: two keys of an entity, and their names; it is not said which is whose."""

    entity: str
    keys: set[str]
    names: set[str]


@dataclass(frozen=True)
class Known:
    """An entity of the graph. keys: its own and those of what was taken for it; names: the label first."""

    key: str
    keys: frozenset[str]
    names: tuple[str, ...]
    merges: tuple[Merged, ...]

    def key_called(self, name: str) -> str:
        """The key that a name of it has; that of a name which only single articles use is made of the name."""
        if (own := key_of(name)) in self.keys:
            return own
        wanted = name.casefold()
        for merged in self.merges:
            if wanted in map(str.casefold, merged.names):
                left = merged.keys - {key_of(other) for other in merged.names if other.casefold() != wanted}
                if len(left) == 1:
                    return left.pop()
        return self.key if wanted == self.names[0].casefold() else own

    def written(self, key: str) -> str:
        """A name that stands for the key, or else the key itself."""
        names = (*self.names, *(name for merged in self.merges for name in sorted(merged.names)))
        return next((name for name in names if key_of(name) == key), key)


def merged(select: Select, decisions: DecisionsFile, names: Sequence[str]) -> tuple[DecisionsFile, list[str]]:
    """With the decision that these entities are one; and what stands for each. UsageError for an unknown name."""
    graph = _Entities(select, decisions)
    found = [graph.called(name) for name in names]
    keys = [entity.key_called(name) for entity, name in zip(found, names, strict=True)]
    keys = [key if key in entity.keys else entity.key for entity, key in zip(found, keys, strict=True)]
    if len(set(keys)) < len(keys):
        raise UsageError(f"these are names of one thing already: {', '.join(names)}")
    written = [entity.written(key) for entity, key in zip(found, keys, strict=True)]
    together = {k for e, key in zip(found, keys, strict=True) for k in e.keys if not decisions.are_apart((key, k))}
    return decisions.merging(written, together), written


def parted(
    select: Select, decisions: DecisionsFile, name: str, other: str | None = None
) -> tuple[DecisionsFile, list[str]]:
    """With the decision that the names of an entity are different things, or only these two; and what stands for each.

    UsageError for an unknown name, and if there is nothing to take apart.
    """
    entity = _Entities(select, decisions).called(name)
    own = entity.key_called(name)
    if other is None:
        own = own if own in entity.keys else entity.key
        others = sorted(entity.keys - {own})
    else:
        others = [_key_of_other(entity, other)]
    if not others or own in others:
        raise UsageError(f"there is nothing to take apart: no other name was taken for '{other or name}'")
    written = [entity.written(key) for key in (own, *others)]
    return decisions.parting(written[0], written[1:]), written


def parted_in(select: Select, decisions: DecisionsFile, name: str, files: Sequence[str]) -> tuple[DecisionsFile, str]:
    """With the decision that an entity's name is another thing in these files than elsewhere; and the key of that one.

    UsageError for an unknown name, and for a file in which it does not stand.
    """
    entity = _Entities(select, decisions).called(name)
    label, own = key_of(entity.names[0]), entity.key_called(name)
    base = label if own.startswith(f"{label}-") else own  # kg itself may have told the entity from a namesake
    iri = next(iri for iri in entity_names(select) if key_of(iri) == entity.key)
    known = sorted({place for row in select(FILES.format(iri)) for place in _places(row)})
    for file in files:
        if file not in known:
            raise UsageError(f"{file}: '{name}' is not named there; where it is: {', '.join(known)}")
    return decisions.telling_apart(entity.written(base), files), namesake(base, files)


def _places(row: Mapping[str, str | None]) -> tuple[str, str]:
    """How a file may be written: by itself, and with the line of a row."""
    return row["file"] or "", f"{row['file']}:{row['line']}"


def _key_of_other(entity: Known, name: str) -> str:
    key = entity.key_called(name)
    known = {*entity.names, *(n for merged in entity.merges for n in merged.names)}
    if key not in entity.keys and name.casefold() not in map(str.casefold, known):
        names = ", ".join([entity.names[0], *sorted(known - {entity.names[0]})])
        raise UsageError(f"'{name}' is not taken for {entity.names[0]}; what is: {names}")
    return key


class _Entities:
    """The entities of a graph, and what decisions that it may not have yet say is the same."""

    def __init__(self, select: Select, decisions: DecisionsFile) -> None:
        self._names: Names = entity_names(select)
        self._merges = _merges(select)
        self._decisions = decisions

    def called(self, name: str) -> Known:
        """The entity of a name, an IRI, or the key of any name that was taken for it."""
        taken = {key: merged.entity for merged in self._merges for key in merged.keys}
        iri = taken.get(key_of(name)) or the_one(self._names, name)
        merges = tuple(merged for merged in self._merges if merged.entity == iri)
        keys = {key_of(iri)}.union(*(merged.keys for merged in merges))
        keys = keys.union(*map(self._decisions.together, keys))
        return Known(key_of(iri), frozenset(keys), tuple(self._names[iri]), merges)


def _merges(select: Select) -> Iterable[Merged]:
    found: dict[str, Merged] = {}
    for row in select(MERGES):
        merged = found.setdefault(row["merge"] or "", Merged(row["entity"] or "", set(), set()))
        merged.keys.add(row["key"] or "")
        merged.names.add(row["name"] or "")
    return tuple(found.values())
