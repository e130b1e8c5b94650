"""The graph on servers that people run: what was pushed is asked there as it is asked here."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from realservers import Place

from kg.graph import Graph
from kg.query.engine import QueryEngine
from kg.query.result import Term
from kg.query.saved import SavedQuery, saved_queries
from kg.remote.engine import RemoteEngine
from kg.remote.push import push

NOT_BY_ALL = {"outcomes"}  # Virtuoso's compiler takes COALESCE of a comparison for a mistake


@pytest.fixture(params=["update", "gsp"])
def there(request: pytest.FixtureRequest, place: Place, sample: Graph, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A server with the sample's graph, sent by one of the protocols."""
    for name, value in place.environment.items():
        monkeypatch.setenv(name, value)
    url = place.update if request.param == "update" else place.gsp
    done = push(sample.folder, url, place.query, request.param, fresh=True)
    assert (len(done.send), done.unchanged, done.drop) == (3, 0, ())
    return place


@pytest.fixture
def remote(there: Place) -> Iterator[RemoteEngine]:
    with RemoteEngine(there.query) as engine:
        yield engine


def test_every_saved_query_is_answered_as_here(remote: RemoteEngine, sample: Graph) -> None:
    queries = [query for query in saved_queries() if query.name not in NOT_BY_ALL]
    with QueryEngine(sample.folder / "store") as local:
        different = [query.name for query in queries if _answer(remote, query) != _answer(local, query)]
    assert different == []


def _answer(engine: QueryEngine | RemoteEngine, query: SavedQuery) -> tuple[object, ...]:
    """Without the order: servers order equal keys, and IRIs, as they like."""
    found = engine.query(query.sparql, values=dict.fromkeys(query.parameters, "Xiaomi"))
    return found.variables, Counter(map(_cells, found.rows)), dict(found.labels)


def _cells(row: Mapping[str, Term]) -> frozenset[tuple[str, Term]]:
    return frozenset(row.items())


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?who kg:ceoOf ?what }",
        "ASK { ?who kg:ceoOf ?who }",
        "CONSTRUCT { ?who kg:ceoOf ?what } WHERE { ?who kg:ceoOf ?what }",
        "SELECT ?text { ?document kg:text ?text }",
        "SELECT (COUNT(*) AS ?n) { ?claim a kg:Claim }",
        "SELECT ?when FROM <https://kg.example/graph/derived> { ?claim kg:when ?when }",
        'SELECT ?e { ?e rdfs:label "Lei Jun"@nl FILTER("service" != "SERVICE") }',
    ],
)
def test_queries_of_all_forms(remote: RemoteEngine, sample: Graph, sparql: str) -> None:
    found, expected = remote.query(sparql), sample.query(sparql)
    assert found == expected
    assert found or "who kg:ceoOf ?who" in sparql or "FROM" in sparql


def test_what_is_there_is_not_sent_again(there: Place, sample: Graph) -> None:
    done = push(sample.folder, there.update, there.query)
    assert (done.send, done.unchanged, done.drop) == ((), 3, ())
