"""The JSON lines of gold files, each with its place, so that an error can say where it is."""

import codecs
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.plain import printable

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object. place: "gold.jsonl, line 3"."""

    place: str
    data: Mapping[str, object]

    def error(self, message: str) -> UsageError:
        """An error that names file and line."""
        return UsageError(f"{self.place}: {message}")

    def text(self, key: str) -> str:
        """The text of a key, or raise if it is not there."""
        if key not in self.data:
            raise self.error(f"'{key}' is missing")
        return self.optional(key)

    def filled(self, key: str) -> str:
        """The text of a key, or raise if it is not there or blank."""
        text = self.text(key)
        if not text.strip():
            raise self.error(f"'{key}' is empty")
        return text

    def optional(self, key: str) -> str:
        """The text of a key, "" where it is missing or null."""
        value = self.data.get(key)
        if not isinstance(value, str | None):
            raise self.error(f"'{key}' must be text")
        return value or ""

    def texts(self, key: str) -> list[str]:
        """The texts in a list, none where the key is missing."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.error(f"'{key}' must be a list of texts")
        return [str(value) for value in values]

    def records(self, key: str) -> list["Record"]:
        """The objects in a list."""
        values = self._list(key)
        if not all(isinstance(value, dict) for value in values):
            raise self.error(f"'{key}' must be a list of objects")
        return [Record(self.place, value) for value in values]

    def _list(self, key: str) -> list[dict[str, object]]:
        values = self.data.get(key, [])
        if not isinstance(values, list):
            raise self.error(f"'{key}' must be a list")
        return values


def records(path: Path) -> Iterator[Record]:
    """The records of a file, or of the *.jsonl files in a folder by name; UsageError for what cannot be read."""
    for file in _files(path):
        for number, line in enumerate(_content(file).split(b"\n"), 1):
            if line.strip():
                yield _record(line, f"{printable(file)}, line {number}")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise UsageError(f"{printable(path)}: there is no such file or folder")
    if not path.is_dir():
        return [path]
    if found := sorted(path.glob(f"*{SUFFIX}")):
        return found
    raise UsageError(f"{printable(path)}: no *{SUFFIX} files in this folder")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise UsageError(f"{printable(file)}: cannot be read: {error.strerror}") from error


def _record(line: bytes, place: str) -> Record:
    try:
        data = json.loads(line.decode())
    except json.JSONDecodeError as error:
        raise UsageError(f"{place}: this is not JSON: {error.msg} (column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: this is not JSON in UTF-8") from error
    if not isinstance(data, dict):
        raise UsageError(f"{place}: this must be a JSON object: {{...}}")
    return Record(place, data)
