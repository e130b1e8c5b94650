"""What people decided about entities: ontology/decisions.yaml, replayed on every build.

same:                                # names of one thing; any number in a list
  - [Apple, Apple Computer]
different:                           # names of different things, whatever they look like
  - [Apple, Apple Corps]
rename:                              # what an entity is to be called
  Apple: Apple Inc.
type:                                # PER ORG LOC PROD EVENT WORK NORP THING
  Weibo: PROD
namesakes:                           # files in which the name is another thing than elsewhere; each list is one thing
  Jan de Vries: [[a.txt], [b.txt, c.txt]]

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

Files = tuple[str, ...]  # as kg:file has them
Pair = frozenset[str]  # of two keys


@dataclass(frozen=True)
class Decisions:
    """All by key: what an entity's IRI would be, from "entity/" on, without any merge."""

    same: tuple[tuple[str, ...], ...] = ()
    different: frozenset[Pair] = frozenset()
    rename: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    namesakes: Mapping[str, tuple[Files, ...]] = field(default_factory=dict)

    def key_in(self, key: str, files: Iterable[str]) -> str:
        """The key of what is so called in an article with these files."""
        found = [group for group in self.namesakes.get(key, ()) if not set(group).isdisjoint(files)]
        return namesake(key, min(found)) if found else key

    @cached_property
    def apart(self) -> frozenset[Pair]:
        """The pairs that are different, as slugs of names: for resolution within an article."""
        return frozenset(frozenset(key.removeprefix(PREFIX) for key in pair) for pair in self.different)

    @property
    def keys(self) -> set[str]:
        """Everything that they speak of."""
        named = {key for group in (*self.same, *self.different) for key in group}
        return named | set(self.rename) | set(self.types)

    def telling_apart(self) -> "Decisions":
        """With the namesakes as different things."""
        groups = ((key, *(namesake(key, files) for files in own)) for key, own in self.namesakes.items())
        pairs = {frozenset(pair) for group in groups for pair in combinations(group, 2)}
        return replace(self, different=self.different | pairs)

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


def namesake(key: str, files: Iterable[str]) -> str:
    """The key of what only some files call so: "entity/jan-de-vries-in-a-txt"."""
    return f"{key}-in-{slug(min(files))}"


def load_decisions(path: Path | None) -> Decisions:
    """The decisions of a file, none without one; UsageError names file, line and key of a mistake."""
    if path is None:
        return Decisions()
    file = load(path)
    file.check((), file.data, dict, {"same", "different", "rename", "type", "namesakes"})
    different = (pair for group in _groups(file, "different") for pair in combinations(group, 2))
    return Decisions(
        same=tuple(sorted(_groups(file, "same"))),
        different=frozenset(frozenset(pair) for pair in different),
        rename=_texts(file, "rename"),
        types=_texts(file, "type", TYPES),
        namesakes=_namesakes(file),
    ).telling_apart()


def _groups(file: YamlFile, section: str) -> Iterable[tuple[str, ...]]:
    groups = file.data.get(section) or []
    file.check((section,), groups, list)
    for i, group in enumerate(groups):
        keys = tuple(sorted({key_of(name) for name in file.strings((section, i), group)}))
        if len(keys) < 2:
            raise file.error((section, i), "two names or more are wanted: [Apple, Apple Computer]")
        yield keys


def _namesakes(file: YamlFile) -> dict[str, tuple[Files, ...]]:
    names = file.data.get("namesakes") or {}
    file.check(("namesakes",), names, dict)
    found = {}
    for name, groups in names.items():
        place = ("namesakes", name)
        file.check(place, groups, list)
        lists = [tuple(sorted(set(file.strings((*place, i), group)))) for i, group in enumerate(groups)]
        every = [each for files in lists for each in files]
        if not all(lists) or len(set(every)) < len(every):
            raise file.error(place, "each list must have a file, and no file may stand in two: [[a.txt], [b.txt]]")
        found[key_of(name)] = tuple(sorted(lists))
    return found


def _texts(file: YamlFile, section: str, known: Iterable[str] = ()) -> dict[str, str]:
    texts = file.data.get(section) or {}
    file.check((section,), texts, dict)
    for name, text in texts.items():
        file.check((section, name), text, str)
        if known and text not in known:
            raise file.error((section, name), f"the type must be one of {', '.join(sorted(known))}")
    return {key_of(name): " ".join(text.split()) for name, text in texts.items()}
