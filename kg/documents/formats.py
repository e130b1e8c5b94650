"""The file formats that kg reads."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.documents.content import Content
from kg.documents.text import read_markdown, read_text


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files and the function that reads their bytes."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], Content]


FORMATS = [
    Format("text", (".txt",), read_text),
    Format("markdown", (".md", ".markdown"), read_markdown),
]

SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


def format_of(name: str) -> Format | None:
    """The format of a file by the ending of its name, None for an unknown one."""
    return next((known for known in FORMATS if name.lower().endswith(known.suffixes)), None)
