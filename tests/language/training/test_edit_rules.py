import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.lemma import lemma
from kg.language.training.rules import edit_rule


@pytest.mark.parametrize(
    ("form", "wanted", "rule"),
    [
        ("huis", "huis", "0|0||0|"),
        ("Huis", "huis", "1|0||0|"),
        ("Amsterdam", "Amsterdam", "0|0||0|"),
        ("huizen", "huis", "0|0||3|s"),
        ("gelopen", "lopen", "0|2||0|"),
        ("is", "zijn", "0|0|z|1|jn"),
        ("100", "één", "0|=|één|0|"),
    ],
)
def test_the_rule_from_a_form_to_its_lemma(form: str, wanted: str, rule: str) -> None:
    assert edit_rule(form, wanted) == rule


WORDS = st.text(
    st.characters(exclude_characters="|\t\n", exclude_categories=["Cs", "Lm", "Mn"]), min_size=1, max_size=12
)


@given(WORDS, WORDS)
def test_applying_the_rule_gives_the_lemma(form: str, wanted: str) -> None:
    assert lemma(form, edit_rule(form, wanted)) == wanted
