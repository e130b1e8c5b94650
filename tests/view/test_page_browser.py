"""The page in a browser: that it is drawn, can be used, and that nothing in it runs or is fetched."""

import networkx as nx
import pytest

from kg.view.page import page as html
from kg.view.words import relation_words

HOSTILE = "</title><script>window.hacked = 0</script> \u202e \"'"


def pair(cars):
    """One claim between two entities: its line runs through the middle of the picture."""
    graph = nx.MultiDiGraph()
    ends = ("https://kg.example/entity/volkswagen", "https://kg.example/entity/wolfsburg")
    graph.add_nodes_from((end, {**cars.nodes[end], "facts": []}) for end in ends)
    graph.add_edges_from(edge for edge in cars.edges(keys=True, data=True) if edge[:2] == ends)
    return graph


def point_at_the_line(page):
    """Moves the pointer down the middle of the picture until the panel tells a fact."""
    box = page.locator("#picture").bounding_box()
    for y in range(int(box["height"] * 0.3), int(box["height"] * 0.7), 4):
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + y)
        page.wait_for_timeout(20)
        if page.locator("#panel .fact").count():
            return
    raise AssertionError("no line was met")


def test_nothing_in_names_and_sentences_runs_or_is_fetched(opened, cars):
    found = opened(html(cars, HOSTILE))
    for pick in found.page.locator(".pick").all():
        pick.evaluate("button => button.click()")
        found.page.keyboard.press("Escape")
    found.page.mouse.move(500, 400)
    found.page.wait_for_timeout(100)
    assert found.page.evaluate("window.hacked") is None
    assert found.errors == []
    assert len(found.requests) == 1
    assert found.page.locator("h1").text_content() == HOSTILE.replace(" \u202e", "")
    assert found.page.locator("img, iframe, style:not(head style), a").count() == 0


@pytest.mark.parametrize(
    "attack",
    [
        "<script>window.hacked = 1</script>",
        "<img src=x onerror='window.hacked = 1'>",
        "<script src='https://evil.example/x.js'></script>",
        "<style>@import url(https://evil.example/x.css);</style>",
        "<iframe src='https://evil.example/'></iframe>",
    ],
)
def test_the_policy_stops_what_escaping_would_let_through(opened, cars, attack):
    found = opened(html(pair(cars), "x").replace("</body>", f"{attack}</body>"))
    assert found.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in error for error in found.errors)
    assert found.failures == ["csp"] * (len(found.requests) - 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_drawn_in_the_colours_of_the_theme(opened, cars, scheme):
    page = opened(html(cars, "Cars"), color_scheme=scheme).page
    colour = page.evaluate(
        """() => {
          const canvas = document.querySelector("#picture canvas");
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const count = {};
          for (let i = 0; i < pixels.length; i += 4) {
            if (pixels[i + 3] < 255) continue;
            const key = [...pixels.slice(i, i + 3)].join();
            count[key] = (count[key] || 0) + 1;
          }
          return count;
        }"""
    )
    organisation = {"light": "208,122,31", "dark": "237,167,87"}[scheme]
    ink = {"light": "34,37,43", "dark": "232,230,225"}[scheme]
    assert colour[organisation] > 2000
    assert colour[ink] > 100  # the labels


def test_pointing_shows_the_sentence_a_click_keeps_it_escape_lets_it_go(opened, cars):
    page = opened(html(pair(cars), "Pair")).page
    point_at_the_line(page)
    panel = page.locator("#panel")
    assert f"Volkswagen {relation_words()('basedIn')} Wolfsburg" in panel.inner_text()
    assert "Volkswagen aus Wolfsburg baut den ID.3." in panel.inner_text()
    assert "sub/volkswagen <b>&amp;.html · 2023-09-05" in panel.inner_text()
    page.mouse.down()
    page.mouse.up()
    page.mouse.move(700, 60)
    page.wait_for_timeout(400)
    assert panel.locator(".fact").count() == 1
    page.keyboard.press("Escape")
    assert panel.locator(".fact").count() == 0
    point_at_the_line(page)
    page.mouse.move(700, 60)
    page.wait_for_timeout(100)
    assert panel.locator(".fact").count() == 0


def test_the_keyboard_reaches_every_entity_and_comes_back(opened, cars):
    page = opened(html(cars, "Cars")).page
    button = page.get_by_role("button", name="Lei Jun")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel .fact").count() == 2
    assert "CEO" in page.locator("#panel").inner_text()
    assert not page.locator("#all").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Lei Jun"
    assert button.bounding_box()["y"] < 900  # the list is where it was


def test_a_narrow_screen_shows_it_all_without_scrolling_sideways(opened, cars):
    page = opened(html(cars, HOSTILE), viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#picture canvas").bounding_box()["width"] == 360


def test_the_facts_can_be_read_without_script(opened, cars):
    page = opened(html(cars, "Cars"), java_script_enabled=False).page
    assert page.locator("#all .fact").count() == 35
    assert page.get_by_text("Xiaomi steekt naar eigen zeggen").first.is_visible()
