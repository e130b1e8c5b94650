"""The explorer in a browser, without a network: what a reader does with it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from small import Small

from kg.query.result import Result, Term
from kg.rdf.terms import literal
from kg.view.explorer.explore import explorer_page

NARROW = {"viewport": {"width": 360, "height": 740}}
DARK = {"color_scheme": "dark"}
CEO = "SELECT ?who ?what { ?who kg:ceoOf ?what }"
NO_WEBGL = """
delete window.WebGLRenderingContext;
delete window.WebGL2RenderingContext;
const original = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return kind.startsWith("webgl") ? null : original.call(this, kind, ...rest);
};
"""


@pytest.fixture(scope="module")
def html(sample):
    """The page of the sample article."""
    return explorer_page(sample._store)


def find(page, text):
    """Search as a reader does, and take the first hit."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.wait_for_selector("[role=option]")
    first = page.locator("[role=option]").first.inner_text().splitlines()[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**focus=**")
    return first


def facts(page):
    return page.get_by_role("complementary", name="Facts")


def ask(page, sparql):
    """Run a query in the drawer; the status line of its answer."""
    page.get_by_role("button", name="SPARQL").click()
    page.get_by_role("textbox", name="SPARQL query").fill(sparql)
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector(".drawer .result table")
    return page.locator(".drawer [role=status]").inner_text()


def test_it_opens_from_disk_and_asks_for_nothing(explored, html, shot):
    found = explored(html)
    assert found.page.locator("h1").inner_text() == "Knowledge graph"
    assert "15 facts about 10 entities from 1 article" in facts(found.page).inner_text()
    assert len(found.requests) == 1
    assert (found.errors, found.failures) == ([], [])
    shot(found.page, "whole")


def test_a_search_with_a_slip_finds_who_leads_a_company_and_the_sentence(explored, html, shot):
    page = explored(html).page
    assert find(page, "Xiomi") == "Xiaomi"
    claim = facts(page).get_by_role("article").filter(has_text="Lei Jun is CEO of Xiaomi")
    assert claim.locator("blockquote").inner_text().startswith("Xiaomi-CEO Lei Jun maakte dat statement")
    assert claim.locator("mark").all_inner_texts() == ["Xiaomi", "Lei Jun"]
    shot(page, "facts")


def test_a_search_finds_claims_by_the_words_of_their_sentences(explored, html, shot):
    page = explored(html).page
    page.keyboard.press("/")
    page.keyboard.type("eerste helft")
    group = page.get_by_role("group", name="Facts")
    hit = group.get_by_role("option").first
    assert "eerste" in hit.locator("mark").inner_text()
    assert group.locator(".title").inner_text().split() == ["Facts", "3", "hits"]
    shot(page, "search")
    hit.click()
    page.wait_for_url("**about=claim**")
    assert "eerste helft van 2024" in facts(page).locator("blockquote").first.inner_text()


def test_the_other_end_of_a_path_is_an_entity(explored, html):
    page = explored(html).page
    find(page, "Lei Jun")
    page.get_by_role("button", name="Path to").click()
    page.keyboard.type("xiaomi")
    page.wait_for_selector("[role=option]")
    page.wait_for_timeout(300)
    assert page.get_by_role("group", name="Facts").count() == 0
    assert all("xiaomi-ev" not in text for text in page.get_by_role("option").all_inner_texts())
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    find(page, "Reuters")
    assert "focus=entity/reuters" in page.url


def test_what_a_company_plans(explored, html, shot):
    page = explored(html).page
    page.get_by_role("button", name="planned (2)").click()
    page.wait_for_url("**modality=**")
    assert "2 of 15 facts" in page.get_by_role("complementary", name="Filters and legend").inner_text()
    find(page, "Xiaomi")
    shown = facts(page).get_by_role("article").all_inner_texts()
    assert any("Xiaomi plans to make auto's" in text for text in shown)
    assert not any("is CEO of" in text for text in shown)
    shot(page, "plans")


def test_what_disagrees_about_an_entity_is_opened_by_its_heading(explored, html, shot):
    page = explored(html).page
    find(page, "Xiaomi")
    heading = facts(page).locator("details.disagree > summary")
    assert page.evaluate("e => getComputedStyle(e, '::after').content", heading.element_handle()) != "none"
    heading.click()
    shown = facts(page).locator("details.disagree").inner_text()
    assert "two dates for one plan" in shown
    assert "plans to make auto's" in shown
    assert "plans to launch elektrische wagen" in shown
    shot(page, "disagree")


def test_the_whole_article_with_its_claims_marked(explored, html, shot):
    page = explored(html).page
    find(page, "Lei Jun")
    facts(page).locator(".document").first.click()
    page.wait_for_selector(".reader, .article")
    text = facts(page).inner_text()
    assert "De Chinese smartphonemaker Xiaomi mikt op de eerste helft van 2024" in text
    assert "Weibo-account" in text
    assert facts(page).locator("mark").count() >= 8
    shot(page, "article")


def test_a_filter_changes_the_counts_and_the_picture(explored, html):
    page = explored(html).page
    legend = page.get_by_role("complementary", name="Filters and legend")
    legend.get_by_role("checkbox", name="planned").uncheck()
    page.wait_for_url("**modality=**")
    assert "13 of 15 facts" in legend.inner_text()
    legend.get_by_role("button", name="only CEO of").click(force=True)
    page.wait_for_url("**relation=**")
    assert re.search(r"\b1 of 15 facts", legend.inner_text())


def test_the_time_handles_work_by_keyboard(explored, html):
    page = explored(html).page
    page.get_by_role("slider", name="From").focus()
    page.keyboard.press("End")
    page.wait_for_url("**from=**")
    shown = page.get_by_role("complementary", name="Filters and legend").locator("p").first.inner_text()
    assert 0 < int(shown.split()[0]) < 15


def test_sparql_answers_in_the_page_and_lights_the_picture(explored, html, shot):
    found = explored(html)
    status = ask(found.page, CEO)
    assert status.startswith("1 result")
    assert [text.strip() for text in found.page.locator(".drawer td").all_inner_texts()] == ["Lei Jun", "Xiaomi"]
    assert "2 entities lit" in status
    assert found.failures == []
    assert all(url.startswith(("file:", "blob:")) for url in found.requests)
    shot(found.page, "sparql")


MAKES = """CONSTRUCT { ?who ex:knows ex:somebody ; kg:ceoOf ?what . ex:somebody rdfs:label "Iemand" ; ex:size 3 }
WHERE { ?who kg:ceoOf ?what }"""


def is_plainly_told(page):
    """What a query made is in the picture's list and the facts, with the word that no claim stands behind it."""
    page.get_by_role("button", name="List", exact=True).click()
    shown = page.locator(".list")
    shown.get_by_role("link", name="Iemand").first.wait_for()
    assert "Lei Jun knows Iemand" in shown.locator(".plain-statements").inner_text()
    assert "Iemand size 3" in shown.locator(".plain-statements").inner_text()
    shown.locator("th").get_by_role("link", name="Iemand").click()
    facts(page).get_by_text("This is not in the graph: the query made it.").wait_for()
    assert "No claim and no sentence of an article stands behind this" in facts(page).inner_text()
    page.get_by_role("button", name="Picture", exact=True).click()


def test_a_picture_of_what_a_construct_makes(explored, html, shot):
    page = explored(html).page
    ask(page, f"PREFIX ex: <https://example.org/ns#>\n{MAKES}")
    page.get_by_role("button", name="Show as picture").click()
    page.get_by_text("2 statements stand in no claim.").wait_for()
    shot(page, "drawn")
    is_plainly_told(page)
    shot(page, "drawn-fact")
    page.get_by_role("button", name="Whole graph").click()
    assert page.evaluate("location.hash").count("draw=") == 0
    page.keyboard.press("/")
    page.keyboard.type("Iemand")
    page.get_by_text("Nothing found for").wait_for()


def test_a_page_of_what_a_construct_makes(explored, sample, shot):
    query = f"PREFIX ex: <https://example.org/ns#>\n{MAKES}"
    page = explored(explorer_page(sample._store, view=(query, sample.query(query)))).page
    shot(page, "made")
    is_plainly_told(page)
    shot(page, "made-fact")


def test_a_mistake_in_a_query_is_told_and_marked(explored, html, shot):
    page = explored(html).page
    page.get_by_role("button", name="SPARQL").click()
    editor = page.get_by_role("textbox", name="SPARQL query")
    editor.fill("SELECT ?x {\n  ?x kg:ceoOf ?y FILTER(?y = )\n}")
    page.get_by_role("button", name="Run").click()
    wrong = page.locator(".drawer .status.wrong")
    wrong.wait_for()
    first, line, caret = wrong.inner_text().splitlines()
    assert first.startswith("Line 2, column 30: expected a variable, an IRI or prefixed name")
    assert line[caret.index("^")] == ")"
    assert page.locator(".editor .wrong").all_inner_texts() == [")"]
    assert editor.evaluate("area => area.value.slice(area.selectionStart)") == ")\n}"
    shot(page, "mistake")
    editor.press_sequentially("1")
    assert page.locator(".editor .wrong").count() == 0
    editor.press("Control+Enter")
    page.get_by_text("No results.").wait_for()


def test_back_and_forward_and_a_link_that_opens_the_same_view(explored, html):
    found = explored(html)
    page = found.page
    find(page, "Lei Jun")
    url = page.url
    facts(page).get_by_role("link", name="Xiaomi").first.click()
    page.wait_for_url("**focus=entity/xiaomi**")
    page.go_back()
    page.wait_for_url(url)
    assert facts(page).locator("h2").inner_text() == "Lei Jun"
    page.go_forward()
    page.wait_for_url("**focus=entity/xiaomi**")
    page.goto("about:blank")
    page.goto(url)
    page.wait_for_selector("body.ready")
    assert facts(page).locator("h2").inner_text() == "Lei Jun"


def test_everything_by_keyboard(explored, html, shot):
    page = explored(html).page
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    shot(page, "keyboard")
    page.keyboard.press("Enter")
    page.wait_for_url("**focus=**")
    assert facts(page).locator("h2").inner_text() != "What is in here"
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "focus=" not in url)


def test_the_list_holds_every_entity(explored, html, shot):
    page = explored(html).page
    page.get_by_role("button", name="List", exact=True).click()
    page.wait_for_url("**view=list**")
    shown = page.locator(".middle").inner_text()
    for name in ("Xiaomi", "Lei Jun", "Zang Ziyuan", "Reuters", "Weibo", "elektrische auto divisie"):
        assert name in shown
    shot(page, "list")


def test_the_path_between_two_entities(explored, html, shot):
    page = explored(html).page
    find(page, "Lei Jun")
    page.get_by_role("button", name="Path to").click()
    page.keyboard.type("China")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Enter")
    page.wait_for_url("**about=path**")
    assert all(name in facts(page).inner_text() for name in ("Lei Jun", "Xiaomi", "China"))
    shot(page, "path")


@pytest.mark.parametrize(("scheme", "bright"), [("light", True), ("dark", False)])
def test_light_and_dark(explored, html, shot, scheme, bright):
    page = explored(html, color_scheme=scheme).page
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", colour)[:3])) > 3 * 128) == bright
    shot(page, scheme)


def test_a_narrow_screen_shows_it_all_without_scrolling_sideways(explored, html, shot):
    page = explored(html, **NARROW).page
    shot(page, "narrow")
    find(page, "Xiaomi")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.get_by_text("Lei Jun is CEO of Xiaomi").or_(page.get_by_text("is CEO of")).first.is_visible()
    shot(page, "narrow-facts")


def test_dutch_for_a_dutch_reader(explored, html):
    page = explored(html, locale="nl-NL").page
    assert page.locator("html").get_attribute("lang") == "nl"
    page.keyboard.press("/")
    page.keyboard.type("Lei Jun")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Enter")
    page.get_by_text("is CEO van").first.wait_for()


def test_another_language_holds_for_the_drawer_and_for_links(explored, html):
    page = explored(html).page
    ask(page, CEO)
    page.get_by_label("Menu").click()
    page.get_by_role("button", name="Nederlands").click()
    page.get_by_role("button", name="Uitvoeren").click()
    page.get_by_text("1 resultaat").wait_for()
    assert page.locator(".drawer").count() == 1
    assert "lang=nl" in page.locator("#facts a.name").first.get_attribute("href")


def test_without_webgl_it_is_drawn_on_a_canvas(opened, html, shot):
    html = html.replace("<script>if(!location", f"<script>{NO_WEBGL}</script><script>if(!location")
    page = opened(re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", html), locale="en-GB").page
    page.wait_for_selector("body.ready", timeout=60_000)
    colours = page.evaluate(
        """() => {
          const count = (canvas) => {
            const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            return new Set(new Uint32Array(pixels.buffer)).size;
          };
          return Math.max(...[...document.querySelectorAll(".canvas canvas")].map(count));
        }"""
    )
    assert colours > 20
    assert find(page, "Lei Jun") == "Lei Jun"
    shot(page, "no-webgl")


def test_it_opens_on_the_entity_that_was_asked_for(explored, sample):
    page = explored(explorer_page(sample._store, about="reuters")).page
    assert facts(page).locator("h2").inner_text() == "Reuters"
    assert page.locator("nav[aria-label=Way]").is_visible()


def test_a_page_that_holds_a_part_says_so(explored, shot):
    graph = Small()
    for n in range(30):
        graph.claim(graph.entity(f"e{n}", f"Name {n}"), "isA", literal("ding"))
    page = explored(explorer_page(graph.store(), most=60, command="kg serve -g here")).page
    assert "kg serve -g here" in page.locator("body").inner_text()
    answer = Result(variables=("x",), rows=({"x": Term("https://kg.example/claim/0003", "iri")},))
    page = explored(explorer_page(graph.store(), view=("SELECT ?x {}", answer))).page
    assert "This view was made by a query." in page.locator("body").inner_text()


def test_the_about_box_names_all_that_is_in_the_page_and_its_licences(explored, html, shot):
    page = explored(html).page
    page.get_by_label("Menu").click()
    page.get_by_role("button", name="About this page").click()
    about = page.get_by_role("dialog")
    about.locator("summary", has_text="oxigraph").click()
    shot(page, "about")
    for part in (r"sigma [\d.]+ · MIT", r"spareval [\d.]+ · MIT OR Apache-2.0", r"regex [\d.]+ · MIT OR Apache-2.0"):
        assert re.search(part, about.inner_text())
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("Escape")
    assert about.count() == 0


def test_an_empty_graph_opens(explored):
    found = explored(explorer_page(Small().store()))
    assert found.errors == []


STATES = {
    "whole": lambda page: None,
    "facts": lambda page: find(page, "Lei Jun"),
    "article": lambda page: facts(page).locator(".document").first.click(),
    "list": lambda page: page.evaluate("location.hash = 'view=list'"),
    "sparql": lambda page: page.evaluate("location.hash = 'sparql=open'"),
}


@pytest.mark.parametrize("settings", [{}, DARK, NARROW], ids=["light", "dark", "narrow"])
def test_axe_finds_no_violation(explored, html, settings):
    page = explored(html, reduced_motion="reduce", **settings).page
    for state, reach in STATES.items():
        reach(page)
        page.wait_for_timeout(300)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{state}: {results.generate_report()}"
