"""Files of many articles: JSON Lines and CSV."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Mapping

import pytest
from attempt import attempt
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.content import Content, Reader
from kg.documents.csv_file import read_csv
from kg.documents.jsonl import read_jsonl
from kg.errors import KgError

FULL = {
    "title": "Kop",
    "date": "2021-10-05T08:00:00Z",
    "source": "Krant",
    "author": "Ann",
    "language": "nl-BE",
    "url": "https://x.example/",
    "text": "Tekst.\nVerder, met een komma; en \"quotes\".",
    "views": "12",
}  # fmt: skip
HEADER = {**FULL, "date": "2021-10-05", "language": "nl"}
KNOWN = ("title", "date", "source", "author", "language", "url")
ARTICLE_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cc"])).map(str.strip)
ARTICLE = st.fixed_dictionaries({"text": ARTICLE_TEXT.filter(bool), "author": st.sampled_from(["", "A"])})

Row = Mapping[str, object]


def as_jsonl(rows: Iterable[Row]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def as_csv(rows: Iterable[Row], delimiter: str = ",", end: str = "\r\n") -> bytes:
    rows = list(rows)
    names = dict.fromkeys(name for row in rows for name in row)
    file = io.StringIO()
    writer = csv.DictWriter(file, names, delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def digest(content: Content) -> str:
    assert content.data is not None
    return hashlib.sha256(content.data).hexdigest()


def contents(found: Iterable[Content | KgError]) -> list[Content]:
    return [content for content in found if isinstance(content, Content)]


def faults(found: Iterable[Content | KgError]) -> list[str]:
    return [str(error) for error in found if isinstance(error, KgError)]


@pytest.mark.parametrize(
    "found",
    [
        read_jsonl(as_jsonl([FULL])),
        read_csv(as_csv([FULL])),
        read_csv(as_csv([FULL], ";")),
        read_csv(as_csv([FULL], "\t", "\n")),
        read_csv(b"\xef\xbb\xbf" + as_csv([FULL])),
        read_jsonl(b"\xef\xbb\xbf" + as_jsonl([FULL])),
        read_jsonl(as_jsonl([FULL]).decode().encode("utf-16")),
        read_csv(as_csv([{name.upper(): value for name, value in FULL.items()}])),
        read_csv(as_csv([{**{"text": "", "body": FULL["text"]}, **{key: FULL[key] for key in KNOWN}}])),
        read_jsonl(as_jsonl([{"content": [FULL["text"]], **{key: FULL[key] for key in KNOWN}}])),
    ],
)  # fmt: skip
def test_all_that_a_row_gives(found: Iterable[Content | KgError]) -> None:
    (content,) = contents(found)
    assert content.text == FULL["text"]
    assert content.header == {key: HEADER[key] for key in KNOWN}


@given(st.lists(ARTICLE, min_size=1), st.data())
@pytest.mark.parametrize(("read", "write"), [(read_jsonl, as_jsonl), (read_csv, as_csv)])
def test_texts_come_out_as_they_went_in_whatever_their_order(
    read: Reader, write: Callable[[list[Row]], bytes], rows: list[Row], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))
    first, second = contents(read(write(rows))), contents(read(write(shuffled)))
    assert [content.text for content in first] == [row["text"] for row in rows]
    assert sorted(map(digest, first)) == sorted(map(digest, second))


def test_a_row_keeps_its_identity_when_others_and_columns_change() -> None:
    (before, _) = contents(read_csv(b"text,title\nEen.,A\nTwee.,B\n"))
    (_, after) = contents(read_csv(b'views;title;text\n3;C;"Drie;\nvier."\n9;A;Een.\n'))
    assert digest(before) == digest(after)
    assert (before.first_line, after.first_line) == (2, 4)


def test_the_identity_of_a_line_is_the_hash_of_its_bytes() -> None:
    (content,) = contents(read_jsonl(b'\n{"text": "Caf\xc3\xa9."}\r\n'))
    assert digest(content) == hashlib.sha256(b'{"text": "Caf\xc3\xa9."}').hexdigest()
    assert content.first_line == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: this is not JSON: Expecting property name"),
        ("[]", "line 2: this is no JSON object"),
        ("[" * 100_000, "line 2: this is not JSON that can be read"),
        ('{"text": ' + "1" * 5000 + "}", "line 2: this is not JSON that can be read"),
        ('{"title": "Kop"}', "line 2: there is no text; it must stand under text, body or content"),
        ('{"text": " "}', "line 2: there is no text"),
        ('{"text": {"a": 1}}', "line 2: text: this must be text"),
        ('{"text": "a", "author": [["b"]]}', "line 2: author: this must be text"),
        ('{"text": "a\\ud800b"}', "line 2: text: this has characters that no text has"),
        ('{"text": "a", "title": "\\u0000"}', "line 2: title: this has characters that no text has"),
        ('{"text": "a", "date": "5 oktober"}', "line 2: the date '5 oktober' is no date"),
        ('{"text": "a", "language": "Nederlands"}', "line 2: the language 'Nederlands' is no code"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_kept(line: str, message: str) -> None:
    found = list(read_jsonl(f'{{"text": "Een."}}\n{line}\n\n{{"text": "Twee."}}'.encode()))
    (fault,) = faults(found)
    assert fault.startswith(message)
    assert [content.text for content in contents(found)] == ["Een.", "Twee."]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",A", "line 3: there is no text"),
        ('"Open,A', "line 3: a quote is not closed"),
        ('"Een "woord" hier",A', "line 3: a quote is not closed, or not doubled"),
        ("Een, twee, drie,A", "line 3: 4 cells, where the first row names 2 columns"),
        ("Een.,A", ""),
        (",", ""),
        ("", ""),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_kept(row: str, message: str) -> None:
    found = list(read_csv(f'text,title\nEerst.,A\n{row}\n"Laatst,\nnog.",B\n'.encode()))
    assert [content.text for content in contents(found)][:: len(contents(found)) - 1] == ["Eerst.", "Laatst,\nnog."]
    assert [fault[: len(message)] for fault in faults(found)] == ([message] if message else [])


def test_a_line_in_another_encoding_does_not_spoil_the_others() -> None:
    first, second = contents(read_jsonl('{"text": "Café."}\n'.encode() + '{"text": "Café."}'.encode("cp1252")))
    assert (first.text, first.warning) == ("Café.", None)
    assert second.text == "Café."
    assert (second.warning or "").startswith("line 2: not UTF-8")


def test_of_a_csv_file_the_encoding_is_said_once() -> None:
    found = contents(read_csv("text\nCafé.\nÉén.\n".encode("cp1252")))
    assert [bool(content.warning) for content in found] == [True, False]


def test_a_long_cell_is_read() -> None:
    (content,) = contents(read_csv(as_csv([{"text": "woord " * 100_000}])))
    assert len(content.text) == 599_999


@pytest.mark.parametrize("data", [b"naam,waarde\n1,2\n", b'"text\n', b"Een zin.\n"])
def test_a_csv_file_must_name_a_column_of_texts(data: bytes) -> None:
    with pytest.raises(KgError, match="the first row must name the columns, one of them text, body or content"):
        list(read_csv(data))


@pytest.mark.parametrize("read", [read_jsonl, read_csv])
def test_binary_files_are_refused(read: Reader) -> None:
    with pytest.raises(KgError, match="not a text file"):
        list(read(bytes(range(256)) * 8))


@given(st.text(alphabet='tex,;\n"ab\t', max_size=60))
def test_any_csv_gives_texts_or_lines(rows: str) -> None:
    found, complaint = attempt(lambda: list(read_csv(f"text,date\n{rows}".encode())))
    assert complaint == ""
    assert all(content.text for content in contents(found or ()))
    assert not any("\n" in fault for fault in faults(found or ()))
