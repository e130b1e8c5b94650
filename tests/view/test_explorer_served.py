"""The explorer where it is served: texts and answers come from the endpoint, and from nowhere else."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from small import Small, pair

from kg.query.endpoint.names import NAMES, Names
from kg.rdf.terms import literal
from kg.rdf.vocabulary import PREFIXES
from kg.view.explorer.explore import explorer_page

RESULTS = ox.QueryResultsFormat.JSON
TEXT = "Beta werkt met Gamma. Gamma kreeg tien miljoen van Delta."


@pytest.fixture
def served() -> Iterator[Callable[[ox.Store, int | None], str]]:
    """Starts a server with the page at /explore, SPARQL at /sparql and names at /labels, as kg serve has them."""
    servers = []

    def run(store: ox.Store, most: int | None) -> str:
        page = explorer_page(store, "/sparql", labels="/labels?q=", most=most).encode()
        rows = store.query(NAMES, use_default_graph_as_union=True, prefixes=PREFIXES)
        columns = [variable.value for variable in rows.variables]
        names = Names({name: row[name] and row[name].value for name in columns} for row in rows)

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if not self.path.startswith("/labels"):
                    return self.answer("text/html; charset=utf-8", page)
                found = names.find(parse_qs(urlsplit(self.path).query)["q"][0], 10)
                rows = [{"iri": each.iri, "label": each.label, "type": each.type} for each in found]
                return self.answer("application/json", json.dumps(rows).encode())

            def do_POST(self):
                query = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
                found = store.query(query, use_default_graph_as_union=True, prefixes=PREFIXES)
                if isinstance(found, ox.QueryTriples):
                    return self.answer("application/n-triples", found.serialize(format=ox.RdfFormat.N_TRIPLES))
                return self.answer("application/sparql-results+json", found.serialize(format=RESULTS))

            def answer(self, kind, body):
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield run
    for server in servers:
        server.shutdown()


def test_sentences_and_answers_come_from_the_endpoint(browser, served):
    address = served(pair("Xiaomi", "Xiaomi koopt alles.").store(), None)
    context = browser.new_context(locale="en-GB")
    page, requests, errors = context.new_page(), [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/explore#focus=entity/a&about=entity entity/a")
    page.locator("blockquote").get_by_text("Xiaomi koopt alles.").first.wait_for(timeout=60_000)
    page.get_by_role("button", name="SPARQL").click()
    page.get_by_role("textbox", name="SPARQL query").fill("SELECT ?text { ?document kg:text ?text }")
    page.get_by_role("button", name="Run").click()
    page.locator(".drawer .result td").get_by_text("Xiaomi koopt alles.").wait_for(timeout=60_000)
    assert {url.split("#")[0] for url in requests} <= {f"{address}/explore", f"{address}/sparql"}
    assert errors == []
    context.close()


def large() -> ox.Store:
    """Alpha and Beta are in the page, Gamma and Delta are not."""
    graph = Small()
    names = {name: graph.entity(name.lower(), name, "ORG", "nl", f"{name} NV") for name in ("Alpha", "Beta", "Gamma")}
    delta, news = graph.entity("delta", "Delta", "PER"), graph.document("news", TEXT, "Zaken", datePublished="2024-05")
    graph.claim(names["Alpha"], "partnersWith", names["Beta"], support=3)
    graph.claim(names["Beta"], "partnersWith", names["Gamma"], "Planned", (news, 0, 21), when=literal("2025"))
    graph.claim(delta, "funds", names["Gamma"], quote=(news, 22, 57), amount=literal("tien miljoen"), source=delta)
    graph.claim(names["Gamma"], "priceChange", literal("+5%"))
    return graph.store()


def test_what_is_not_in_the_page_is_found_and_comes_when_it_is_expanded(browser, served, shot):
    context = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 900})
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    address = served(large(), 25)
    page.goto(f"{address}/explore")
    facts = page.get_by_role("complementary", name="Facts")
    facts.get_by_text("2 of 4 entities, 1 of 4 facts").wait_for(timeout=60_000)
    assert "The rest comes from the server" in facts.inner_text()
    page.keyboard.press("/")
    page.keyboard.type("Gam")
    page.get_by_role("group", name="Not in this page yet").get_by_role("option", name="Gamma").click()
    facts.get_by_text("Delta funds Gamma with tien miljoen").wait_for()
    assert "Gamma kreeg tien miljoen van Delta." in facts.locator("blockquote").all_inner_texts()
    assert "Beta plans to partner with Gamma, 2025" in facts.inner_text().replace("planned ", "")
    assert "Also: Gamma NV" in facts.inner_text()
    assert "+5%" in facts.inner_text()
    shot(page, "fetched")
    page.goto("about:blank")
    page.goto(f"{address}/explore#focus=entity/alpha&open=entity/beta&view=list")
    page.locator(".list").get_by_role("link", name="Gamma").first.wait_for(timeout=60_000)
    assert page.locator(".list tbody").first.inner_text().split("\n")[0].split()[0] == "Beta"
    assert errors == []
    context.close()
