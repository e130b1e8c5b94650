"""What people decided about entities: ontology/decisions.yaml, replayed on every build.

same:                                # names of one thing; any number in a list
  - [Apple, Apple Computer]
different:                           # names of different things, whatever they look like
  - [Apple, Apple Corps]
rename:                              # what an entity is to be called
  Apple: Apple Inc.
type:                                # PER ORG LOC PROD EVENT WORK NORP THING
  Weibo: PROD

A name stands for what has it as its full name in articles; an entity's IRI, or the end of it from "entity/" on, may be
written instead, as it must for what has no name. Two things of one name are told apart by their IRIs.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from pathlib import Path

from kg.extract.signatures import TYPES
from kg.resolve.names import slug
from kg.yamlfile import YamlFile, load

FILE = "decisions.yaml"
PREFIX = "entity/"

Pair = frozenset[str]  # of two keys


@dataclass(frozen=True)
class Decisions:
    """All by key: what an entity's IRI would be, from "entity/" on, without any merge."""

    same: tuple[tuple[str, ...], ...] = ()
    different: frozenset[Pair] = frozenset()
    rename: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def apart(self) -> frozenset[Pair]:
        """The pairs that are different, as slugs of names: for resolution within an article."""
        return frozenset(frozenset(key.removeprefix(PREFIX) for key in pair) for pair in self.different)

    @property
    def keys(self) -> set[str]:
        """Everything that they speak of."""
        named = {key for group in (*self.same, *self.different) for key in group}
        return named | set(self.rename) | set(self.types)

    def on_entities(self, entity: Callable[[str], str]) -> "Decisions":
        """The same, what things are called and their types by Entity.id. entity: the Entity.id of a key."""
        rename, types = (
            {entity(key): text for key, text in sorted(texts.items())} for texts in (self.rename, self.types)
        )
        return replace(self, rename=rename, types=types)


def key_of(text: str) -> str:
    """The key of a name, of an IRI or of the end of one: "Apple Inc." -> "entity/apple-inc"."""
    if "://" in text:
        return PREFIX + text.rpartition(PREFIX)[2]
    return text if text.startswith(PREFIX) else PREFIX + slug(text)


def load_decisions(path: Path | None) -> Decisions:
    """The decisions of a file, none without one; UsageError names file, line and key of a mistake."""
    if path is None:
        return Decisions()
    file = load(path)
    file.check((), file.data, dict, {"same", "different", "rename", "type"})
    different = (pair for group in _groups(file, "different") for pair in combinations(group, 2))
    return Decisions(
        same=tuple(sorted(_groups(file, "same"))),
        different=frozenset(frozenset(pair) for pair in different),
        rename=_texts(file, "rename"),
        types=_texts(file, "type", TYPES),
    )


def _groups(file: YamlFile, section: str) -> Iterable[tuple[str, ...]]:
    groups = file.data.get(section) or []
    file.check((section,), groups, list)
    for i, group in enumerate(groups):
        keys = tuple(sorted({key_of(name) for name in file.strings((section, i), group)}))
        if len(keys) < 2:
            raise file.error((section, i), "two names or more are wanted: [Apple, Apple Computer]")
        yield keys


def _texts(file: YamlFile, section: str, known: Iterable[str] = ()) -> dict[str, str]:
    texts = file.data.get(section) or {}
    file.check((section,), texts, dict)
    for name, text in texts.items():
        file.check((section, name), text, str)
        if known and text not in known:
            raise file.error((section, name), f"the type must be one of {', '.join(sorted(known))}")
    return {key_of(name): " ".join(text.split()) for name, text in texts.items()}
