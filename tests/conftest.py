"""What all tests share: the graph of the sample article, and a browser."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kg
from kg.graph import Graph

if TYPE_CHECKING:  # it takes long to import
    from playwright.sync_api import Browser, Page

SAMPLE = Path(kg.__file__).parent.parent / "seeds" / "xiaomi-ev.nl.txt"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = "GL Driver Message"  # of the software that stands in for a graphics card
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def sample() -> Graph:
    """The graph of the sample article, for reading only."""
    return kg.build(SAMPLE)


@dataclass
class Opened:
    """A page in the browser, and everything that went wrong in it."""

    page: "Page"
    requests: list[str] = field(default_factory=list)  # with those that the policy then stops
    failures: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    if CHROMIUM is None:
        pytest.skip("no Chromium found: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a page's text and waits until it is drawn."""
    contexts = []

    def run(text: str, **settings: Any) -> Opened:
        path = tmp_path / "kg.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **settings}))
        found = Opened(contexts[-1].new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("requestfailed", lambda request: found.failures.append(request.failure))
        found.page.on("pageerror", lambda error: found.errors.append(str(error)))
        found.page.on("console", lambda message: DRIVER in message.text or found.errors.append(message.text))
        found.page.on("dialog", lambda dialog: (found.errors.append(dialog.message), dialog.dismiss()))
        found.page.goto(path.as_uri())
        found.page.wait_for_timeout(300)
        return found

    yield run
    for context in contexts:
        context.close()
