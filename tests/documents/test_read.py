"""From files to documents."""

import hashlib
import os
from pathlib import Path

import pytest

from kg.documents.collect import collect
from kg.documents.document import Document
from kg.documents.read import merged, read, read_one
from kg.errors import KgError

FULL = (
    b"---\ntitle: Kop\ndate: 2021-10-05\nsource: Krant\nauthor: Ann\nlanguage: nl\nurl: https://x.example/\n---\nTekst."
)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_document_has_all_that_the_header_gives(tmp_path: Path) -> None:
    (source,) = collect([written(tmp_path, "x.txt", FULL)])
    digest = hashlib.sha256(FULL).hexdigest()
    assert read_one(source) == Document(
        id=digest[:16],
        sha256=digest,
        files=("x.txt",),
        text="Tekst.",
        first_line=9,
        title="Kop",
        date="2021-10-05",
        source="Krant",
        author="Ann",
        language="nl",
        url="https://x.example/",
    )


def test_a_guessed_encoding_is_a_warning(tmp_path: Path) -> None:
    (source,) = collect([written(tmp_path, "x.txt", "café".encode("cp1252"))])
    (warning,) = read(source).warnings
    assert "Windows-1252" in warning


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"date 2021-10-05\n", "no text after the header"),
        (b"\xef\xbb\xbf", "no text"),
        (b"x" * 101, r"larger \(101 bytes\) than the 100 allowed"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    (source,) = collect([written(tmp_path, "x.txt", data)])
    with pytest.raises(KgError, match=message):
        read(source, max_size=100)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, "x.txt", b"")
    os.truncate(path, 10**12)  # it has no blocks on disk, but reading it would fill the memory
    with pytest.raises(KgError, match="larger"):
        read(*collect([path]))


def test_pipes_and_broken_links_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    link, pipe = collect([tmp_path])
    with pytest.raises(KgError, match="not a regular file"):
        read(pipe)
    with pytest.raises(KgError, match="cannot be read: No such file"):
        read(link)


def test_equal_files_are_one_document(tmp_path: Path) -> None:
    for name, data in (("b.txt", FULL), ("a.txt", FULL), ("c.txt", b"Anders.")):
        written(tmp_path, name, data)
    documents = [read_one(source) for source in collect([tmp_path])]
    assert merged(documents) == merged(documents[::-1])
    assert sorted(d.files for d in merged(documents)) == [("a.txt", "b.txt"), ("c.txt",)]
