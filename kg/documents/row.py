"""One article among many in a file, given as values by key."""

from collections.abc import Mapping

from kg.documents.content import Content
from kg.documents.decode import is_text, line_feeds
from kg.documents.fields import KEYS, checked
from kg.documents.text import headline
from kg.errors import KgError

TEXT = ("text", "body", "content")  # the keys that the text may have, the first that is there counts
TEXT_KEYS = f"{', '.join(TEXT[:-1])} or {TEXT[-1]}"


def article(values: Mapping[str, object], line: int, data: bytes, warning: str | None = None) -> Content:
    """The article of these values; other keys than TEXT and KEYS are passed over.

    KgError for one without text, and for a malformed value.
    """
    text = next(filter(None, (_string(key, values.get(key), "\n\n").strip() for key in TEXT)), "")
    if not text:
        raise KgError(f"there is no text; it must stand under {TEXT_KEYS}")
    header = {key: value for key in KEYS if (value := checked(key, _string(key, values.get(key), ", ")))}
    if "title" not in header and (title := headline(text)):
        header["title"] = title
    return Content(text, line, header, warning, data)


def _string(key: str, value: object, between: str) -> str:
    """A value as text; of a list (paragraphs, authors) the texts with something between."""
    items = [item for item in (value if isinstance(value, list) else [value]) if item is not None]
    if not all(isinstance(item, str | int) for item in items):
        raise KgError(f"{key}: this must be text")
    text = line_feeds(between.join(map(str, items)))
    if not is_text(text):
        raise KgError(f"{key}: this has characters that no text has")
    return text
