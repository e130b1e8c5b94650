"""Word documents."""

import pytest
from attempt import attempt
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import CORE, docx, paragraphs, word

from kg.documents.docx import read_docx
from kg.errors import KgError

WHOLE = docx(word(paragraphs("Een kop", "Een zin.")), core=CORE.format(title="Titel"))
BODIES = [
    ("<w:p><w:r><w:t>Een </w:t></w:r><w:r><w:t>zin</w:t><w:tab/><w:t>.</w:t></w:r></w:p>", "Een zin ."),
    ("<w:p><w:r><w:t>Een</w:t><w:br/><w:t>twee</w:t><w:noBreakHyphen/><w:t>drie</w:t></w:r></w:p>", "Een\ntwee-drie"),
    (paragraphs("Een.", "", " ", "Twee."), "Een.\n\nTwee."),
    (f"<w:tbl><w:tr><w:tc>{paragraphs('Links.')}</w:tc><w:tc>{paragraphs('Rechts.')}</w:tc></w:tr></w:tbl>",
     "Links.\n\nRechts."),
    ("<w:p><w:del><w:r><w:delText>Weg</w:delText><w:tab/></w:r></w:del><w:ins><w:r><w:t>Erbij</w:t></w:r></w:ins></w:p>",
     "Erbij"),
    ("<w:p><w:moveFrom><w:r><w:t>Verplaatst</w:t></w:r></w:moveFrom><w:r><w:t>Hier</w:t></w:r></w:p>", "Hier"),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>A &amp; B &lt;c&gt; &#233;én</w:t></w:r></w:p>", "A & B <c> één"),
    ('<w:p><w:hyperlink><w:r><w:t>Een</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> zin.</w:t></w:r></w:p>',
     "Een zin."),
    ('<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent><mc:Choice>'
     f"<w:txbxContent>{paragraphs('Kader.')}</w:txbxContent></mc:Choice><mc:Fallback>{paragraphs('Kader.')}</mc:Fallback>"
     "</mc:AlternateContent></w:r><w:r><w:t>Tekst.</w:t></w:r></w:p>", "Kader.\n\nTekst."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_the_text_of_paragraphs(body: str, text: str) -> None:
    assert read_docx(docx(word(body))).text == text
    strict = word(body).replace(
        "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    )
    assert read_docx(docx(strict)).text == text


def test_the_properties_of_the_file_and_the_day_it_was_made_with_a_warning() -> None:
    content = read_docx(WHOLE)
    assert content.text == "Een kop\n\nEen zin."
    assert content.header == {"title": "Titel", "author": "Ann", "date": "2021-10-05"}
    assert (content.warning or "").startswith("the date 2021-10-05 is when the file was made")


def test_what_the_text_says_of_itself_goes_first() -> None:
    content = read_docx(docx(word(paragraphs("date 2020-01", "Een kop", "Een zin.")), core=CORE.format(title=" ")))
    assert content.text == "Een kop\n\nEen zin."
    assert content.header == {"title": "Een kop", "author": "Ann", "date": "2020-01"}
    assert content.warning is None


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
BROKEN = "this is no .docx file, or it is broken or has a password"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Een zin.", BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), BROKEN),  # what Word encrypts, and .doc
        (WHOLE[:-30], BROKEN),
        (WHOLE.replace(b"PK\x03\x04", b"PK\x03\x05"), BROKEN),
        (docx("<w:document"), BROKEN),
        (docx(word(paragraphs("Een &b;"))), BROKEN),
        (docx(ENTITIES + word(paragraphs("Een &a;")).partition("\n")[2]), BROKEN),
        (docx(ENTITIES + word(paragraphs("Een &f;")).partition("\n")[2]), BROKEN),
        (docx(word("<w:p/>")), "there is no text in this document"),
        (docx(word(paragraphs("date 2021-13", "Een."))), "line 1: the date '2021-13' is no date"),
        (docx(word(" " * 20_000_000)), "word/document.xml in it is larger than the 20,000,000 bytes allowed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(KgError) as error:
        read_docx(data)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_gives_text_or_one_line(place: int, damage: bytes) -> None:
    content, complaint = attempt(lambda: read_docx(WHOLE[:place] + damage + WHOLE[place + len(damage) :]))
    assert "\n" not in complaint
    assert content is None or content.text
