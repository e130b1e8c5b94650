"""Lemma rules."""

import pytest

from kg.language.lemma import lemma

CASES = [
    ("investeert", "0|0||1|en", "investeeren"),
    ("Huizen", "1|0||3|s", "huis"),
    ("is", "0|=|zijn|0|", "zijn"),
    ("Xiaomi", "0|0||0|", "Xiaomi"),
    ("a", "0|2||3|x", "a"),
    ("woord", "<unk>", "woord"),
    ("gezegd", "0|2||1|gen", "zeggen"),
]


@pytest.mark.parametrize(("form", "rule", "expected"), CASES)
def test_rules(form, rule, expected):
    assert lemma(form, rule) == expected
