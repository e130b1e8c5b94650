from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.language.training.corpus import PASSES, Corpus


def test_no_sentence_of_a_test_is_trained_on(corpus: Corpus) -> None:
    tested = {tree.identity for *_, trees in corpus.tests for tree in trees}
    trained = {tree.identity for trees in corpus.training.values() for tree in trees}
    assert tested
    assert trained
    assert not tested & trained


def test_a_treebank_that_is_not_there_is_not_trained_on(corpus: Corpus, tmp_path: Path) -> None:
    for path in corpus.folder.iterdir():
        if "de_gsd-ud-train" not in path.name:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    assert {str(each) for each in PASSES} - {str(each) for each in Corpus(tmp_path).training} == {
        "de_gsd-ud-train.conllu"
    }


def test_a_test_set_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nl_lassysmall-ud-test"):
        _ = Corpus(tmp_path).training


def test_the_annotation_of_the_project_is_whole() -> None:
    names = Corpus(Path()).names
    assert len(names) == 9323
    assert all(len(each.words) == len(each.tags) for each in names)
    assert sum(each.held_out for each in names) == 500
