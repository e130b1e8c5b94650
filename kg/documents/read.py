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
    """The documents of a file. warnings: what was assumed in reading them. faults: why others in it were left out."""

    documents: tuple[Document, ...]
    warnings: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def read(source: Source, max_size: int = MAX_SIZE) -> Read:
    """Read one file. max_size: bytes of the largest article; its format says how much larger the file may be.

    KgError if nothing in it can be read, with what is wrong and what to do, without the file's name.
    """
    data = _bytes(source.path, max_size * source.format.bulk)
    if not data.strip():
        raise KgError("the file is empty; put an article in it or take it away")
    found = [_checked(content, max_size) for content in source.format.read(data)]
    faults = tuple(str(error) for error in found if isinstance(error, KgError))
    contents = [content for content in found if isinstance(content, Content)]
    if not contents:
        raise KgError(f"no article in it can be read: {faults[0]}" if faults else "there is no article in it")
    return Read(
        documents=tuple(_document(data, source.file, content) for content in contents),
        warnings=tuple(content.warning for content in contents if content.warning),
        faults=faults,
    )


def read_one(source: Source) -> Document:
    """The article of a file that holds only one; KgError for one that holds more, and as `read` gives it."""
    documents = read(source).documents
    if len(documents) > 1:
        raise KgError(f"there are {len(documents):,} articles in this file; put the one you mean in a file of its own")
    return documents[0]


def merged(documents: Iterable[Document]) -> list[Document]:
    """Equal articles are one document with all their files; sorted by id."""
    by_id: dict[str, Document] = {}
    for document in sorted(documents, key=lambda document: (document.files, document.first_line)):
        same = by_id.setdefault(document.id, document)
        by_id[document.id] = replace(same, files=tuple(sorted({*same.files, *document.files})))
    return [by_id[i] for i in sorted(by_id)]


def _checked(content: Content | KgError, max_size: int) -> Content | KgError:
    """An article without text or with too much is an error; one that is its file has nothing beside it to keep."""
    if isinstance(content, KgError):
        return content
    size = len(content.text.encode())
    if content.data is not None:
        return KgError(f"line {content.first_line}: {_too_large(size, max_size)}") if size > max_size else content
    if not size:
        raise KgError("there is no text after the header; add the article or take the file away")
    if size > max_size:
        raise KgError(f"its text is {_too_large(size, max_size)}")
    return content


def _bytes(path: Path, max_size: int) -> bytes:
    """The size is asked first: a large file is never read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise KgError("this is not a regular file")
        if status.st_size > max_size:
            raise KgError(_too_large(status.st_size, max_size))
        return path.read_bytes()
    except OSError as error:
        raise KgError(f"cannot be read: {error.strerror}") from error


def _too_large(size: int, max_size: int) -> str:
    return f"larger ({size:,} bytes) than the {max_size:,} allowed; split it or raise --max-size"


def _document(data: bytes, file: str, content: Content) -> Document:
    digest = hashlib.sha256(data if content.data is None else content.data).hexdigest()
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
