"""The explorer where it is served: texts and answers come from the endpoint, and from nowhere else."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from small import pair

from kg.rdf.vocabulary import PREFIXES
from kg.view.explorer.explore import explorer_page


@pytest.fixture
def address() -> Iterator[str]:
    """A server with the page at /explore and SPARQL at /sparql, as kg serve has them."""
    store = pair("Xiaomi", "Xiaomi koopt alles.").store()
    page = explorer_page(store, "/sparql").encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer("text/html; charset=utf-8", page)

        def do_POST(self):
            query = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
            found = store.query(query, use_default_graph_as_union=True, prefixes=PREFIXES)
            self.answer("application/sparql-results+json", found.serialize(format=ox.QueryResultsFormat.JSON))

        def answer(self, kind, body):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_sentences_and_answers_come_from_the_endpoint(browser, address):
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
