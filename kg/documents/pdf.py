"""PDF files with text in them."""

import io
import logging
from typing import TYPE_CHECKING, Any

from kg.documents.content import Content
from kg.documents.decode import is_text
from kg.documents.fields import known
from kg.documents.header import header
from kg.documents.pdf_lines import Line, without_margins
from kg.documents.pdf_text import joined
from kg.documents.text import headline
from kg.errors import KgError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 500
MAX_OPERATIONS = 2_000_000  # drawing instructions; a page of a newspaper has some 10,000
