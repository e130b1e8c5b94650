"""Where indices and shares stand."""

from decimal import Decimal

import pytest
from reading import Reader, Stated, Table, cases

CASES: Table = {
    "priceLevel": [
        ("De AEX sloot op 780,12 punten.", ["AEX > 780,12 punten"]),
        ("De AEX sloot op 780,12.", ["AEX > 780,12"]),
        ("De AEX eindigde 0,5 procent hoger op 780,12 punten.", ["AEX > 780,12 punten"]),
        ("Het aandeel Philips daalde tot 25,30 euro.", ["Philips > 25,30 euro"]),
        ("De Dow Jones eindigde op 34.000 punten.", ["Dow Jones > 34.000 punten"]),
        ("De AEX stond op 700,1 punten.", ["AEX > 700,1 punten"]),
        ("De Nikkei-index steeg met 1 procent naar 28.000 punten.", ["Nikkei > 28.000 punten"]),
        ("Philips sloot 3 procent lager op 25,30 euro.", ["Philips > 25,30 euro"]),
        ("De AEX zakte naar 690 punten.", ["AEX > 690 punten"]),
        ("De AEX sloot op vrijdag.", []),
        ("De Dow Jones daalde tot onder 9.000 punten.", []),
        ("De AEX sloot op het hoogste punt in jaren.", []),
        ("De omzet van Philips steeg tot 17 miljard euro.", []),
        ("De winkel sloot op 1 mei.", []),
        ("De CAC 40 sloot op 7.000 punten.", ["CAC 40 > 7.000 punten"]),
        ("De FTSE eindigde op 6.900,55 punten.", ["FTSE > 6.900,55 punten"]),
        ("De Hang Seng daalde tot 20.000 punten.", ["Hang Seng > 20.000 punten"]),
        ("De AEX opende op 800 punten.", ["AEX > 800 punten"]),
        ("Het aandeel ASML staat op 600 euro.", ["ASML > 600 euro"]),
        ("ASML noteerde op 600 euro.", ["ASML > 600 euro"]),
        ("De fabriek in Best sluit op 31 mei.", []),
        ("De teller staat op 20 doden.", []),
        ("De AEX staat op winst.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("De AEX sloot op 780,12 punten.", "780.12", "points"),
        ("De AEX sloot op 780,12.", "780.12", None),
        ("Het aandeel Philips daalde tot 25,30 euro.", "25.30", "EUR"),
    ],
)
def test_the_value_is_a_number(reader: Reader, text: str, value: str, unit: str | None) -> None:
    figure = reader.claim(text, "priceLevel").figure
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal(value), unit)
