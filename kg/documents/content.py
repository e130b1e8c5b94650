"""What a reader gets out of a file, whatever its format."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.errors import KgError


@dataclass(frozen=True, slots=True)
class Content:
    """text: the article without its header. first_line: the line of the file on which it begins.

    header: what the file says of it (title, date, source, author, language, url). warning: what was assumed, or None.
    data: the article's own bytes where its file holds others too, None where it is the file.
    """

    text: str
    first_line: int
    header: Mapping[str, str]
    warning: str | None = None
    data: bytes | None = None


Reader = Callable[[bytes], Iterable[Content | KgError]]
"""Gives the articles of a file, and for each article that cannot be read the error; raises KgError for the file."""


def single(read: Callable[[bytes], Content]) -> Reader:
    """The reader of a format whose files hold one article each."""
    return lambda data: (read(data),)
