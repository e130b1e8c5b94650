"""Lemmas: the treebanks before the model's rules, and of the rules those that make a known lemma."""

import pytest

from kg.language.forms.from_treebanks import table, words
from kg.language.lemmas import lemmas

BAD, GOOD = "1|0||4|len", "1|0||4|tsen"  # plaalen, plaatsen


@pytest.mark.parametrize(
    ("language", "form", "upos", "rules", "lemma"),
    [
        ("nl", "plaatste", "VERB", [BAD], "plaatsen"),
        ("nl", "Verkocht", "VERB", [BAD], "verkopen"),
        ("nl", "xplaatste", "VERB", ["1|0||0|x", "1|1||4|tsen"], "plaatsen"),  # the second rule makes a known lemma
        ("nl", "xplaatste", "VERB", [BAD, "1|0||0|x"], "xplaalen"),  # none does: the model's best
        ("nl", "plaatste", "PROPN", ["0|0||0|"], "plaatste"),
        ("en", "bought", "VERB", ["1|0||0|"], "buy"),
        ("de", "wurden", "AUX", ["1|0||0|"], "werden"),
        ("fr", "annonces", "NOUN", ["1|0||0|"], "annonce"),
    ],
)
def test_the_lemma_of_a_word(language: str, form: str, upos: str, rules: list[str], lemma: str) -> None:
    assert lemmas(language).of(form, upos, rules) == lemma


def test_a_table_is_made_of_treebanks() -> None:
    sentence = [("1", "Hij", "hij", "PRON"), ("2-3", "x", "_", "_"), ("4", "stapt", "in_stappen", "VERB")]
    unclear = [("5", "was", "zijn", "AUX")] * 3 + [("6", "was", "was", "AUX")] * 2 + [("7", "Rome", "Rome", "PROPN")]
    lines = ["# text = Hij stapt", *("\t".join((*word, *"______")) for word in sentence + unclear), ""]
    assert list(table(words(lines))) == ["PRON\thij\thij", "VERB\tinstappen\tstapt"]
