"""RDF terms as N-Triples text: what is written to files and read by every store."""

import re
from decimal import Decimal
from typing import NamedTuple

from kg.rdf.vocabulary import RDF, XSD

ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
CONTROLS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
NO_CHARACTER = re.compile("[\ud800-\udfff]")  # a half of a surrogate pair cannot be written as UTF-8


class Triple(NamedTuple):
    """Three terms as N-Triples text."""

    subject: str
    predicate: str
    object: str


def a(subject: str, kind: str) -> Triple:
    """That a thing is of a class, given by its IRI."""
    return Triple(subject, iri(RDF + "type"), iri(kind))


def iri(value: str) -> str:
    """An IRI; characters that none may hold are percent-encoded."""
    return f"<{NOT_IN_IRI.sub(_percent, _sound(value))}>"


def literal(value: str, language: str | None = None, datatype: str | None = None) -> str:
    """A literal with a language tag, with a datatype (the IRI), or a plain string."""
    quoted = f'"{ESCAPED.sub(_escape, _sound(value))}"'
    if language:
        return f"{quoted}@{language}"
    return f"{quoted}^^{iri(datatype)}" if datatype else quoted


def integer(value: int) -> str:
    """A whole number."""
    return literal(str(value), datatype=XSD + "integer")


def decimal(value: Decimal | float) -> str:
    """A decimal number in canonical form, so that every store keeps it as it is: 1.5, 10000000000, -2.99."""
    digits = f"{Decimal(str(value)):f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return literal("0" if digits in ("-0", "") else digits, datatype=XSD + "decimal")


def unescaped(text: str) -> str:
    """What stands between the quotation marks of a literal, as the text that it is."""
    return ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    if code := match[1] or match[2]:
        return chr(int(code, 16))
    return CONTROLS.get(match[3], match[3])


def _escape(match: re.Match[str]) -> str:
    return ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def _sound(value: str) -> str:
    return NO_CHARACTER.sub("\ufffd", value)
