"""Web pages: the article in them, without what stands around it."""

import codecs
import logging
import re
from typing import TYPE_CHECKING

from kg.documents.content import Content
from kg.documents.decode import Decoded, decode, line_feeds
from kg.documents.fields import known
from kg.documents.markup import stated_date, stated_language
from kg.errors import KgError

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
EUROPEAN = ("iso8859", "cp125")
HEAD = 4096  # bytes in which the encoding is declared
SENTENCE = re.compile(r"""\w[.!?…]["'”’“»)\]]*$""", re.MULTILINE)
BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "code", "body"})
DATES = {"extensive_search": False, "original_date": True, "min_date": "1995-01-01", "max_date": "2100-01-01"}
MAX_ELEMENTS, MAX_CHILDREN = 30_000, 1_500  # more take minutes: trafilatura's time grows with the cube of the children
NO_ARTICLE = "no article was found in this page; save its text as .txt"


def read_html(data: bytes) -> Content:
    """The text of the article and what the page states of it; KgError for a page without an article.

    trafilatura tells the article from menus, banners and links to others; tables are left out, as old pages are laid
    out with them. The date is only what the markup states: trafilatura's may be guessed, and by today's date.
    """
    decoded = _decoded(data)
    page, found = _article(decoded.text)
    text = _text(found.body)
    if not SENTENCE.search(text):  # of a page without an article it takes what there is, such as the menu
        raise KgError(NO_ARTICLE)
    header = {
        "title": found.title,
        "date": stated_date(page),
        "source": found.sitename,
        "author": found.author and found.author.replace("; ", ", "),
        "language": stated_language(page),
        "url": found.url,
    }
    return Content(text, 1, known(header), decoded.warning)


def _article(html: str) -> "tuple[HtmlElement, Document]":
    """The whole page, and the article in it with what is known of it."""
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say is in NO_ARTICLE
    page = load_html(html)
    if page is None:
        raise KgError(NO_ARTICLE)
    _check(page)
    found = bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )
    if not isinstance(found, Document):
        raise KgError(NO_ARTICLE)
    return page, found


def _decoded(data: bytes) -> Decoded:
    """What is not UTF-8 in the encoding that the page declares, if that is one of European languages."""
    decoded, declared = decode(data), CHARSET.search(data[:HEAD])
    if decoded.warning is None or declared is None:
        return decoded
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        return decoded
    return Decoded(line_feeds(data.decode(encoding, "replace"))) if encoding.startswith(EUROPEAN) else decoded


def _check(page: "HtmlElement") -> None:
    for count, element in enumerate(page.iter(), 1):
        if count > MAX_ELEMENTS or len(element) > MAX_CHILDREN:
            raise KgError("this page has too many elements; save the text of its article as .txt")


def _text(body: "HtmlElement") -> str:
    """The paragraphs with an empty line between them; line breaks inside stay."""
    from lxml.etree import iterwalk

    parts = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in BLOCKS:
            parts.append("\n\n")
        elif element.tag == "lb" and event == "start":
            parts.append("\n")
        parts.append(_one_line(element.text if event == "start" else element.tail))
    paragraphs = (re.sub(r" *\n *", "\n", paragraph.strip()) for paragraph in re.split(r"\n *\n", "".join(parts)))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
