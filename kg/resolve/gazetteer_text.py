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
        return _plain(_composed(path), Place(path))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KgError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise KgError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error


def _composed(path: Path) -> yaml.Node | None:
    return yaml.compose(text_of(path), Loader=_LOADER)


def _plain(node: yaml.Node | None, place: Place) -> Any:
    """A node as text, list or dict. Much faster than PyYAML's constructors, and it sees a key that stands twice."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, place) for item in node.value]
    content: dict[str, Any] = {}
    for key, value in node.value if node else ():
        if not isinstance(key, yaml.ScalarNode) or key.value in content:
            Place(place.path, (str(key.value),), key.start_mark.line + 1).fail("a key must be text and stand here once")
        content[key.value] = _plain(value, place)
    return content


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
