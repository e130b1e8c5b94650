"""The article in a web page, and what the page states of it."""

import subprocess
import sys

import pytest
import webpage
from attempt import attempt
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.html import read_html
from kg.errors import KgError

PIECES = (
    *(
        "<p>",
        "</p>",
        "<article>",
        "<div ",
        "class='x'>",
        "Een zin van Xiaomi. ",
        "<!--",
        "-->",
        "<script>",
        "</script>",
    ),
    *("&#0;", "&amp;", "&#xd800;", "<table><tr><td>", "<br>", "\x01", "]]>"),
)
PLAIN = "<p>Philips schrapt in Nederland 1.500 banen, zegt topman Roy Jakobs.</p><p>Het bedrijf is in Café Zuid.</p>"


def test_the_article_and_nothing_around_it() -> None:
    content = read_html(webpage.page().encode())
    assert content.text == webpage.TEXT
    assert content.header == {
        "title": "Xiaomi mikt op 2024",
        "date": "2021-10-19",
        "source": "De Koerier",
        "author": "Anneleen De Smet, Jo Peeters",
        "language": "nl",
        "url": "https://www.koerier.example/xiaomi-mikt-op-2024",
    }
    assert content.warning is None


@pytest.mark.parametrize(
    ("head", "article", "date"),
    [
        ('<meta property="article:published_time" content="2020-03-04T10:00">', "", "2020-03-04"),
        ('<meta name="DC.date.issued" content="2020-03">', "", "2020-03"),
        ('<meta name="date" content="gisteren"><meta name="pubdate" content="2020-03-05">', "", "2020-03-05"),
        ("", '<time datetime="2020-03-06T08:00:00Z">6 maart</time>', "2020-03-06"),
        ("", '<span itemprop="datePublished" content="2020-03-07"></span>', "2020-03-07"),
        ('<script type="application/ld+json">[{"@type": ["Thing", "Article"], "datePublished": "1987-02-03"}]</script>',
         "", "1987-02-03"),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2020-01-01"}</script>', "", None),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": 7</script>', "", None),
        ("", "<p>Bijgewerkt op 8 maart 2020, om 12.00 uur.</p>", None),
        ("", '<p>Zie <a href="/2020/03/09/x">dit bericht</a>, 3 dagen geleden.</p>', None),
        ('<link rel="canonical" href="https://x.example/2020/03/10/bericht">', "", None),
    ],
)  # fmt: skip
def test_the_date_is_what_the_markup_states(head: str, article: str, date: str | None) -> None:
    assert read_html(webpage.page(article + PLAIN, head).encode()).header.get("date") == date


@pytest.mark.parametrize(
    ("tag", "language"), [("nl-BE", "nl"), ("de", "de"), ("", None), ("Nederlands", None), ("x-default", None)]
)
def test_the_language_is_that_of_the_page(tag: str, language: str | None) -> None:
    assert read_html(webpage.page(PLAIN, "", tag).encode()).header.get("language") == language


@pytest.mark.parametrize(
    ("charset", "encoding", "warned"),
    [("utf-8", "utf-8", False), ("iso-8859-15", "iso-8859-15", False), ("rot13", "cp1252", True)],
)
def test_the_declared_encoding_is_used(charset: str, encoding: str, warned: bool) -> None:
    data = webpage.page("<p>Dat kost € 3 bij Café Zuid, zegt het bedrijf.</p>" + PLAIN, f'<meta charset="{charset}">')
    content = read_html(data.encode(encoding))
    assert "€ 3 bij Café Zuid" in content.text
    assert bool(content.warning) is warned


@pytest.mark.parametrize(
    "broken",
    [
        webpage.page().replace("</p>", "").replace("</div>", ""),
        webpage.page()[:-300],
        webpage.page().replace("<html", "<htm").replace("</head>", ""),
    ],
)
def test_broken_pages_are_read_as_far_as_it_goes(broken: str) -> None:
    text = read_html(broken.encode()).text
    assert "10 miljard dollar investeren & een fabriek bouwen" in text
    assert "Abonneer" not in text


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (webpage.page(""), "no article was found"),
        ("<html><body><nav><a href=/>Home</a><a href=/s>Sport</a></nav></body></html>", "no article was found"),
        ("<html><body><p>Inloggen</p><a href=/>Home</a></body></html>", "no article was found"),
        ("<html><body>" + "<p>Een zin van Xiaomi.</p>" * 2000, "too many elements"),
        ("<html><body>" + ("<div>" + "<b>x</b>" * 1400) * 22, "too many elements"),
        ("<p>\0</p>", "not a text file"),
    ],
)
def test_what_cannot_be_read(html: str, message: str) -> None:
    with pytest.raises(KgError, match=message) as error:
        read_html(html.encode())
    assert "\n" not in str(error.value)


def test_the_day_of_reading_does_not_matter() -> None:
    """A date is neither guessed from words that count from today nor refused because it lies in the future."""
    head = '<meta property="article:published_time" content="2099-01-01">'
    content = read_html(webpage.page("<p>3 dagen geleden</p>" + PLAIN, head).encode())
    assert content.header["date"] == "2099-01-01"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_page_gives_text_or_one_line(pieces: list[str]) -> None:
    content, complaint = attempt(lambda: read_html("".join(pieces).encode()))
    assert "\n" not in complaint
    assert content is None or content.text.strip() == content.text != ""


def test_reading_text_does_not_load_the_readers_of_other_formats() -> None:
    code = "import kg.documents.read, sys; print({'lxml', 'trafilatura', 'pypdf'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
