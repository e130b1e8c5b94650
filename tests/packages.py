"""Small Word and PDF files, written by hand."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="http://x.example/relationships/officeDocument" Target="/word/document.xml"/>
<Relationship Id="b" Type="http://x.example/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
CORE = """<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>
<dc:creator>Ann</dc:creator><t:created>2021-10-05T08:00:00Z</t:created></c:coreProperties>"""


def word(body: str) -> str:
    """The main part of a Word document with this body."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {NAMES}><w:body>{body}</w:body></w:document>'


def paragraphs(*texts: str) -> str:
    """Paragraphs of one run each."""
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def docx(document: str, **parts: str) -> bytes:
    """A Word file with this main part; parts: core, the properties."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", document)
        if "core" in parts:
            package.writestr("docProps/core.xml", parts["core"])
    return file.getvalue()


def lines(texts: Iterable[str], x: float = 50, y: float = 700, size: float = 10, leading: float = 12) -> str:
    """Drawing instructions for lines below each other, of letters of Latin-1; an empty one leaves a gap."""
    drawn = []
    for number, text in enumerate(texts):
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        drawn.append(f"BT /F {size} Tf {x} {y - number * leading} Td ({escaped}) Tj ET\n" if text else "")
    return "".join(drawn)


def pdf(*pages: str, info: Mapping[str, str] | None = None, forms: Iterable[bytes] = ()) -> bytes:
    """A PDF file with these drawing instructions on its pages; forms: objects 5, 6 ..., drawn with "/X5 Do" ..."""
    forms = list(forms)
    first = 5 + len(forms)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    names = " ".join(f"/X{5 + number} {5 + number} 0 R" for number in range(len(forms)))
    resources = f"<</Font <</F 3 0 R>> /XObject <<{names}>>>>"
    entries = "".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>".encode(),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
        f"<<{entries}>>".encode("latin-1"),
        *forms,
    ]
    for number, page in enumerate(pages):
        content = f"{first + 2 * number + 1} 0 R"
        box = "/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]"
        objects += [f"<<{box} /Contents {content} /Resources {resources}>>".encode(), stream(page)]
    return _file(objects)


def stream(content: str, entries: str = "") -> bytes:
    """A compressed stream; entries: more of its dictionary."""
    data = zlib.compress(content.encode("cp1252"))
    return f"<<{entries} /Filter /FlateDecode /Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R /Info 4 0 R>>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()
