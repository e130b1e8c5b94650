"""What several articles state, in the saved query and in `kg explain`."""

from pathlib import Path

import pytest

import kg
from kg.graph import Graph
from kg.query.explain import explain
from kg.query.saved import saved_query

ARTICLES = {
    "anp.txt": "---\nsource: ANP\ndate: 2021-10-05\n---\nXiaomi-CEO Lei Jun sprak dinsdag in Peking met beleggers. "
    "Het ging daarbij over de nieuwe auto's en over de kosten van de fabriek in de hoofdstad.",
    "belga.txt": "---\nsource: Belga\ndate: 2021-10-06\n---\nVolgend jaar moet de fabriek er staan, zo klinkt het. "
    "Lei Jun, de CEO van Xiaomi, gaf gisteren een toelichting. Xiaomi is gevestigd in China.",
    "krant.txt": "---\nsource: De Krant\ndate: 2021-10-05\n---\nXiaomi-CEO Lei Jun sprak dinsdag in Peking met "
    "beleggers. Het ging daarbij over nieuwe auto's en over de kosten van de fabriek in de hoofdstad.",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Articles of two agencies, and one taken over from the first."""
    folder: Path = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    return kg.build(folder)


def test_the_saved_query_has_what_articles_that_are_no_copies_state(graph: Graph) -> None:
    found = [tuple(row.values()) for row in graph.query(saved_query("corroborated").sparql)]
    entity, terms = "https://kg.example/entity/", "https://kg.example/ontology#"
    assert found == [(f"{entity}lei-jun", f"{terms}ceoOf", f"{entity}xiaomi", f"{terms}Asserted", "2", "2")]


def test_explain_tells_of_more_than_one(graph: Graph) -> None:
    [xiaomi] = explain(graph.select, "Xiaomi")
    told = {statement.relation: statement.details.get("stated by") for statement in xiaomi.statements}
    assert (told["ceoOf"], told["basedIn"]) == ("2 documents", None)
