"""Reads the files of ontology/gazetteer/, and says of a mistake in them in which file, line and key it is.

A YAML file holds `entries` (id -> field -> value), or tables that add one field to many entries (field -> id -> value),
or both; `defaults` are fields for all its entries. `endings` and `patterns` are explained in endings.yaml.
A CSV file holds an entry a row, a field a column; ";" stands between several values in a cell.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.resolve.gazetteer_text import Place, mapping, parsed, text_of, texts
from kg.resources import SHIPPED, listed

FOLDER = "gazetteer"
TYPES = ("PER", "ORG", "LOC", "PROD", "EVENT", "WORK", "THING")
SINGLE = ("type", "kind", "country", "iso", "wikidata", "geonames")  # fields with one value

_FIELD = re.compile(
    r"type|kind|country|iso|wikidata|geonames|same_as|label|alias|(label|alias|adjective|inhabitant)_[a-z]{2,3}"
)
_SHAPES = {
    "type": re.compile("|".join(TYPES)),
    "iso": re.compile(r"[A-Z]{2,3}"),
    "wikidata": re.compile(r"Q[1-9][0-9]*"),
    "geonames": re.compile(r"[1-9][0-9]{0,9}"),
    "same_as": re.compile(r"https?://[^\s<>\"{}|\\^`]+"),
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Fields = dict[str, dict[str, list[str]]]  # field -> language, or "" -> values: label_nl is label -> nl


@dataclass(slots=True)
class Data:
    """What all files say together; entries by id, their fields with the values in the order of the files."""

    entries: dict[str, Fields] = field(default_factory=dict)
    defined: dict[str, Place] = field(default_factory=dict)
    named: list[tuple[str, Place]] = field(default_factory=list)  # ids that must be entries, and where they are used
    endings: dict[str, dict[str, dict[str, list[str]]]] = field(default_factory=dict)
    patterns: dict[str, list[str]] = field(default_factory=dict)

    def add(self, entry: str, name: str, values: list[str], place: Place) -> None:
        """Adds values to a field of an entry."""
        if not _known(name):
            place.fail("no such field")
        if not values or not all(map(str.strip, values)):
            place.fail("a value is empty")
        if (shape := _SHAPES.get(name)) and not all(map(shape.fullmatch, values)):
            place.fail(f"{', '.join(values)} does not have the form {shape.pattern}")
        kind, language = _parts(name)
        fields = self.entries.setdefault(entry, {}).setdefault(kind, {})
        if language not in fields:
            fields[language] = list(dict.fromkeys(values))
        else:
            fields[language] += [value for value in values if value not in fields[language]]
        if name in SINGLE and len(fields[language]) != 1:
            place.fail(f"one value is wanted, not {', '.join(fields[language])}")
        if name == "country":
            self.named.append((values[0], place))

    def check(self) -> None:
        """Raises KgError if an entry lacks its type or label, or an id is used that no entry has."""
        for entry, place in self.named:
            if entry not in self.defined:
                place.fail(f"there is no entry {entry}")
        for entry, place in self.defined.items():
            fields = self.entries.get(entry, {})
            if "type" not in fields:
                place.fail("type is missing")
            if "label" not in fields:
                place.fail("a label is missing (label, label_nl, label_en ...)")


def read(ontology: Path | None = None) -> Data:
    """Reads and checks all files of the gazetteer, the user's over those that come with kg.

    Raises KgError for a file that cannot be read or that holds a mistake.
    """
    data = Data()
    for suffix, reader in ((".yaml", _read_yaml), (".csv", _read_csv)):
        # kg's own files first: where a user's file contradicts them, the mistake is named there
        for path in sorted(listed(FOLDER, suffix, ontology), key=lambda path: not path.is_relative_to(SHIPPED)):
            reader(path, data)
    data.check()
    return data


def _read_yaml(path: Path, data: Data) -> None:
    content = mapping(parsed(path), Place(path))
    defaults = mapping(content.pop("defaults", {}), Place(path, ("defaults",)))
    for section, body in content.items():
        place = Place(path, (section,))
        if section == "endings":
            _read_endings(body, place, data)
        elif section == "patterns":
            data.patterns |= {kind: texts(value, place) for kind, value in mapping(body, place).items()}
        elif section == "entries":
            for entry, fields in mapping(body, place).items():
                here = Place(path, ("entries", entry))
                _define(data, entry, here)
                _read_entry(path, data, entry, defaults | mapping(fields, here))
        else:
            for entry, value in mapping(body, place).items():
                here = Place(path, (section, entry))
                data.named.append((entry, here))
                data.add(entry, section, texts(value, here), here)


def _read_entry(path: Path, data: Data, entry: str, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        place = Place(path, ("entries", entry, name))
        data.add(entry, name, texts(value, place), place)


def _read_endings(body: Any, place: Place, data: Data) -> None:
    for language, tables in mapping(body, place).items():
        own = data.endings.setdefault(language, {})
        for name, endings in mapping(tables, place).items():
            here = Place(place.path, (*place.keys, language, name))
            if name not in ("adjective", "inhabitant", "people"):
                here.fail("no such table")
            own[name] = {suffix: texts(value, here) for suffix, value in mapping(endings, here).items()}


def _read_csv(path: Path, data: Data) -> None:
    for line, row in _rows(path):
        entry = row.pop("id", "")
        _define(data, entry, Place(path, ("id",), line))
        for column, cell in row.items():
            if values := [text for part in cell.split(";") if (text := part.strip())]:
                data.add(entry, column, values, Place(path, (column,), line))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file that hold something, with their lines."""
    reader = csv.reader(text_of(path).splitlines(keepends=True), strict=True)
    try:
        columns = [column.strip() for column in next(reader, [])]
        for column in columns:
            if column != "id" and not _known(column):
                Place(path, (column,), 1).fail("no such field")
        for cells in reader:
            if len(cells) not in (0, len(columns)):
                Place(path, ("row",), reader.line_num).fail(f"{len(cells)} cells, {len(columns)} columns")
            if cells:
                yield reader.line_num, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        Place(path, ("row",), reader.line_num).fail(str(error))


def _define(data: Data, entry: str, place: Place) -> None:
    if not _ID.fullmatch(entry):
        place.fail("an id is small letters and digits, with hyphens between them")
    data.defined.setdefault(entry, place)


@cache
def _known(name: str) -> bool:
    return _FIELD.fullmatch(name) is not None


@cache
def _parts(name: str) -> tuple[str, str]:
    """label_nl -> label, nl; same_as has no language."""
    kind, _, language = (name, "", "") if name == "same_as" else name.partition("_")
    return kind, language
