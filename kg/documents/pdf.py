"""PDF files with text in them."""

import io
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.documents.content import Content
from kg.documents.decode import is_text
from kg.documents.fields import known
from kg.documents.header import header
from kg.documents.pdf_lines import Line, LineBuilder, without_margins
from kg.documents.pdf_text import running_text
from kg.documents.text import headline
from kg.errors import KgError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 500
MAX_WORK = 2_000_000  # a page of text is some thousands, this is a minute at most
WEIGHT = {b"Tj": 10, b"TJ": 10, b"'": 10, b'"': 10, b"Do": 100}  # of drawing instructions, by their time; others 1
UPRIGHT = 0


def read_pdf(data: bytes) -> Content:
    """The paragraphs, without the headers, footers and numbers of the pages.

    What the text says of itself (kg.documents.header) goes before the properties of the file; the day on which the
    file was made is not taken for the article's. KgError for a file that is broken, encrypted, or without text.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _check(reader)
        whole = running_text([line for page in without_margins(_pages(reader)) for line in page])
        properties = known(_properties(reader))
    except KgError:
        raise
    except Exception as error:  # on damaged files pypdf fails in every way that Python can
        raise KgError("this PDF is broken; print or save it anew as PDF") from error
    if not whole:
        raise KgError("there is no text in this PDF, only pictures; recognise its text (OCR) first")
    if not is_text(whole):
        raise KgError("the letters in this PDF have no meaning for a reader; save its text as .txt")
    head = header(whole)
    text = whole[head.start :].strip()
    return Content(text, 1, {**known({"title": headline(text)}), **properties, **head.fields})


def _check(reader: "PdfReader") -> None:
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    try:
        is_closed = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except (DependencyError, NotImplementedError):  # a cipher that kg does not bring along
        is_closed = True
    if is_closed:
        raise KgError("this PDF is encrypted; save it without a password")
    if (count := len(reader.pages)) > MAX_PAGES:
        raise KgError(f"{count:,} pages, more than the {MAX_PAGES} allowed; save the pages of the article alone")


def _pages(reader: "PdfReader") -> list[list[Line]]:
    work = 0

    def count(operator: bytes, *_: object) -> None:
        nonlocal work
        work += WEIGHT.get(operator, 1)
        if work > MAX_WORK:
            raise KgError("too much is drawn in this PDF; save the pages of the article alone")

    return [_lines(page, count) for page in reader.pages]


def _lines(page: "PageObject", count: Callable[..., None]) -> list[Line]:
    builder = LineBuilder()

    def visit(text: str, matrix: list[float], letters: list[float], font: object, size: float) -> None:
        builder.add(text, matrix, letters, size)

    page.extract_text(orientations=UPRIGHT, visitor_operand_before=count, visitor_text=visit)
    builder.end()
    return builder.lines


def _properties(reader: "PdfReader") -> dict[str, str | None]:
    found = reader.metadata
    return {"title": found.title, "author": found.author} if found else {}
