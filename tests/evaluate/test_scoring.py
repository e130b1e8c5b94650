"""Scores of the small graph in data/."""

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluate import read_gold, score
from kg.evaluate.claims import claims
from kg.evaluate.evaluation import Evaluation, Mistake, Scores
from kg.evaluate.scoring import ANNOTATED
from kg.extract.signatures import load_signatures
from kg.graph import Graph
from kg.resources import SHIPPED

FACT = {"doc": "cars.nl", "s": "Xiaomi", "p": "produces", "o": "auto", "sentence": "Xiaomi maakt."}


def gold(path: Path, *changes: dict[str, str]) -> Path:
    (path / "gold.jsonl").write_text("".join(json.dumps(FACT | change) + "\n" for change in changes))
    return path / "gold.jsonl"


def test_relations(evaluation: Evaluation) -> None:
    rows = [(each.name, each.gold, each.found, each.claims, each.right) for each in evaluation.relations]
    assert rows == [
        ("basedIn", 1, 0, 1, 0),
        ("ceoOf", 1, 1, 1, 1),
        ("competesWith", 1, 1, 1, 1),
        ("filesForBankruptcy", 1, 1, 1, 1),
        ("isA", 1, 1, 1, 1),
        ("priceChange", 1, 1, 1, 1),
        ("produces", 1, 1, 1, 1),
        ("says", 1, 0, 0, 0),
    ]


def test_averages(evaluation: Evaluation) -> None:
    assert evaluation.all == Scores("all", 8, 6, 7, 6)
    assert evaluation.core == Scores("all but isA and says", 6, 5, 6, 5)


def test_claims_by_how_sure_they_are(evaluation: Evaluation) -> None:
    """Of the surest evidence; claims without a confidence do not count."""
    assert [(each.name, each.right, each.of) for each in evaluation.calibration] == [
        ("confidence 0.5", 2, 3),
        ("confidence 0.8", 2, 2),
        ("confidence 0.95", 1, 1),
    ]


def test_details_are_of_the_facts_that_were_found(evaluation: Evaluation) -> None:
    # gold says that the bankruptcy is asserted, and knows when the share rose
    assert [(each.name, each.right, each.of) for each in evaluation.details] == [
        ("modality", 5, 6),
        ("source", 1, 1),
        ("time", 1, 2),
    ]


def test_mistakes_have_their_file_and_sentence(evaluation: Evaluation) -> None:
    sentence = "In China is no label gevestigd."
    assert evaluation.missed == (
        Mistake("basedIn", "2021/cars.nl.txt", sentence, "BYD", "China"),
        Mistake("says", "quiet.txt", "Lei Jun zei niets.", "Lei Jun", "niets"),
    )
    assert evaluation.wrong == (Mistake("basedIn", "2021/cars.nl.txt", sentence, "no label", "China"),)


def test_a_claim_is_read_with_its_sentences_in_order_once_for_each_file(cars: Graph) -> None:
    found = [claim for claim in claims(cars.select) if claim.relation == "ceoOf"]
    assert [(claim.document, claim.file) for claim in found] == [
        ("cars.nl", "2021/cars.nl.txt"),
        ("other", "copy/other.txt"),
    ]
    assert {claim.sentences for claim in found} == {("Zo zei CEO Lei Jun van Xiaomi.", "Als CEO leidt Lei Jun het.")}
    assert {claim.object.names for claim in found} == {frozenset({"Xiaomi", "Xiaomi Corporation"})}


def test_things_are_shown_in_the_language_of_the_sentence(cars: Graph) -> None:
    shown = {claim.relation: (claim.subject.label, claim.object.label) for claim in claims(cars.select)}
    assert shown["basedIn"][1] == "China"  # not the label that comes first
    assert shown["ceoOf"] == ("Lei Jun", "Xiaomi")
    assert shown["filesForBankruptcy"] == ("BYD", "")
    assert shown["isA"] == ("Xiaomi", "maker")


def test_only_annotated_articles_count(cars: Graph, tmp_path: Path) -> None:
    result = score(cars, read_gold(gold(tmp_path, {"doc": "quiet"})))
    assert result.all == Scores("all", 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([{}], Scores("produces", 1, 1, 1, 1)),
        ([{}, {"o": "elektrische auto"}], Scores("produces", 2, 2, 1, 1)),
        ([{}, {"o": "telefoon"}], Scores("produces", 2, 1, 1, 1)),
        ([{"o": "telefoon"}], Scores("produces", 1, 0, 1, 0)),
    ],
)
def test_facts_are_counted_for_recall_and_claims_for_precision(
    cars: Graph, tmp_path: Path, facts: list[dict[str, str]], expected: Scores
) -> None:
    assert expected in score(cars, read_gold(gold(tmp_path, *facts))).relations


def test_an_own_relation_counts_once_it_is_in_gold(cars: Graph, tmp_path: Path) -> None:
    (tmp_path / "relations.yaml").write_text("delays: {subject: [ORG], object: [PROD]}\nproduces: {subject: [ORG]}\n")
    without, own = (
        score(cars, read_gold(gold(tmp_path, {"p": relation}), tmp_path)) for relation in ("produces", "delays")
    )
    assert "delays" not in [each.name for each in without.relations]
    assert Scores("delays", 1, 1, 1, 1) in own.relations


@pytest.mark.parametrize(
    ("document", "hint"), [("cars", "; similar: cars.nl"), ("2021/cars.nl", "; similar: cars.nl"), ("zzz", "")]
)
def test_an_unknown_article(cars: Graph, tmp_path: Path, document: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        score(cars, read_gold(gold(tmp_path, {}, {"doc": document})))
    place = f"{tmp_path}/gold.jsonl, line 2"
    assert str(error.value) == f"{place}: no article '{document}' is in the graph{hint}"


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [((4, 2, 4, 1), 0.25, 0.5, 1 / 3), ((0, 0, 3, 0), 0, 0, 0), ((3, 0, 0, 0), 0, 0, 0), ((0, 0, 0, 0), 0, 0, 0)],
)
def test_precision_recall_and_f1(counts: tuple[int, ...], precision: float, recall: float, f1: float) -> None:
    scores = Scores("x", *counts)
    assert (scores.precision, scores.recall, scores.f1) == (precision, recall, pytest.approx(f1))


def test_the_relations_that_gold_must_be_complete_in_are_relations() -> None:
    assert set(load_signatures(SHIPPED)) >= ANNOTATED
