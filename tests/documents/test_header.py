"""What the header of an article gives, and where the text begins."""

import pytest
from attempt import attempt
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.header import header
from kg.errors import KgError

BODY = "De tekst."


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("date 2021-10-05\n\nDe tekst.", {"date": "2021-10-05"}, BODY),
        (" date 2021-10 De tekst.", {"date": "2021-10"}, BODY),
        ("\n\tdate\t2021\nDe tekst.", {"date": "2021"}, BODY),
        ("date 2021-10-05T08:30:00Z\nDe tekst.", {"date": "2021-10-05"}, BODY),
        ("De tekst. date 2021-10 en verder", {}, "De tekst. date 2021-10 en verder"),
        ("dates 2021 De tekst.", {}, "dates 2021 De tekst."),
        ("date 20211 De tekst.", {}, "date 20211 De tekst."),
        ("De tekst.", {}, BODY),
        ("---\nGeen kop: de tweede streep ontbreekt", {}, "---\nGeen kop: de tweede streep ontbreekt"),
        ("---\n---\nDe tekst.", {}, BODY),
        ("---\ntitle: 'A: b'\ncolour: red\n---\nDe tekst.", {"title": "A: b"}, BODY),
        (
            "---\ndate: 2021-10-05 08:30\nlanguage: nl-BE\n---\nDe tekst.",
            {"date": "2021-10-05", "language": "nl"},
            BODY,
        ),
        ("---\nauthor: [Ann, 'Bob  Bo']\nurl: https://x.example/\n---  \nDe tekst.",
         {"author": "Ann, Bob Bo", "url": "https://x.example/"}, BODY),
        ("---\ntitle: >\n  Twee\n  regels\nsource: ''\n---\nDe tekst.", {"title": "Twee regels"}, BODY),
        ("---\n1: een getal als sleutel\n---\nDe tekst.", {}, BODY),
    ],
)  # fmt: skip
def test_fields_and_start(text: str, fields: dict[str, str], body: str) -> None:
    found = header(text)
    assert found.fields == fields
    assert text[found.start :].strip() == body


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\ndate 2021-13\nTekst", "line 2: the date '2021-13' is no date"),
        ("date 2021-02-30 Tekst", "line 1: the date '2021-02-30' is no date"),
        ("---\ntitle: a\ndate: gisteren\n---\nTekst", "line 3: the date 'gisteren' is no date"),
        ("---\ntitle: [a\n---\nTekst", "line 3: the front matter is not YAML"),
        ("---\ntitle: a\n\tb: c\n---\nTekst", "line 3: the front matter is not YAML"),
        ("---\ntitle: a\x01b\n---\nTekst", "line 1: the front matter is not YAML"),
        ("---\nzomaar tekst\n---\nTekst", "line 2: the front matter must have keys"),
        ("---\ntitle: {a: b}\n---\nTekst", "line 2: title: this must be text"),
        ("---\nauthor: [[a]]\n---\nTekst", "line 2: author: this must be text"),
        ("---\n\nlanguage: Nederlands\n---\nTekst", "line 3: the language 'Nederlands' is no code"),
        ("---\ntitle: " + "[" * 5000 + "\n---\nTekst", "the front matter is not YAML"),
    ],
)  # fmt: skip
def test_malformed_headers_name_line_and_key(text: str, message: str) -> None:
    with pytest.raises(KgError) as error:
        header(text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_aliases_do_not_multiply() -> None:
    """Ten levels of ten aliases would be ten thousand million items."""
    levels = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 11)]
    with pytest.raises(KgError, match="title: this must be text"):
        header("---\n" + "\n".join(levels) + "\ntitle: *a10\n---\nTekst")


@given(st.text(alphabet="-:[]{}&*!|>'\"#%@ \n\tdatetle0219é", max_size=80))
def test_any_front_matter_gives_text_or_one_line(block: str) -> None:
    found, complaint = attempt(lambda: header(f"---\n{block}\n---\nTekst"))
    assert "\n" not in complaint
    assert found is None or all(isinstance(value, str) and value for value in found.fields.values())
