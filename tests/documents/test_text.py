"""The text, the title and the first line of plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.text import read_markdown, read_text


@pytest.mark.parametrize(
    ("data", "text", "first_line"),
    [
        (" date 2021-10 De tekst. \n", "De tekst.", 1),
        ("date 2021-10\n\nKop\n\nDe tekst.", "Kop\n\nDe tekst.", 3),
        ("\r\n\r\nDe tekst.\r\nVerder.", "De tekst.\nVerder.", 3),
        ("---\ntitle: Kop\n---\n\nDe tekst.", "De tekst.", 5),
        (" date 2021-10 Een.\n\n date 2021-10 Twee.", "Een.\n\n date 2021-10 Twee.", 1),
        ("date 2021-10\n", "", 2),
    ],
)
def test_the_text_is_what_follows_the_header(data: str, text: str, first_line: int) -> None:
    content = read_text(data.encode())
    assert (content.text, content.first_line) == (text, first_line)


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("Een kop\n\nDe tekst.", "Een kop"),
        ("Een kop?  \n \t\nDe tekst.", "Een kop?"),
        ("Een zin.\n\nDe tekst.", None),
        ("Een regel\nen nog een\n\nDe tekst.", None),
        ("Alleen een regel", None),
        (f"{'lang ' * 40}\n\nDe tekst.", None),
        ("---\ntitle: Uit de kop\n---\nEen kop\n\nDe tekst.", "Uit de kop"),
        ("# geen Markdown\n\nDe tekst.", "# geen Markdown"),
    ],
)
def test_headlines(data: str, title: str | None) -> None:
    assert read_text(data.encode()).header.get("title") == title


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("# Een kop #\n\nDe tekst.", "Een kop"),
        ("Een inleiding\n\n# De kop\nDe tekst.", "De kop"),
        ("## Een tussenkop\n\nDe tekst.", "## Een tussenkop"),
        ("#hashtag in een zin.\n\nDe tekst.", None),
        ("---\ntitle: Uit de kop\n---\n# De kop\n", "Uit de kop"),
    ],
)
def test_markdown_headings(data: str, title: str | None) -> None:
    assert read_markdown(data.encode()).header.get("title") == title


@given(st.text(alphabet="a.# \n", max_size=60), st.sampled_from(["", "date 2021\n", "---\ntitle: t\n---\n"]))
def test_the_first_line_is_where_the_text_stands_in_the_file(body: str, head: str) -> None:
    data = f"{head}{body}"
    content = read_text(data.encode())
    if content.text:
        lines = data.split("\n")[content.first_line - 1 :]
        assert "\n".join(lines).lstrip().startswith(content.text)
