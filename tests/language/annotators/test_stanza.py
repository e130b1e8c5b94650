"""Documents of Stanza, whose models are not at hand."""

from typing import Any

import pytest

from kg.errors import KgError
from kg.language.annotators.registry import chosen

pytest.importorskip("stanza")

ROWS = (
    ("Topman", "topman", "NOUN", "Gender=Com|Number=Sing", 5, "nsubj", "O"),
    ("Tim", "Tim", "PROPN", "_", 1, "appos", "B-PER"),
    ("Van", "van", "PROPN", None, 2, "flat:name", "I-PER"),
    ("Dam", "Dam", "PROPN", None, 2, "flat:name", "E-PER"),
    ("koopt", None, "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin", 0, "root", "O"),
    ("Opel", "Opel", "PROPN", None, 5, "obj", "S-ORG"),
    ("Zuid", "Zuid", "PROPN", None, 5, "obl:tmod", "S-MISC"),
)


def sentence() -> Any:
    from stanza.models.common.doc import Document

    keys = ("text", "lemma", "upos", "feats", "head", "deprel", "ner")
    words = [{"id": i, **dict(zip(keys, row, strict=True))} for i, row in enumerate(ROWS, 1)]
    return Document([words]).sentences[0]


def test_a_sentence() -> None:
    from kg.language.annotators.stanza import parsed

    parse = parsed(sentence(), {"PER": "PER", "ORG": "ORG"})
    assert parse.forms == tuple(row[0] for row in ROWS)
    assert parse.lemmas == ["topman", "Tim", "van", "Dam", "", "Opel", "Zuid"]
    assert parse.heads == [4, 0, 1, 1, -1, 4, 4]
    assert parse.labels == ["nsubj", "appos", "flat", "flat", "root", "obj", "obl"]
    assert parse.feats[4] == "Number=Sing|Tense=Pres|VerbForm=Fin"
    assert [(e.type, e.first, e.last) for e in parse.entities] == [("PER", 1, 4), ("ORG", 5, 6)]


def test_models_that_are_not_downloaded() -> None:
    with pytest.raises(KgError, match=r"there are no models of this language; download them with: python -c") as error:
        chosen("stanza:zz")
    assert "stanza.download('zz')" in str(error.value)
