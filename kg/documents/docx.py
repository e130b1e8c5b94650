"""Word documents: Office Open XML (ECMA-376), the parts of it that hold text."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.documents.content import Content
from kg.documents.decode import is_text
from kg.documents.fields import known
from kg.documents.header import header
from kg.documents.text import headline
from kg.errors import KgError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_XML = 20_000_000  # bytes of a part when unpacked; the markup is about ten times its text
PROPERTIES = {"title": "title", "author": "creator", "language": "language", "date": "created"}  # of Dublin Core
LEFT_OUT = frozenset({"Fallback", "moveFrom", "del"})  # said again for old programs, moved away, deleted
CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
BROKEN = "this is no .docx file, or it is broken or has a password; save it anew as .docx, without a password"
DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, RuntimeError)  # of zipfile
ASSUMED = "the date {} is when the file was made; begin the text with a line 'date ...' if the article has another"


def read_docx(data: bytes) -> Content:
    """The paragraphs, those in tables and text boxes too, without notes, headers and footers.

    What the text says of itself (kg.documents.header) goes before the properties of the file. KgError for a file that
    cannot be read, for one without text, and for a malformed header.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = dict(_parts(package))
            whole = _text(_xml(package, parts.get("officeDocument", "word/document.xml")))
            properties = known(_properties(package, parts.get("core-properties", "docProps/core.xml")))
    except DAMAGED as error:
        raise KgError(BROKEN) from error
    if not is_text(whole):
        raise KgError(BROKEN)
    head = header(whole)
    text = whole[head.start :].strip()
    if not text:
        raise KgError("there is no text in this document; add the article or take the file away")
    title = known({"title": headline(text)})
    warning = ASSUMED.format(properties["date"]) if "date" in properties and "date" not in head.fields else None
    return Content(text, 1, {**title, **properties, **head.fields}, warning)


def _xml(package: zipfile.ZipFile, name: str) -> "_Element":
    """A part; never more of it is unpacked than MAX_XML. Entities are not expanded, and nothing is fetched."""
    from lxml import etree

    with package.open(name) as part:
        data = part.read(MAX_XML + 1)
    if len(data) > MAX_XML:
        raise KgError(f"{name} in it is larger than the {MAX_XML:,} bytes allowed; save the article alone")
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise KgError(BROKEN) from error
    if root.getroottree().docinfo.doctype:
        raise KgError(BROKEN)  # the standard allows no document type, and entities come with one
    return root


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the package's main parts by the last word of what they are to it."""
    for element in _xml(package, "_rels/.rels"):
        kind = posixpath.basename(element.get("Type", ""))
        yield kind, posixpath.normpath(element.get("Target", "")).lstrip("/")


def _properties(package: zipfile.ZipFile, name: str) -> dict[str, str | None]:
    if name not in package.namelist():
        return {}
    values = {_local(element): element.text for element in _xml(package, name)}
    return {key: values.get(term) for key, term in PROPERTIES.items()}


def _text(root: "_Element") -> str:
    """The paragraphs with an empty line between them."""
    from lxml.etree import iterwalk

    pieces, walk = [], iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = _local(element)
        if tag == "p":
            pieces.append("\n\n")
        elif event == "start" and tag in LEFT_OUT:
            walk.skip_subtree()
        elif event == "start":
            pieces.append((element.text or "") if tag == "t" else CHARACTERS.get(tag, ""))
    return re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", "".join(pieces)).strip()


def _local(element: "_Element") -> str:
    """The tag without its namespace, which is another one in strict documents; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
