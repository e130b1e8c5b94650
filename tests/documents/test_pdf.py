"""PDF files: lines become paragraphs again."""

import io

import pytest
from attempt import attempt
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import lines, pdf, stream
from pypdf import PdfWriter

from kg.documents.pdf import read_pdf
from kg.errors import KgError

FIRST = ["Xiaomi wil in de eerste helft van 2024 elektri-", "sche wagens maken, zei Xiaomi-", "CEO Lei Jun."]
SECOND = ["De fabriek voor kunst- en textiel-", "producten staat in Peking, zegt het bedrijf zelf.", "Dat is zo."]
JOINED = "Xiaomi wil in de eerste helft van 2024 elektrische wagens maken, zei Xiaomi-CEO Lei Jun."
JOINED_SECOND = "De fabriek voor kunst- en textielproducten staat in Peking, zegt het bedrijf zelf. Dat is zo."


def text(*pages: str) -> str:
    return read_pdf(pdf(*pages)).text


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        (lines([*FIRST, "", *SECOND]), [JOINED, JOINED_SECOND]),
        (lines([*FIRST, *SECOND]), [JOINED, JOINED_SECOND]),  # told by the short line alone
        (lines(["Een kop"], y=730, size=18) + lines(FIRST), ["Een kop", JOINED]),
        (lines(FIRST) + lines(SECOND[:1], x=62, y=664) + lines(SECOND[1:], y=652), [JOINED, JOINED_SECOND]),
        (lines(FIRST[:2]) + lines(FIRST[2:], x=320), [JOINED]),  # goes on in the next column
        (lines(FIRST) + lines(SECOND, x=320), [JOINED, JOINED_SECOND]),
        (lines(["De tv-zender maakt een nieuw soort tv-", "zender, zegt de eigenaar."]),
         ["De tv-zender maakt een nieuw soort tv-zender, zegt de eigenaar."]),
        (lines(["De EV-", "eenheid kost 10 \u20ac."]), ["De EV-eenheid kost 10 €."]),
    ],
)  # fmt: skip
def test_paragraphs(page: str, paragraphs: list[str]) -> None:
    assert text(page).split("\n\n") == paragraphs


def test_headers_footers_and_page_numbers_are_left_out_and_paragraphs_go_on_over_pages() -> None:
    title, *pages = (
        lines(["De Koerier"], y=740, size=16),
        lines(FIRST[:1]),
        lines(FIRST[1:]),
        lines(SECOND),
    )
    margins = [
        lines(["De Koerier"], y=780) + lines([f"19 oktober 2021 - pagina {number} van 3"], y=20) for number in (1, 2, 3)
    ]
    whole = text(margins[0] + title + pages[0], pages[1] + margins[1], pages[2] + margins[2])
    assert whole.split("\n\n") == ["De Koerier", JOINED, JOINED_SECOND]


def test_a_page_alone_keeps_all_but_its_number() -> None:
    assert text(lines(["De Koerier"], y=780) + lines(FIRST) + lines(["- 7 -"], y=20)) == f"De Koerier\n\n{JOINED}"


def test_the_title_and_the_author_of_the_file_but_not_the_day_it_was_made() -> None:
    info = {"Title": "Titel", "Author": "Ann", "CreationDate": "D:20211005080000Z"}
    assert read_pdf(pdf(lines(FIRST), info=info)).header == {"title": "Titel", "author": "Ann"}


def test_what_the_text_says_of_itself_goes_first() -> None:
    content = read_pdf(pdf(lines(["date 2021-10", "", "Een kop", "", *FIRST])))
    assert content.text == f"Een kop\n\n{JOINED}"
    assert content.header == {"title": "Een kop", "date": "2021-10"}


def encrypted(password: str) -> bytes:
    writer, file = PdfWriter(io.BytesIO(pdf(lines(FIRST)))), io.BytesIO()
    writer.encrypt(user_password=password, owner_password="other", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def test_a_file_that_is_only_locked_against_changes_is_read() -> None:
    assert read_pdf(encrypted("")).text == JOINED


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "this PDF is broken"),
        (b"Een zin.", "this PDF is broken"),
        (pdf(lines(FIRST))[:200], "this PDF is broken"),
        (encrypted("geheim"), "this PDF is encrypted; save it without a password"),
        (pdf("10 10 m 20 20 l S"), "there is no text in this PDF, only pictures"),
        (pdf(), "there is no text in this PDF"),
        (pdf(lines(["\x01\x02\x03"])), "the letters in this PDF have no meaning"),
        (pdf(*[lines(["Een."])] * 501), "501 pages, more than the 500 allowed"),
        (pdf(lines(["date 2021-13", "", "Een."])), "line 1: the date '2021-13' is no date"),
        (pdf(" " * 80_000_000), "this PDF is broken"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(KgError) as error:
        read_pdf(data)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


FORM = stream("0 g", "/Type /XObject /Subtype /Form")


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.documents.pdf.MAX_WORK", 1_000)
    assert text(lines(["Een."]) + "0 g " * 900) == "Een."
    for heavy in ("0 g " * 1_001, "BT /F 9 Tf " + "(a) Tj " * 100 + " ET", "/X5 Do " * 11):
        with pytest.raises(KgError, match="too much is drawn in this PDF"):
            read_pdf(pdf(heavy, forms=[FORM]))


WHOLE = pdf(lines(FIRST), info={"Title": "Titel"})


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_gives_text_or_one_line(place: int, damage: bytes) -> None:
    content, complaint = attempt(lambda: read_pdf(WHOLE[:place] + damage + WHOLE[place + len(damage) :]))
    assert "\n" not in complaint
    assert content is None or content.text
