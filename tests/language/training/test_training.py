"""From a small corpus to files that kg reads."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("wordfreq")

from kg.errors import UsageError  # noqa: E402
from kg.language.annotate import Annotator  # noqa: E402
from kg.language.network import Network  # noqa: E402
from kg.language.packed_form import inputs  # noqa: E402
from kg.language.training.annotator import AnnotatorNetwork  # noqa: E402
from kg.language.training.base import Base  # noqa: E402
from kg.language.training.batches import IGNORED, Examples, batch, grouped  # noqa: E402
from kg.language.training.building import AVERAGE, built, files  # noqa: E402
from kg.language.training.corpus import Corpus  # noqa: E402
from kg.language.training.epochs import Epochs  # noqa: E402
from kg.language.training.evaluate import names, trees  # noqa: E402
from kg.language.training.export import export  # noqa: E402
from kg.language.training.labels import labels, save_labels  # noqa: E402
from kg.language.training.packed import PackedNetwork  # noqa: E402
from kg.language.training.train import Plan, Run  # noqa: E402
from kg.language.training.vocabulary import kept, save  # noqa: E402

STEPS = 60


def _prepared(base: Base, corpus: Corpus, run: Path) -> Path:
    save(base, kept(base, corpus, share=0), run / "tokenizer.json")
    save_labels(labels([tree for found in corpus.training.values() for tree in found]), run / "labels.json")
    return run


def _run(base: Base, corpus: Corpus, folder: Path, plan: Plan) -> tuple[Run, Epochs]:
    found, tokenizer = files(folder)
    return Run(folder, built(base, folder, None), plan), Epochs(corpus, Examples(tokenizer, found))


@pytest.fixture(scope="module")
def trained(base: Base, corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = _prepared(base, corpus, tmp_path_factory.mktemp("run"))
    run, epochs = _run(base, corpus, folder, Plan(STEPS, rate=1e-3, saved_every=STEPS))
    losses = list(run.train(epochs))
    assert len(losses) == STEPS
    assert sum(losses[-10:]) < 0.3 * sum(losses[:10])
    return folder


@pytest.fixture(scope="module")
def network(base: Base, trained: Path) -> AnnotatorNetwork:
    return built(base, trained, trained).eval()


def test_pieces_that_no_word_needs_are_left_out(base: Base, trained: Path) -> None:
    _, tokenizer = files(trained)
    assert tokenizer.token_to_id("▁Anna") is not None
    assert tokenizer.token_to_id("▁Москва") is None
    assert [tokenizer.id_to_token(i) for i in range(4)] == ["<s>", "<pad>", "</s>", "<unk>"]


def test_the_files_annotate_sentences_that_training_had_not(
    network: AnnotatorNetwork, trained: Path, corpus: Corpus, tmp_path: Path
) -> None:
    found, tokenizer = files(trained)
    export(network, found, tokenizer, tmp_path)
    annotator = Annotator(Network(tmp_path))
    score = trees(annotator, corpus.development, "nl")
    assert score.right["UPOS"] > 0.95 * score.words
    assert score.right["LAS"] > 0.9 * score.words
    assert score.right["lemma"] > 0.9 * score.words
    held_out = names(annotator, [each for each in corpus.names if each.held_out])
    assert held_out.f1("PER") > 0.7
    assert held_out.f1("ORG") > 0.7


def test_rows_without_padding_give_what_padded_rows_give(
    network: AnnotatorNetwork, trained: Path, corpus: Corpus
) -> None:
    found, tokenizer = files(trained)
    examples = Examples(tokenizer, found)
    sentences = [tree.words[:length] for tree, length in zip(corpus.development, (7, 1, 4, 2, 6), strict=False)]
    padded = batch([examples.bare(words) for words in sentences])
    pieces = [[examples.pieces(word) for word in words] for words in sentences]
    with torch.no_grad():
        states, present = network.words(padded.ids, padded.word_of)
        upos, arcs = network.upos(states), network.pairs(states, present).arcs
        packed = PackedNetwork(network)(*(torch.from_numpy(each) for each in inputs(pieces).values()))
    end = 0
    for i, words in enumerate(sentences):
        end += 1 + len(words)
        np.testing.assert_allclose(packed[0][end - len(words) : end], upos[i, : len(words)], atol=1e-3)
        size = len(words), len(words) + 1
        np.testing.assert_allclose(packed[4][i, : size[0], : size[1]], arcs[i, : size[0], : size[1]], atol=1e-3)


def test_a_run_that_was_interrupted_ends_as_one_that_was_not(base: Base, corpus: Corpus, tmp_path: Path) -> None:
    plan = Plan(12, saved_every=4)
    whole, epochs = _run(base, corpus, _prepared(base, corpus, tmp_path / "whole"), plan)
    assert len(list(whole.train(epochs))) == 12
    folder = _prepared(base, corpus, tmp_path / "parts")
    first, epochs = _run(base, corpus, folder, plan)
    for _loss in first.train(epochs):
        if first.step == 6:
            break  # what it learned since its last checkpoint is lost
    second, epochs = _run(base, corpus, folder, plan)
    second.resume()
    assert second.step == 4
    assert len(list(second.train(epochs))) == 8
    averages = [torch.load(tmp_path / part / AVERAGE) for part in ("whole", "parts")]
    assert averages[0].keys() == averages[1].keys()
    assert all(torch.equal(averages[0][name], averages[1][name]) for name in averages[0])


def test_a_run_may_start_from_another_with_other_labels(
    base: Base, trained: Path, corpus: Corpus, tmp_path: Path
) -> None:
    folder = _prepared(base, corpus, tmp_path)
    found, _ = files(folder)
    found["upos"] = ["<unk>", "NEW", *reversed(found["upos"][1:])]
    save_labels(found, folder / "labels.json")
    started, before = built(base, folder, trained), built(base, trained, trained)
    old = files(trained)[0]["upos"]
    for label in old[1:]:
        here, there = found["upos"].index(label), old.index(label)
        assert torch.equal(started.upos.weight[here], before.upos.weight[there])
    assert torch.equal(started.encoder.layers[3].up.weight, before.encoder.layers[3].up.weight)


def test_a_run_without_weights_cannot_be_started_from(base: Base, trained: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no weights yet"):
        built(base, trained, tmp_path)


def test_batches_hold_every_sentence_once_and_no_more_pieces_than_they_may(trained: Path, corpus: Corpus) -> None:
    found, tokenizer = files(trained)
    examples = [Examples(tokenizer, found).tree(tree) for tree in corpus.development]
    groups = grouped(examples, Random(0), pieces=60)
    assert sorted(map(id, (each for group in groups for each in group))) == sorted(map(id, examples))
    assert all(len(group) * max(len(each.ids) for each in group) <= 60 for group in groups)
    padded = batch(groups[-1])
    assert padded.ids.shape == padded.word_of.shape
    assert padded.gold["upos"].shape == padded.gold["arc"].shape
    assert (padded.gold["upos"] != IGNORED).sum() == sum(len(each.gold["upos"]) for each in groups[-1])
