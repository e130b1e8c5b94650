"""From a file to a Document."""

import hashlib
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.documents.collect import Source
from kg.documents.content import Content
from kg.documents.document import Document
from kg.errors import KgError

MAX_SIZE = 2_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Read:
    """A document, and what was assumed in reading it (None: nothing)."""

    document: Document
    warning: str | None


def read(source: Source, max_size: int = MAX_SIZE) -> Read:
    """Read one file; KgError with what is wrong and what to do, without the file's name."""
    data = _bytes(source.path, max_size)
    if not data.strip():
        raise KgError("the file is empty; put an article in it or take it away")
    content = source.format.read(data)
    if not content.text:
        raise KgError("there is no text after the header; add the article or take the file away")
    return Read(_document(data, source.file, content), content.warning)


def merged(documents: Iterable[Document]) -> list[Document]:
    """Equal files are one document with several names; sorted by id."""
    by_id: dict[str, Document] = {}
    for document in documents:
        same = by_id.setdefault(document.id, document)
        by_id[document.id] = replace(same, files=tuple(sorted({*same.files, *document.files})))
    return [by_id[i] for i in sorted(by_id)]


def _bytes(path: Path, max_size: int) -> bytes:
    """The size is asked first: a large file is never read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise KgError("this is not a regular file")
        if status.st_size > max_size:
            raise KgError(
                f"larger ({status.st_size:,} bytes) than the {max_size:,} allowed; split it or raise --max-size"
            )
        return path.read_bytes()
    except OSError as error:
        raise KgError(f"cannot be read: {error.strerror}") from error


def _document(data: bytes, file: str, content: Content) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        id=digest[:16],
        sha256=digest,
        files=(file,),
        text=content.text,
        first_line=content.first_line,
        title=content.header.get("title"),
        date=content.header.get("date"),
        source=content.header.get("source"),
        author=content.header.get("author"),
        language=content.header.get("language"),
        url=content.header.get("url"),
    )
