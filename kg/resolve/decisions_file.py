"""Adding to ontology/decisions.yaml: what is in it stays, as it was written, in sorted order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import yaml

from kg.resolve.decisions import Files, key_of, load_decisions, namesake
from kg.resolve.groups import Groups
from kg.yamlfile import load, replace_text

HEADER = """\
# What people decided about the entities of the graph; every kg build follows it. Written by kg merge, kg split and
# kg review --apply, and yours to edit. These commands keep what is in it and put your comments on top.
"""

Group = tuple[str, ...]  # names or keys, as written
Section = list[list[str]] | Mapping[str, str] | Mapping[str, list[list[str]]]


@dataclass(frozen=True)
class DecisionsFile:
    """The sections of the file. comments: those that are not in HEADER."""

    same: tuple[Group, ...] = ()
    different: tuple[Group, ...] = ()
    rename: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    namesakes: Mapping[str, tuple[Files, ...]] = field(default_factory=dict)
    comments: tuple[str, ...] = ()

    def merging(self, names: Sequence[str], keys: Iterable[str] = ()) -> "DecisionsFile":
        """That these are one thing; no pair of them, or of the other keys that are that thing too, stays different.

        What was another thing in some files only is undone.
        """
        if undone := self._without_namesakes(_keys(names)):
            return undone
        same = (*self.same, tuple(names))
        together = next(group for group in map(_keys, _united(same)) if key_of(names[0]) in group) | set(keys)
        different = tuple(part for group in self.different for part in _without(group, together))
        return replace(self, same=same, different=different)

    def parting(self, name: str, others: Sequence[str]) -> "DecisionsFile":
        """That a name and others are all different things; the others leave the groups that they were in."""
        leaving = _keys(others)
        same = tuple(tuple(n for n in group if key_of(n) not in leaving) for group in _united(self.same))
        return replace(self, same=same, different=(*self.different, (name, *others)))

    def telling_apart(self, name: str, files: Iterable[str]) -> "DecisionsFile":
        """That the name is another thing in these files than elsewhere."""
        wanted = tuple(sorted(set(files)))
        own = next((groups for n, groups in self.namesakes.items() if key_of(n) == key_of(name)), ())
        left = (tuple(each for each in group if each not in wanted) for group in own)
        kept = {n: groups for n, groups in self.namesakes.items() if key_of(n) != key_of(name)}
        return replace(self, namesakes={**kept, name: (*filter(None, left), wanted)})

    def _without_namesakes(self, keys: set[str]) -> "DecisionsFile | None":
        """Without a namesake that is one of two keys, the other being what has the name elsewhere; None for others."""
        for name, groups in self.namesakes.items():
            for group in groups:
                if keys == {key_of(name), namesake(key_of(name), group)}:
                    left = tuple(other for other in groups if other != group)
                    kept = {n: found for n, found in self.namesakes.items() if n != name}
                    return replace(self, namesakes={**kept, name: left} if left else kept)
        return None

    def calling(self, name: str, new: str) -> "DecisionsFile":
        """What an entity is to be called."""
        return replace(self, rename=_setting(self.rename, name, new))

    def typing(self, name: str, type_: str) -> "DecisionsFile":
        """Of which type an entity is."""
        return replace(self, types=_setting(self.types, name, type_))

    def together(self, key: str) -> set[str]:
        """The keys that are said to be the same as this one, with itself."""
        return {key}.union(*(keys for keys in map(_keys, _united(self.same)) if key in keys))

    def are_apart(self, names: Sequence[str]) -> bool:
        """Whether all of these are said to be different."""
        return any(_keys(names) <= _keys(group) for group in self.different)

    def sorted(self) -> "DecisionsFile":
        """The same decisions in the order of the file, none twice."""
        return replace(
            self,
            same=_ordered(_united(self.same)),
            different=_ordered(_largest(self.different)),
            rename=dict(sorted(self.rename.items())),
            types=dict(sorted(self.types.items())),
            namesakes={name: tuple(sorted(groups)) for name, groups in sorted(self.namesakes.items())},
        )


def read_decisions(path: Path) -> DecisionsFile:
    """The file as it is, empty if there is none; UsageError names file, line and key of a mistake."""
    if not path.is_file():
        return DecisionsFile()
    load_decisions(path)
    data = load(path).data
    same, different = (tuple(map(tuple, data.get(section) or ())) for section in ("same", "different"))
    comments = tuple(line for line in _comments(path.read_text("utf-8")) if line not in HEADER.splitlines())
    names = {n: tuple(tuple(sorted(set(files))) for files in own) for n, own in (data.get("namesakes") or {}).items()}
    return DecisionsFile(same, different, data.get("rename") or {}, data.get("type") or {}, names, comments)


def write_decisions(decisions: DecisionsFile, path: Path) -> None:
    """Write the file, sorted, in the place of the one that was there."""
    found = decisions.sorted()
    data: dict[str, Section] = {
        "same": list(map(list, found.same)),
        "different": list(map(list, found.different)),
        "rename": found.rename,
        "type": found.types,
        "namesakes": {name: [list(files) for files in groups] for name, groups in found.namesakes.items()},
    }
    dumped = (_dumped(section, entries) for section, entries in data.items() if entries)
    text = HEADER + "".join(f"{comment}\n" for comment in found.comments) + "".join(dumped)
    replace_text(path, text)


def _dumped(section: str, entries: Section) -> str:
    """A group stands on one line, as does a name with what is said of it."""
    style = None if isinstance(entries, list) or section == "namesakes" else False
    return yaml.dump(
        {section: entries},
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=style,
    )


def _comments(text: str) -> list[str]:
    """The comments of a YAML text: what begins with # between its tokens."""
    found = (text[a.end_mark.index : b.start_mark.index] for a, b in pairwise(yaml.scan(text)))
    return [line.strip() for gap in found for line in gap.splitlines() if line.lstrip().startswith("#")]


def _keys(names: Iterable[str]) -> set[str]:
    return {key_of(name) for name in names}


def _setting(texts: Mapping[str, str], name: str, text: str) -> dict[str, str]:
    """With a text for a name, in the place of what is there under any name of the same key."""
    return {**{n: t for n, t in texts.items() if key_of(n) != key_of(name)}, name: text}


def _united(groups: Iterable[Group]) -> list[Group]:
    """Groups of one thing each: those that share a key are one. The first way in which a key is written stays."""
    names: dict[str, str] = {}
    parts = Groups[str]()
    for group in groups:
        for name in group:
            names.setdefault(key_of(name), name)
            parts.join((key_of(group[0]), key_of(name)))
    return [tuple(names[key] for key in part) for part in parts.all()]


def _without(group: Group, together: set[str]) -> list[Group]:
    """The parts of a group that hold all its pairs but those of two keys that are together."""
    inside = [name for name in group if key_of(name) in together]
    if len(_keys(inside)) < 2:
        return [group]
    outside = tuple(name for name in group if name not in inside)
    return [(*outside, name) for name in inside]


def _largest(groups: Iterable[Group]) -> list[Group]:
    """Each group once, none whose pairs all stand in another one."""
    found = {frozenset(_keys(group)): tuple(dict.fromkeys(group)) for group in groups}
    large = [keys for keys in found if len(keys) > 2]
    return [group for keys, group in found.items() if not any(keys < other for other in large)]


def _ordered(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(tuple(sorted(group)) for group in groups if len(_keys(group)) > 1))
