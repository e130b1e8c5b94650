"""What a reader gets out of a file, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """text: the article without its header. first_line: the line of the file on which it begins.

    header: what the file says of it (title, date, source, author, language, url). warning: what was assumed, or None.
    """

    text: str
    first_line: int
    header: Mapping[str, str]
    warning: str | None = None
