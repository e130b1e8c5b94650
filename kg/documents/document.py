"""An article as the rest of kg sees it, whatever the format it came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    text is the body without its header; every offset in kg counts Unicode code points of it.
    date is EDTF as the header gives it ("2021-10-05", "2021-10", "2021"), or None.
    first_line is the line of the file (from 1) on which the text begins, or the row that the article is; 1 in files
    without lines.
    language is what the header says (two letters), or None: then it is identified.
    files are paths below the folders named by the user, with "/", sorted; equal articles are one document.
    id and sha256 are of the article's own bytes: of the whole file, or of its row where a file holds many.
    """

    id: str  # the first 16 hex digits of sha256
    sha256: str
    files: tuple[str, ...]
    text: str
    first_line: int = 1
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
