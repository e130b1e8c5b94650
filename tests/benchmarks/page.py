"""How fast the explorer page is in Chromium, beside a page that pyvis writes of the same graph with the same places.

    python tests/benchmarks/page.py [GRAPHS]

GRAPHS is a folder that kg build wrote (the sample article's); graphs of 1,000 and 10,000 entities are made up, with 10
triples for each. Times are of the page's main thread, which is what a reader waits for; graphics are drawn in software.
"""

import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from kg.rdf import vocabulary as v
from kg.view.explorer.contents import contents
from kg.view.explorer.explore import explorer_page
from kg.view.explorer.nquads import things
from kg.view.explorer.payload import Payload, payload

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
TASKS = "disabled-by-default-devtools.timeline"
BASE = "https://kg.example/"
TYPES = [v.CLASSES[name] for name in ("ORG", "PER", "LOC", "PROD", "EVENT", "THING")]
RELATIONS = ["partnersWith", "investsIn", "ceoOf", "basedIn", "acquires"]
REPEATS = 3
QUERY = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def main(folder: Path | None) -> None:
    graphs: list[tuple[str, ox.Store]] = []
    if folder:
        graphs.append((str(folder), ox.Store.read_only(str(folder / "store"))))
    graphs += [(f"{entities:,} entities", _made_up(entities)) for entities in (1_000, 10_000)]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, store in graphs:
            _measure(name, store, browser, Path(work))
        browser.close()


def _measure(name: str, store: ox.Store, browser: Browser, work: Path) -> None:
    begin = time.process_time()
    text = explorer_page(store)
    written = time.process_time() - begin
    own, other = work / "kg.html", work / "pyvis.html"
    own.write_text(text, encoding="utf-8")
    data = _data(store)
    other.write_text(_pyvis(data), encoding="utf-8")
    first = min(_first_picture(browser, own, "kg-picture") for _ in range(REPEATS))
    beside = min(_first_picture(browser, other, "drawn") for _ in range(REPEATS))
    pan, engine = _use(browser, own)
    print(f"{name}: {len(store):,} triples, {len(data.graph.claims.subject):,} claims")
    print(f"  written in, s of processor  {written:8.2f}")
    print(f"  size, MB                    {len(text.encode()) / 1e6:8.2f}")
    print(f"  first picture, s            {first:8.2f}")
    print(f"  pyvis's, s                  {beside:8.2f}   {beside / first:.1f} times")
    print(f"  pan, ms a frame             {pan:8.1f}")
    print(f"  SPARQL ready, s             {engine:8.2f}")


def _first_picture(browser: Browser, path: Path, mark: str) -> float:
    """Processor seconds of the main thread until the picture is drawn."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.route("http*://**", lambda route: route.abort())
    browser.start_tracing(page=page, categories=[TASKS, "blink.user_timing"])
    page.goto(path.as_uri(), wait_until="commit")
    while not page.evaluate(f"performance.getEntriesByName('{mark}').length"):
        page.wait_for_timeout(100)
    page.wait_for_timeout(300)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.close()
    drawn = next(event for event in events if event["name"] == mark)
    tasks = [event for event in events if event["name"] == "RunTask" and "dur" in event]
    return sum(_before(task, drawn["ts"]) for task in tasks if task["tid"] == drawn["tid"]) / 1e6


def _before(task: dict[str, Any], end: float) -> float:
    """The processor time of a task, of the one in which the time ends its share."""
    share = max(0.0, min(1.0, (end - task["ts"]) / max(task["dur"], 1)))
    return share * float(task.get("tdur", task["dur"]))


def _use(browser: Browser, path: Path) -> tuple[float, float]:
    """Of dragging the picture the main thread's processor milliseconds a frame; seconds until SPARQL has answered."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, locale="en-GB")
    page.goto(path.as_uri())
    page.wait_for_selector("body.ready", timeout=120_000)
    page.wait_for_timeout(1000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    pan = _drag(page, session)
    page.get_by_role("button", name="SPARQL").click()
    page.get_by_role("textbox", name="SPARQL query").fill(QUERY)
    begin = time.perf_counter()
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector(".drawer .result table", timeout=120_000)
    ready = time.perf_counter() - begin
    page.close()
    return pan, ready


def _drag(page: Page, session: Any, steps: int = 60) -> float:
    box = page.locator(".canvas").bounding_box()
    assert box
    x, y = box["x"] + 40, box["y"] + 120
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("() => { window.frames_ = 0; const f = () => { window.frames_++; requestAnimationFrame(f) }; f() }")
    before, frames = _metric(session, "TaskDuration"), page.evaluate("window.frames_")
    for step in range(steps):
        page.mouse.move(x + 3 * step, y + step)
    after, frames = _metric(session, "TaskDuration"), page.evaluate("window.frames_") - frames
    page.mouse.up()
    return 1000 * (after - before) / max(frames, 1)


def _metric(session: Any, name: str) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == name))


def _data(store: ox.Store) -> Payload:
    dumped = store.dump(format=ox.RdfFormat.N_QUADS)
    assert dumped is not None
    return payload(contents(things(sorted(dumped.decode().split("\n")[:-1]))), "pyvis", len(store))


def _pyvis(data: Payload) -> str:
    """The page that pyvis writes; what it would fetch from elsewhere is refused at once."""
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options('{"physics": {"enabled": false}, "layout": {"improvedLayout": false}}')
    entities, claims, words = data.graph.entities, data.graph.claims, data.graph.vocabulary
    for n, label in enumerate(entities.label):
        network.add_node(n, label=label, x=entities.x[n], y=-entities.y[n], title=label, size=8)
    for subject, relation, object_ in zip(claims.subject, claims.relation, claims.object, strict=True):
        if object_ >= 0:
            network.add_edge(subject, object_, title=words.relations[relation].label.en)
    mark = 'network.once("afterDrawing", () => requestAnimationFrame(() => performance.mark("drawn")));return network;'
    return str(network.generate_html()).replace("return network;", mark)


def _made_up(entities: int) -> ox.Store:
    """A graph in groups, some entities with many claims, ten triples for each entity."""
    store = ox.Store()
    store.bulk_load("\n".join(_lines(entities)).encode(), format=ox.RdfFormat.N_QUADS)
    return store


def _lines(entities: int) -> Iterator[str]:
    chance = random.Random(1)
    graph, documents = f"<{BASE}graph/entities>", [f"<{BASE}document/{n}>" for n in range(entities // 20)]
    for n in range(entities):
        node = f"<{BASE}entity/e{n}>"
        yield f"{node} <{v.RDF}type> <{chance.choice(TYPES)}> {graph} ."
        yield f'{node} <{v.RDFS}label> "Entity number {n}"@en {graph} .'
    for document in documents:
        yield f"{document} <{v.RDF}type> <{v.SCHEMA}NewsArticle> {document} ."
        yield f'{document} <{v.KG}text> "{"A sentence of an article. " * 20}" {document} .'
    for n in range(entities):
        start = n - n % 100
        other = start + int((n % 100) * chance.random() ** 2) if chance.random() < 0.8 else chance.randrange(entities)
        claim, document = f"<{BASE}claim/{n}>", chance.choice(documents)
        yield f"{claim} <{v.RDF}type> <{v.KG}Claim> {document} ."
        yield f"{claim} <{v.RDF}subject> <{BASE}entity/e{n}> {document} ."
        yield f"{claim} <{v.RDF}predicate> <{v.KG}{chance.choice(RELATIONS)}> {document} ."
        yield f"{claim} <{v.RDF}object> <{BASE}entity/e{other}> {document} ."
        yield f"{claim} <{v.KG}modality> <{v.KG}Asserted> {document} ."
        yield f"{claim} <{v.KG}evidence> <{BASE}evidence/{n}> {document} ."
        yield f"<{BASE}evidence/{n}> <{v.PROV}wasDerivedFrom> {document} {document} ."
        yield f'<{BASE}evidence/{n}> <{v.OA}start> "0"^^<{v.XSD}integer> {document} .'


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
