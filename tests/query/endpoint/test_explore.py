"""The explorer as a page of the server: it asks the endpoint for what a file would carry."""

from collections.abc import Iterator

import pytest
from serving import Client


@pytest.fixture
def page(browser, built: Client) -> Iterator:
    """The explorer in a browser, when it is ready."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.asked, page.wrong = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.set_default_timeout(60_000)
    page.goto(f"{built.url}explore")
    page.wait_for_selector("body.ready")
    yield page
    context.close()


def test_articles_and_sparql_come_from_the_server(page, built: Client) -> None:
    page.get_by_role("button", name="SPARQL").click()
    page.get_by_role("textbox", name="SPARQL query").fill("SELECT ?who { ?who kg:ceoOf ?what }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("cell", name="Lei Jun").wait_for()
    page.get_by_role("button", name="SPARQL").click()
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("Lei Jun")
    page.keyboard.press("Enter")
    page.locator(".document").first.click()
    page.get_by_text("Weibo-account").first.wait_for()
    assert page.wrong == []
    assert all(url.startswith((built.url, "blob:", "data:")) for url in page.asked)
    assert sum(url.startswith(f"{built.url}sparql") for url in page.asked) >= 2


def test_an_answer_on_the_query_page_leads_to_the_pages_of_this_server(page, built: Client) -> None:
    page.goto(f"{built.url}sparql")
    page.locator("#query").fill("SELECT ?who { ?who kg:ceoOf ?what }")
    page.get_by_role("button", name="Run").first.click()
    page.get_by_role("link", name="https://kg.example/entity/lei-jun").click()
    page.get_by_role("heading", name="Lei Jun").wait_for()
    assert page.url.startswith(built.url)
    assert page.wrong == []


def test_it_carries_no_engine_and_no_articles(built: Client) -> None:
    found = built.get("/explore")
    assert (found.status, found.type) == (200, "text/html")
    assert 'id="kg-graph"' in found.text
    assert 'id="kg-wasm"' not in found.text
    assert "Weibo-account" not in found.text
    assert 'href="/explore"' in built.get("/", Accept="text/html").text


def test_data_of_others_have_nothing_to_explore(strict: Client) -> None:
    assert strict.get("/explore").status == 404
    assert "/explore" not in strict.get("/", Accept="text/html").text
