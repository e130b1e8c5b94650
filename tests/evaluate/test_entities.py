"""One node for each thing: the measure itself, on graphs whose nodes are known."""

from pathlib import Path

import pytest

import kg
from kg.evaluate import read_gold, score, score_entities
from kg.evaluate.entities import EntityEvaluation
from kg.graph import Graph

ARTICLES = {
    "a": "Apple Computer opende een winkel in Parijs. Apple Computer is gevestigd in Cupertino.",
    "b": "Apple Computer presenteerde de iPhone in Parijs.",
}
FACT = '{"doc": "a", "s": "Apple Computer", "p": "basedIn", "o": "Cupertino", "sentence": "x"}\n'


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return kg.build(folder)


def scored(graph: Graph, folder: Path, *records: str) -> EntityEvaluation:
    """The evaluation of alias records."""
    gold = folder / "gold.jsonl"
    gold.write_text("".join(f"{record}\n" for record in records) + FACT, "utf-8")
    return score_entities(graph, read_gold(gold).entities)


def record(document: str, *entities: tuple[str, str]) -> str:
    """An alias record: of each thing its name and one alias."""
    things = ", ".join(f'{{"name": "{name}", "type": "ORG", "aliases": ["{alias}"]}}' for name, alias in entities)
    return f'{{"doc": "{document}", "entities": [{things}]}}'


def test_rows_of_a_file_are_articles_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(
        "".join(f'{{"text": "{text}", "language": "nl"}}\n' for text in ARTICLES.values())
    )
    graph = kg.build(tmp_path / "rows.jsonl")
    records = [record(f"rows:{line}", ("Apple Computer", "Apple Computer")) for line in (1, 2, 3)]
    found = scored(graph, tmp_path, *records, record("rows", ("Apple Computer", "Apple Computer")))
    assert [share.of for share in found.shares] == [2, 1, 2]
    fact = '{"doc": "rows:1", "s": "Apple Computer", "p": "basedIn", "o": "Cupertino", "sentence": "x"}'
    (tmp_path / "gold.jsonl").write_text(fact + "\n")
    evaluation = score(graph, read_gold(tmp_path / "gold.jsonl"))
    assert (evaluation.all.gold, evaluation.all.recall) == (1, 1.0)


def test_all_right(graph: Graph, tmp_path: Path) -> None:
    one, two = record("a", ("Apple Computer", "Apple computer")), record("b", ("Apple Computer", "Apple-Computer"))
    found = scored(graph, tmp_path, one, two)
    assert [(share.right, share.of) for share in found.shares] == [(2, 2), (1, 1), (2, 2)]
    assert found.divergences == ()


def test_names_of_one_thing_on_two_nodes(graph: Graph, tmp_path: Path) -> None:
    found = scored(graph, tmp_path, record("a", ("Apple Computer", "Cupertino")))
    assert [(share.right, share.of) for share in found.shares] == [(0, 1), (0, 0), (2, 2)]
    assert [(each.kind, each.names, len(each.nodes)) for each in found.divergences] == [
        ("split", ("Apple Computer",), 2)
    ]


def test_one_name_on_two_nodes_over_articles(graph: Graph, tmp_path: Path) -> None:
    found = scored(graph, tmp_path, record("a", ("X", "Cupertino")), record("b", ("X", "Parijs")))
    assert [(share.right, share.of) for share in found.shares] == [(2, 2), (0, 1), (2, 2)]
    assert found.divergences[0].documents == ("a", "b")


def test_two_things_on_one_node(graph: Graph, tmp_path: Path) -> None:
    found = scored(graph, tmp_path, record("a", ("Apple Computer", "A"), ("Apple-Computer", "B")))
    assert [(share.right, share.of) for share in found.shares] == [(2, 2), (0, 0), (0, 1)]
    assert found.divergences[0].names == ("Apple Computer", "Apple-Computer")


def test_what_kg_does_not_mention_is_not_counted(graph: Graph, tmp_path: Path) -> None:
    found = scored(graph, tmp_path, record("a", ("Philips", "Koninklijke Philips")))
    assert [share.of for share in found.shares] == [0, 0, 0]
