"""What goes into the network and what comes out, with the model that kg ships."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language import padded_form
from kg.language.batches import LARGEST, batches
from kg.language.network import Network
from kg.language.packed_form import inputs
from kg.language.scores import BEGIN, END, PIECES_A_WORD, highest

PIECES = st.lists(st.integers(4, 99), min_size=1, max_size=3)
SENTENCES = st.lists(st.lists(PIECES, min_size=1, max_size=5), min_size=1, max_size=3)


@given(SENTENCES)
def test_every_word_and_piece_has_its_place(sentences: list[list[list[int]]]) -> None:
    given = inputs(sentences)
    ids, at = given["input_ids"], given["piece_at"]
    for row, words in zip(at, sentences, strict=True):
        assert ids[row[row >= 0]].tolist() == [BEGIN, *(piece for word in words for piece in word)]
    found = [ids[first:last].tolist() for first, last in given["word_pieces"]]
    assert found == [word for words in sentences for word in ([BEGIN], *words)]
    for rows, places in (("piece_at", "piece_place"), ("word_at", "word_place")):
        assert given[rows].ravel()[given[places]].tolist() == list(range(len(given[places])))
    assert given["word_at"].shape == (len(sentences), 1 + max(map(len, sentences)))


@given(SENTENCES)
def test_padded_sentences_have_the_same_words_and_pieces(sentences: list[list[list[int]]]) -> None:
    given = padded_form.inputs(sentences)
    for i, words in enumerate(sentences):
        ids = given["input_ids"][i][given["attention_mask"][i] > 0].tolist()
        assert ids == [BEGIN, *(piece for word in words for piece in word), END]
        starts = given["word_starts"][i][given["word_mask"][i] > 0]
        assert [ids[start] for start in starts] == [word[0] for word in words]


@given(arrays(np.float32, (3, 9), elements=st.integers(-50, 50).map(float), unique=True), st.integers(1, 9))
def test_the_highest_scores_of_each_row(scores: np.ndarray, count: int) -> None:
    expected = (-scores).argsort(1)[:, :count]
    assert (
        np.take_along_axis(scores, highest(scores, count), 1).tolist()
        == np.take_along_axis(scores, expected, 1).tolist()
    )


@given(st.lists(st.integers(1, 400), max_size=60))
def test_every_sentence_is_in_one_batch_with_others_of_like_length(lengths: list[int]) -> None:
    found = batches(lengths)
    order = [i for batch in found for i in batch]
    assert sorted(order) == list(range(len(lengths)))
    assert [lengths[i] for i in order] == sorted(lengths)
    assert all(len(batch) * max(lengths[i] for i in batch) <= LARGEST for batch in found)


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


def test_the_scores_of_a_sentence_have_a_row_for_each_word(network: Network) -> None:
    sentences = [["Xiaomi", "investeert", "."], ["Hoi"], ["De", "topman", "van", "Philips", "vertrekt", "in", "mei"]]
    for words, scores in zip(sentences, network.run(sentences), strict=True):
        count = len(words)
        for kind in ("upos", "feats", "lemma", "entity"):
            assert getattr(scores, kind).shape == (count, len(network.labels[kind]))
        assert scores.arc.shape == scores.relation.shape == (count, count + 1)


def test_a_sentence_scores_much_the_same_whatever_its_batch_is(network: Network) -> None:
    words = ["De", "fabriek", "in", "Eindhoven", "sluit", "volgend", "jaar", "."]
    (alone,) = network.run([words])
    _, together, _ = network.run([["Hoi"], words, ["Een", "veel", "langere", "zin"] * 9])
    assert (alone.upos.argmax(1) == together.upos.argmax(1)).all()
    assert (alone.arc.argmax(1) == together.arc.argmax(1)).all()
    assert np.abs(alone.upos - together.upos).max() < 2


def test_a_word_that_the_vocabulary_lacks_has_pieces_all_the_same(network: Network) -> None:
    for word in ("漢字", "\u200b", "x" * 5000):
        assert 0 < len(network.pieces(word)) <= PIECES_A_WORD
