"""Figures as texts write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.figures import number, same_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("5,4 %", 5.4),
        ("5.4%", 5.4),
        ("+8,04 %", 8.04),
        ("-3 %", -3),
        ("−2,99 procent", -2.99),
        ("– 3", -3),
        ("- $ 5", -5),
        ("-$5", -5),
        ("- ruim 5", -5),
        ("ruim 5 - 6", 5),
        ("iPhone-5", -5),
        ("15 miljard", 15e9),
        ("US $ 19,7 miljard", 19.7e9),
        ("$ 3 million", 3e6),
        ("3 duizend", 3000),
        ("3 miljardair", 3),
        ("miljoen 3", 3),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1.234", 1234),
        ("1.23", 1.23),
        ("12,3456", 12.3456),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("6.000.", 6000),
        ("1.2.3", None),
        ("geen", None),
        ("", None),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text) == (None if value is None else pytest.approx(value))


@given(st.text())
def test_any_text_has_a_number_or_none(text: str) -> None:
    assert number(text) is None or any(character.isdecimal() for character in text)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_dutch_and_english_notation_are_the_same_number(whole: int, hundredths: int) -> None:
    english = f"{whole:,}.{hundredths:02}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert number(english) == number(dutch) == pytest.approx(whole + hundredths / 100)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("5,4 %", "5.4%", True),
        ("+5,4 %", "5,4 procent", True),
        ("15 miljard", "15000000000", True),
        ("1,5 miljoen", "1.500.000", True),
        ("een derde", "Een derde", True),
        ("een derde", "een kwart", False),
        ("-5,4 %", "5,4 %", True),  # written with the same digits
        ("-5,4 %", "5.40", False),
        ("5,4 %", "5,5 %", False),
        ("15 miljard", "15 miljoen", False),
        ("1000000", "1000000,5", True),
        ("1000000", "1000002", False),
    ],
)
def test_same_figure(ours: str, theirs: str, same: bool) -> None:
    assert same_figure({ours}, {theirs}) is same
    assert same_figure({theirs}, {ours}) is same
