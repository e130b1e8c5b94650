"""CSV: one article in a row."""

import csv
import io
import json
from collections.abc import Iterator

from kg.documents.content import Content
from kg.documents.decode import decode
from kg.documents.fields import KEYS
from kg.documents.row import TEXT, TEXT_KEYS, article
from kg.errors import KgError

DELIMITERS = (",", ";", "\t")
COLUMNS = frozenset((*TEXT, *KEYS))


def read_csv(data: bytes) -> Iterator[Content | KgError]:
    """The article of each row below the first, which names the columns; an error for a row that has no text.

    An article's bytes are its cells in the columns that kg knows, as a JSON object sorted by name: it is the same
    article in whatever row and file. KgError for a file that is no text, and for one without a column of texts.
    """
    decoded = decode(data)
    text = decoded.text.lstrip("\n")
    skipped = len(decoded.text) - len(text)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # one limit for all of Python, so only raised
    names, delimiter = _columns(text)
    warning = decoded.warning
    for number, row in _rows(text, delimiter):
        if number > 1 and (isinstance(row, KgError) or any(row)):
            line = number + skipped
            try:
                yield _article(row, names, line, warning)
                warning = None  # it is said once
            except KgError as error:
                yield KgError(f"line {line}: {error}")


def _columns(text: str) -> tuple[list[str], str]:
    """The names in the first row and the delimiter: the one with which most of them are known."""
    found = []
    for delimiter in DELIMITERS:
        _, row = next(_rows(text, delimiter), (1, []))
        if not isinstance(row, KgError):
            names = [name.strip().lower() for name in row]
            found.append((len(COLUMNS.intersection(names)), names, delimiter))
    _, names, delimiter = max(found, key=lambda candidate: candidate[0], default=(0, [], ""))
    if not set(TEXT).intersection(names):
        raise KgError(f"the first row must name the columns, one of them {TEXT_KEYS}")
    return names, delimiter


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | KgError]]:
    """The line on which a row begins, from 1, and its cells; after a misplaced quote it goes on a line later."""
    lines = io.StringIO(text).readlines()
    begin = 0
    while begin < len(lines):
        reader = csv.reader((lines[i] for i in range(begin, len(lines))), delimiter=delimiter, strict=True)
        try:
            yield begin + 1, next(reader)
            begin += reader.line_num
        except csv.Error:
            yield begin + 1, KgError('a quote is not closed, or not doubled ("") inside a cell')
            begin += 1


def _article(row: list[str] | KgError, names: list[str], line: int, warning: str | None) -> Content:
    if isinstance(row, KgError):
        raise row
    if any(row[len(names) :]):
        raise KgError(f"{len(row)} cells, where the first row names {len(names)} columns; quote cells with delimiters")
    values = {name: cell for name, cell in zip(names, row, strict=False) if cell and name in COLUMNS}
    data = json.dumps(values, ensure_ascii=False, sort_keys=True).encode()
    return article(values, line, data, warning)
