"""How sure a claim is that the text states what was read in it."""

from dataclasses import replace

import pytest
from reading import Reader

from kg.extract.claim import Mention
from kg.extract.confidence import confidence
from kg.extract.passage import Passage
from kg.extract.run import extract

TEXT = "Roy Jakobs, CEO van Philips, kreeg een bonus."


def lowered(reader: Reader, text: str, word: str, value: float) -> float:
    """The confidence of the claim about Philips when the head of a word is less sure."""
    annotated = reader.extracted(text).annotated
    [sentence] = annotated.sentences
    words = tuple(replace(w, confidence=value if w.text == word else 1.0) for w in sentence.words)
    entities = tuple(replace(e, confidence=1.0) for e in sentence.entities)
    changed = replace(annotated, sentences=(replace(sentence, words=words, entities=entities),))
    [claim] = [c for c in extract(changed, reader.lexicon).claims if c.relation == "ceoOf"]
    return claim.confidence


@pytest.mark.parametrize(
    ("word", "expected"), [("Philips", 0.84), ("CEO", 0.84), ("kreeg", 0.99), ("bonus", 0.99), ("van", 0.99)]
)
def test_the_steps_between_the_parts_of_the_claim_count(reader: Reader, word: str, expected: float) -> None:
    """Two names and two steps: one of the four at 0.5 makes 0.5 ** (1 / 4)."""
    assert lowered(reader, TEXT, word, 0.5) == expected


def test_the_names_count(reader: Reader) -> None:
    annotated = reader.extracted(TEXT).annotated
    [sentence] = annotated.sentences
    claim = reader.claim(TEXT, "ceoOf")
    sure = tuple(replace(w, confidence=1.0) for w in sentence.words)
    for doubted in range(len(sentence.entities)):
        entities = tuple(replace(e, confidence=0.4 if i == doubted else 1.0) for i, e in enumerate(sentence.entities))
        changed = replace(annotated, sentences=(replace(sentence, words=sure, entities=entities),))
        assert confidence(Passage(changed, 0, reader.lexicon, frozenset()), claim) == 0.8


def test_a_part_in_another_sentence_does_not_count(reader: Reader) -> None:
    claim = reader.claim(TEXT, "ceoOf")
    assert isinstance(claim.object, Mention)
    elsewhere = replace(claim, object=replace(claim.object, sentence=7, head=99))
    assert 0 < confidence(reader.passage(TEXT), elsewhere) <= 1


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Imtech heeft faillissement aangevraagd.",
        "De AEX daalde met 12,3 punten of 1,6 procent.",
        "Volgens De Telegraaf zei Jan Bos dat Philips de fabriek in Drachten sluit.",
    ],
)
def test_it_is_a_probability_with_two_decimals(reader: Reader, text: str) -> None:
    claims = reader.extracted(text).claims
    assert claims
    for claim in claims:
        assert 0 <= claim.confidence < 1
        assert claim.confidence == round(claim.confidence, 2)
