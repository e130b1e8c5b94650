"""What an article's file says before its text: a line with a date, or YAML front matter."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from kg.errors import KgError

DATE_LINE = re.compile(r"\s*date[ \t]+(?P<date>\d{4}(?!\d)\S*)")
FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
EDTF_DATE = re.compile(r"(?P<date>(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)(?:[T ].*)?")
LANGUAGE_TAG = re.compile(r"(?P<code>[A-Za-z]{2})(?:[-_]\w+)*")
KEYS = ("title", "date", "source", "author", "language", "url")


@dataclass(frozen=True, slots=True)
class Header:
    """fields: the values by key (KEYS). start: where the text begins in the file."""

    fields: dict[str, str] = field(default_factory=dict)
    start: int = 0


def header(text: str) -> Header:
    """The header of an article, empty if it has none; KgError with line and key for a malformed one."""
    if match := DATE_LINE.match(text):
        return Header({"date": _date(match["date"], text.count("\n", 0, match.start("date")) + 1)}, match.end())
    if match := FRONT_MATTER.match(text):
        return Header(dict(_fields(match["yaml"])), match.end())
    return Header()


def _fields(block: str) -> Iterator[tuple[str, str]]:
    for key, node in _pairs(block):
        line = node.start_mark.line + 2  # from 1, and the "---" stands before
        value = _text(key, node, line)
        if key == "date" and value:
            value = _date(value, line)
        elif key == "language" and value:
            value = _language(value, line)
        if value:
            yield key, value


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
    """A text on one line; of a list (several authors) the texts with commas between."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(item, yaml.ScalarNode) for item in items):
        raise KgError(f"line {line}: {key}: this must be text")
    return ", ".join(" ".join(item.value.split()) for item in items)


def _date(value: str, line: int) -> str:
    """The day, month or year of a date or a date-time ("2021-10-05T12:00:00Z" -> "2021-10-05")."""
    match = EDTF_DATE.fullmatch(value)
    try:
        if match:
            datetime.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
            return match["date"]
    except ValueError:
        pass
    raise KgError(f"line {line}: the date '{value[:40]}' is no date such as 2021-10-05, 2021-10 or 2021")


def _language(value: str, line: int) -> str:
    """The language of a tag: "nl-BE" -> "nl"."""
    match = LANGUAGE_TAG.fullmatch(value)
    if match is None:
        raise KgError(f"line {line}: the language '{value[:40]}' is no code such as nl or nl-BE")
    return match["code"].lower()
