"""Text in the encodings that articles come in."""

import pytest
from attempt import attempt
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.decode import decode
from kg.errors import KgError

TEXT = "Café ‘Zuid’ kost € 3.\nEinde"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_and_utf8_need_no_warning(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.warning) == (TEXT, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_guessed_encodings_come_with_a_warning(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert decoded.warning


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4,
        b"text with a NUL \0 in it",
        b"\x01\x02\x03\x04 and so on",
        b"\xff\xfe\x00\xd8\x00",  # the mark of UTF-16 before half a pair
        b"\xff\xfeA\x00\x00\x00B\x00",  # UTF-16 with a NUL
        "日本語".encode("utf-32-le"),  # NULs, and not where UTF-16 has them
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(KgError):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_error(data: bytes) -> None:
    decoded, complaint = attempt(lambda: decode(data))
    assert "\n" not in complaint
    assert decoded is None or not {"\r", "\0"} & set(decoded.text)
    if decoded:
        decoded.text.encode("utf-8")  # no lone surrogates


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_is_kept_as_it_is(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe")):
        assert decode(data).text == text
