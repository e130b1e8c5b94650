"""The file formats that kg reads."""

from dataclasses import dataclass
from enum import Enum, auto

from kg.documents.content import Reader, single
from kg.documents.csv_file import read_csv
from kg.documents.docx import read_docx
from kg.documents.html import read_html
from kg.documents.jsonl import read_jsonl
from kg.documents.pdf import read_pdf
from kg.documents.text import read_markdown, read_text


class Lines(Enum):
    """How the lines of a text relate to those of its file."""

    SAME = auto()  # they are the file's
    ROW = auto()  # the whole text is on one row
    NONE = auto()  # the file has none that a reader could see


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files and the function that reads their bytes.

    bulk: how many times larger than an article a file may be, as it holds many of them, or pictures and markup.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    lines: Lines = Lines.SAME
    bulk: int = 1


FORMATS = [
    Format("text", (".txt",), single(read_text)),
    Format("markdown", (".md", ".markdown"), single(read_markdown)),
    Format("html", (".html", ".htm"), single(read_html), Lines.NONE, bulk=5),
    Format("docx", (".docx",), single(read_docx), Lines.NONE, bulk=10),
    Format("pdf", (".pdf",), single(read_pdf), Lines.NONE, bulk=10),
    Format("jsonl", (".jsonl",), read_jsonl, Lines.ROW, bulk=100),
    Format("csv", (".csv",), read_csv, Lines.ROW, bulk=100),
]

SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


def format_of(name: str) -> Format | None:
    """The format of a file by the ending of its name, None for an unknown one."""
    return next((known for known in FORMATS if name.lower().endswith(known.suffixes)), None)
