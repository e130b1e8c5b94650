"""Plain text and Markdown files."""

import re
from collections.abc import Callable

from kg.documents.content import Content
from kg.documents.decode import decode
from kg.documents.header import header

HEADLINE_LENGTH = 150  # characters
HEADING = re.compile(r"^#[ \t]+(?P<title>\S[^\n]*)$", re.MULTILINE)
BLANK_LINE = re.compile(r"[ \t]*\n")


def read_text(data: bytes) -> Content:
    """The text of a file and what its header or headline says; KgError for no text and for a malformed header."""
    return _read(data, headline)


def read_markdown(data: bytes) -> Content:
    """As plain text, but the first heading is the title before a headline is."""
    return _read(data, lambda text: _heading(text) or headline(text))


def _read(data: bytes, title_of: Callable[[str], str | None]) -> Content:
    decoded = decode(data)
    head = header(decoded.text)
    body = decoded.text[head.start :]
    text = body.strip()
    offset = head.start + len(body) - len(body.lstrip())
    fields = dict(head.fields)
    if "title" not in fields and (title := title_of(text)):
        fields["title"] = title
    return Content(text, decoded.text.count("\n", 0, offset) + 1, fields, decoded.warning)


def headline(text: str) -> str | None:
    """A short first line without a final full stop before a blank line, None if the text begins otherwise."""
    first, _, rest = text.partition("\n")
    title = first.rstrip()
    short = 0 < len(title) <= HEADLINE_LENGTH and not title.endswith((".", ":", ","))
    return title if short and BLANK_LINE.match(rest) else None


def _heading(text: str) -> str | None:
    match = HEADING.search(text)
    return match["title"].rstrip("# \t") or None if match else None
