"""YAML files that people edit: loaded with the line of every key, so that an error can say where it is."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import UsageError

Place = tuple[str | int, ...]  # the way to a value: ("relations", "acquires", "verbs", 0)
KINDS = {
    dict: "a mapping",
    list: "a list",
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


@dataclass(frozen=True)
class YamlFile:
    """A parsed file. data is what it holds; lines the line of each place in it, from 1."""

    path: Path
    data: dict[str, Any]
    lines: dict[Place, int]

    def error(self, place: Place, message: str) -> UsageError:
        """An error that names file, line and key."""
        line = next((self.lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self.lines), 1)
        key = ".".join(map(str, place)) or "the file"
        return UsageError(f"{self.path}, line {line}: {key}: {message}")

    def check(self, place: Place, value: object, kind: type, keys: set[str] | None = None) -> None:
        """Raise unless value is of the kind and, for a mapping, has only these keys."""
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise self.error(place, f"this must be {KINDS[kind]}")
        for key in value if isinstance(value, dict) else ():
            if not isinstance(key, str):
                raise self.error((*place, str(key)), "write this key in quotes: YAML does not read it as text")
            if keys is not None and key not in keys:
                raise self.error((*place, key), f"unknown key; known here: {', '.join(sorted(keys))}")

    def strings(self, place: Place, value: object) -> tuple[str, ...]:
        """A list of texts, or raise."""
        self.check(place, value, list)
        assert isinstance(value, list)
        for i, item in enumerate(value):
            if not isinstance(item, str):
                raise self.error((*place, i), "this must be text (put it in quotes)")
        return tuple(value)


def load(path: Path) -> YamlFile:
    """Parse a YAML file whose top level is a mapping; UsageError with file and line otherwise."""
    try:
        node = yaml.compose(path.read_text("utf-8"), yaml.CSafeLoader)
        data = yaml.CSafeLoader("").construct_document(node) if node else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UsageError(f"{path}, line {line}: this is not YAML: {error.problem}") from error
    except (yaml.YAMLError, OSError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read: {' '.join(str(error).split())}") from error
    lines: dict[Place, int] = {}
    _lines(node, (), lines)
    file = YamlFile(path, data, lines)
    file.check((), data, dict)
    return file


def replace_text(path: Path, text: str) -> None:
    """Write a file in the place of the one that was there, which stays whole if this fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text, encoding="utf-8", newline="\n")
    os.replace(partial, path)


def _lines(node: yaml.Node | None, place: Place, lines: dict[Place, int]) -> None:
    if node is None:
        return
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines[(*place, key.value)] = key.start_mark.line + 1
            _lines(value, (*place, key.value), lines)
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            _lines(value, (*place, i), lines)
