"""JSON Lines: one article on a line."""

import json
from collections.abc import Iterator

from kg.documents.content import Content
from kg.documents.decode import decode
from kg.documents.row import article
from kg.errors import KgError


def read_jsonl(data: bytes) -> Iterator[Content | KgError]:
    """The article of each line; an error for a line that is no JSON object with a text.

    An article's bytes are its line in UTF-8, without the white space around it. KgError for a file that is no text.
    """
    for number, line in enumerate(_lines(data), 1):
        if line.strip():
            try:
                yield _article(line, number)
            except KgError as error:
                yield KgError(f"line {number}: {error}")


def _lines(data: bytes) -> list[bytes]:
    """Each line is decoded by itself, as one of another encoding should not spoil the others; UTF-16 has NULs."""
    return (decode(data).text.encode() if b"\0" in data else data).split(b"\n")


def _article(line: bytes, number: int) -> Content:
    decoded = decode(line)
    text = decoded.text.strip()
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise KgError(f"this is not JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets a thousand deep
        raise KgError("this is not JSON that can be read") from None
    if not isinstance(values, dict):
        raise KgError('this is no JSON object such as {"text": "..."}')
    warning = decoded.warning and f"line {number}: {decoded.warning}"
    return article(values, number, text.encode(), warning)
