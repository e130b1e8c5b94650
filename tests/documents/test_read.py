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


ROWS = b'{"text": "Een."}\n{"text": ""}\n{"text": "Twee.", "date": "2021"}\n{"text": "Een."}\n'


def test_a_file_of_many_articles(tmp_path: Path) -> None:
    (source,) = collect([written(tmp_path, "x.jsonl", ROWS)])
    found = read(source)
    digest = hashlib.sha256(b'{"text": "Twee.", "date": "2021"}').hexdigest()
    assert found.documents[1] == Document(digest[:16], digest, ("x.jsonl",), "Twee.", first_line=3, date="2021")
    assert found.faults == ("line 2: there is no text; it must stand under text, body or content",)
    with pytest.raises(KgError, match="there are 3 articles in this file"):
        read_one(source)


def test_equal_rows_are_one_document_that_begins_where_the_first_of_them_does(tmp_path: Path) -> None:
    written(tmp_path, "b.jsonl", ROWS)
    written(tmp_path, "a.jsonl", b"\n" + ROWS)
    documents = [document for source in collect([tmp_path]) for document in read(source).documents]
    assert merged(documents) == merged(documents[::-1])
    assert {(d.text, d.files, d.first_line) for d in merged(documents)} == {
        ("Een.", ("a.jsonl", "b.jsonl"), 2),
        ("Twee.", ("a.jsonl", "b.jsonl"), 4),
    }


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.jsonl", b'{"text": ""}\n{', "no article in it can be read: line 1: there is no text"),
        ("x.csv", b"text\n", "there is no article in it"),
        ("x.jsonl", b'{"text": "' + b"x" * 101 + b'"}', r"line 1: larger \(101 bytes\) than the 100 allowed"),
        ("x.jsonl", b" " * 10_000 + b"x", r"larger \(10,001 bytes\) than the 10,000 allowed"),
        ("x.html", b"<html><p>" + b"Een zin. " * 12, r"its text is larger \(107 bytes\) than the 100 allowed"),
    ],
)
def test_files_without_an_article_that_can_be_read(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (source,) = collect([written(tmp_path, name, data)])
    with pytest.raises(KgError, match=message):
        read(source, max_size=100)


def test_equal_files_are_one_document(tmp_path: Path) -> None:
    for name, data in (("b.txt", FULL), ("a.txt", FULL), ("c.txt", b"Anders.")):
        written(tmp_path, name, data)
    documents = [read_one(source) for source in collect([tmp_path])]
    assert merged(documents) == merged(documents[::-1])
    assert sorted(d.files for d in merged(documents)) == [("a.txt", "b.txt"), ("c.txt",)]
