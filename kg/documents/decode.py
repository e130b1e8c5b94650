"""From bytes to text, whatever common encoding they are in."""

import codecs
import re
from dataclasses import dataclass

from kg.errors import KgError

MARKS = (  # UTF-32's mark begins with that of UTF-16, so it comes first
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FOREIGN = re.compile(r"[\0\ud800-\udfff]")
CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x19\x1c-\x1f]")  # what text does not have
MOST_CONTROL = 0.01  # share of characters


@dataclass(frozen=True, slots=True)
class Decoded:
    """text with line feeds only; warning says what was assumed, None if nothing was."""

    text: str
    warning: str | None = None


def decode(data: bytes) -> Decoded:
    """The text of a file: UTF-8, UTF-16 (with or without a byte order mark), else Windows-1252 with a warning.

    Raises KgError for what is no text.
    """
    decoded = _decoded(data)
    if not is_text(decoded.text):
        raise KgError("this is not a text file; convert it to .txt (UTF-8) first")
    return Decoded(line_feeds(decoded.text), decoded.warning)


def is_text(text: str) -> bool:
    """Whether these are characters that text has: no NUL, no half of a surrogate pair, hardly any control character."""
    return not FOREIGN.search(text) and len(CONTROL.findall(text)) <= MOST_CONTROL * len(text)


def line_feeds(text: str) -> str:
    """The text with line feeds as its only line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, encoding))
    if encoding := _utf16_without_mark(data):
        return Decoded(_strict(data, encoding), f"no byte order mark, read as {encoding.upper()}")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return Decoded(text, "not UTF-8, read as Windows-1252; save it as UTF-8 if letters look wrong")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KgError(f"this begins like {encoding.upper()} but is not: {error.reason}; save it as UTF-8") from error


def _utf16_without_mark(data: bytes) -> str:
    """The encoding, "" if it is not UTF-16: in text of Latin letters every second byte is NUL, hardly any other is."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = len(data) / 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""
