"""Entities from label scores."""

import numpy as np

from kg.language.bio import BioDecoder

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def scores(*best, strength=9.0):
    made = np.zeros((len(best), len(LABELS)))
    for row, label in zip(made, best, strict=True):
        row[LABELS.index(label)] = strength
    return made


def test_spans_and_confidence():
    found = BioDecoder(LABELS)(scores("O", "B-PER", "I-PER", "B-PER", "O", "B-ORG"))
    assert [(e.type, e.first, e.last) for e in found] == [("PER", 1, 3), ("PER", 3, 4), ("ORG", 5, 6)]
    assert all(e.confidence == 1.0 for e in found)


def test_a_continuation_needs_a_beginning_of_its_type():
    found = BioDecoder(LABELS)(scores("O", "B-PER", "I-ORG", "I-PER"))
    assert [(e.type, e.first, e.last) for e in found][:1] in ([("PER", 1, 4)], [("PER", 1, 2)])
    assert all(e.type == "PER" for e in found)


def test_unsure_labels_lower_the_confidence():
    (entity,) = BioDecoder(LABELS)(scores("B-PER", strength=1.0))
    assert 0.3 < entity.confidence < 0.6


def test_no_words_no_entities():
    assert BioDecoder(LABELS)(np.zeros((0, len(LABELS)))) == ()
