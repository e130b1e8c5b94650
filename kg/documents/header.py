"""What an article's file says before its text: a line with a date, or YAML front matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from kg.documents.fields import KEYS, checked
from kg.errors import KgError

DATE_LINE = re.compile(r"\s*date[ \t]+(?P<date>\d{4}(?!\d)\S*)")
FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """fields: the values by key (KEYS). start: where the text begins in the file."""

    fields: dict[str, str] = field(default_factory=dict)
    start: int = 0


def header(text: str) -> Header:
    """The header of an article, empty if it has none; KgError with line and key for a malformed one."""
    if match := DATE_LINE.match(text):
        line = text.count("\n", 0, match.start("date")) + 1
        return Header({"date": _checked("date", match["date"], line)}, match.end())
    if match := FRONT_MATTER.match(text):
        return Header(dict(_fields(match["yaml"])), match.end())
    return Header()


def _fields(block: str) -> Iterator[tuple[str, str]]:
    for key, node in _pairs(block):
        line = node.start_mark.line + 2  # from 1, and the "---" stands before
        if value := _checked(key, _text(key, node, line), line):
            yield key, value


def _checked(key: str, value: str, line: int) -> str:
    try:
        return checked(key, value)
    except KgError as error:
        raise KgError(f"line {line}: {error}") from error


def _pairs(block: str) -> Iterator[tuple[str, yaml.Node]]:
    """The known keys with their nodes; nothing is constructed, so aliases in hostile YAML cannot grow."""
    try:
        root = yaml.compose(block, yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise KgError(f"line {line}: the front matter is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise KgError("line 1: the front matter is not YAML: it has characters that YAML does not allow") from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise KgError("line 2: the front matter must have keys such as 'title: ...'")
    yield from ((key.value, node) for key, node in root.value if key.value in KEYS)


def _text(key: str, node: yaml.Node, line: int) -> str:
    """A text; of a list (several authors) the texts with commas between."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(item, yaml.ScalarNode) for item in items):
        raise KgError(f"line {line}: {key}: this must be text")
    return ", ".join(item.value for item in items)
