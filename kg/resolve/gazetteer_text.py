"""The text of a gazetteer's file: YAML in which every scalar is text, and where in it something is written."""

from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import yaml

from kg.errors import KgError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where PyYAML has it, is ten times as fast


class Place(NamedTuple):
    """Where something is written. A line that is not given is looked up in the YAML file, only when it is asked for."""

    path: Path
    keys: tuple[str, ...] = ()
    line: int | None = None

    def fail(self, problem: str) -> NoReturn:
        raise KgError(f"{self.path}:{self.line or _line(self.path, self.keys)}: {'.'.join(self.keys)}: {problem}")


def texts(value: Any, place: Place) -> list[str]:
    """A text or a list of texts, as a list."""
    values = value if isinstance(value, list) else [value]
    for text in values:
        if not isinstance(text, str):
            place.fail("text, or a list of texts, is wanted")
    return values


def mapping(value: Any, place: Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        place.fail("keys with values are wanted")
    return value


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: cannot be read: {error}") from error


def parsed(path: Path) -> Any:
    """The content of a YAML file; all scalars are text, also NO and on, which YAML would take for truth values."""
    try:
        return _Reader(path).content()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KgError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise KgError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error


def _composed(path: Path) -> yaml.Node | None:
    return yaml.compose(text_of(path), Loader=_LOADER)


class _Reader:
    """Reads a file from the parser's events: faster than from PyYAML's nodes, and it sees a key that stands twice."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._next = yaml.parse(text_of(path), Loader=_LOADER).__next__
        self._anchored: dict[str, Any] = {}

    def content(self) -> Any:
        while isinstance(event := self._next(), yaml.StreamStartEvent | yaml.DocumentStartEvent):
            pass
        return {} if isinstance(event, yaml.StreamEndEvent) else self._value(event)

    def _value(self, event: yaml.Event) -> Any:
        """The text, list or dict that begins with an event."""
        value: Any
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchored:
                self._fail(event, f"*{event.anchor}", "nothing before it has this anchor")
            return self._anchored[event.anchor]
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
        elif isinstance(event, yaml.SequenceStartEvent):
            value = []
            while not isinstance(item := self._next(), yaml.SequenceEndEvent):
                value.append(self._value(item))
        else:
            value = self._mapping()
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self._anchored[event.anchor] = value
        return value

    def _mapping(self) -> dict[str, Any]:
        content: dict[str, Any] = {}
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            name = key.value if isinstance(key, yaml.ScalarEvent) else None
            if name is None or name in content:
                self._fail(key, name or "?", "a key must be text and stand here once")
            content[name] = self._value(self._next())
        return content

    def _fail(self, event: yaml.Event, key: str, problem: str) -> NoReturn:
        Place(self._path, (key,), event.start_mark.line + 1 if event.start_mark else 1).fail(problem)


def _line(path: Path, keys: tuple[str, ...]) -> int:
    """The line of a key in a YAML file; of the nearest one above it if it is not written there itself."""
    node, line = _composed(path), 0
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next((pair for pair in pairs if pair[0].value == key), None)
        if found is None:
            break
        line, node = found[0].start_mark.line, found[1]
    return line + 1
