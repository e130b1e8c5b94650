"""Labels, tags and features of Universal Dependencies, cut down to what kg's own model has."""

import pytest
from written import parse

from kg.language.annotators.universal import features, tag, to_universal


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("ROOT", "root"),
        ("nsubj:pass", "nsubj:pass"),
        ("acl:relcl", "acl:relcl"),
        ("flat:name", "flat"),
        ("obl:tmod", "obl"),
        ("compound:prt", "compound:prt"),
    ],
)
def test_relations(label: str, expected: str) -> None:
    parsed = parse(f"a/NOUN//{label}")
    to_universal(parsed)
    assert parsed.labels == [expected]


@pytest.mark.parametrize(("upos", "expected"), [("NOUN", "NOUN"), ("CONJ", "CCONJ"), ("SPACE", "X"), ("", "X")])
def test_tags(upos: str, expected: str) -> None:
    assert tag(upos) == expected


@pytest.mark.parametrize(
    ("feats", "expected"),
    [
        ("Case=Nom|Gender=Com|Number=Sing", "Number=Sing"),
        ("Definite=Def|PronType=Art", "PronType=Art"),
        ("Gender=Com", "_"),
        ("", "_"),
        ("_", "_"),
    ],
)
def test_features(feats: str, expected: str) -> None:
    assert features(feats) == expected
