"""How prices, shares and indices move."""

from decimal import Decimal

import pytest
from reading import Reader, Stated, Table, cases

CASES: Table = {
    "priceChange": [
        (
            "De Dow Jones steeg met 200 punten, de NASDAQ met negen punten en de S&P 500 met 15 punten.",
            ["Dow Jones > +200 punten", "NASDAQ > +negen punten", "S&P 500 > +15 punten"],
        ),
        (
            "De FTSE 100 was gestegen met 25 punten, de DAX met bijna 54 punten.",
            ["FTSE 100 > +25 punten", "DAX > +54 punten"],
        ),
        ("De AEX en de DAX daalden met 20 punten of 3 procent.", ["AEX > -3 procent", "DAX > -3 procent"]),
        ("Het aandeel Philips steeg met 3,2 procent.", ["Philips > +3,2 procent"]),
        ("Het aandeel Philips steeg 3,2 procent.", ["Philips > +3,2 procent"]),
        ("Philips won 3,2 procent.", ["Philips > +3,2 procent"]),
        ("Philips verloor 3,2 procent.", ["Philips > -3,2 procent"]),
        ("Aandelen van Philips daalden met 3 procent.", ["Philips > -3 procent"]),
        ("De koers van Philips zakte 3 procent.", ["Philips > -3 procent"]),
        ("Philips sloot 3 procent lager.", ["Philips > -3 procent"]),
        ("De AEX eindigde 0,5 procent hoger op 780,12 punten.", ["AEX > +0,5 procent"]),
        ("De AEX won 0,5 procent tot 780,12 punten.", ["AEX > +0,5 procent"]),
        ("De AEX won 4 punten.", ["AEX > +4 punten"]),
        ("De AEX daalde met 12,3 punten of 1,6 procent.", ["AEX > -1,6 procent"]),
        ("In Frankfurt daalde de DAX met 1,1 procent.", ["DAX > -1,1 procent"]),
        (
            "De Dow Jones steeg met 0,2 procent en de Nasdaq daalde met 0,7 procent.",
            ["Dow Jones > +0,2 procent", "Nasdaq > -0,7 procent"],
        ),
        ("Philips steeg met 2 procent, terwijl ASML 3 procent verloor.", ["ASML > -3 procent", "Philips > +2 procent"]),
        ("Adyen ging 4 procent omhoog.", ["Adyen > +4 procent"]),
        ("De aandelen Philips en ASML stegen 1 procent.", ["ASML > +1 procent", "Philips > +1 procent"]),
        ("Shell en Unilever verloren 1 procent.", ["Shell > -1 procent", "Unilever > -1 procent"]),
        ("ASML stond 2 procent hoger.", ["ASML > +2 procent"]),
        ("ASML klom met bijna 3 procent.", ["ASML > +3 procent"]),
        ("Het aandeel Philips, dat 3 procent steeg, is populair.", ["Philips > +3 procent"]),
        ("Een stijging van 2 procent voor de AEX.", ["AEX > +2 procent"]),
        ("Het aandeel Tesla kelderde dinsdag met 12 procent.", ["Tesla > -12 procent"]),
        ("Philips kan met 10 procent stijgen.", ["Philips > +10 procent (Possible)"]),
        ("De omzet van Philips steeg met 3 procent.", []),
        ("De winst van Philips daalde met 3 procent.", []),
        ("De werkloosheid daalde met 0,2 procent.", []),
        ("Philips verhoogt het dividend met 3 procent.", []),
        ("ASML daalde niet.", []),
        ("De inflatie steeg naar 3 procent.", []),
        ("De Nikkei sloot 1,2 procent lager.", ["Nikkei > -1,2 procent"]),
        ("Het aandeel ING won 2,5% op 12 euro.", ["ING > +2,5%"]),
        ("Apple zakte 1,5 procent en Microsoft steeg 2 procent.", ["Apple > -1,5 procent", "Microsoft > +2 procent"]),
        ("De daling van het aandeel Philips met 3 procent was onverwacht.", ["Philips > -3 procent"]),
        ("Na een stijging van 5 procent sloot Philips op 30 euro.", ["Philips > +5 procent"]),
        ("Het Britse pond daalde met 2 procent.", []),
        ("De FTSE-index daalde met 2 procent.", ["FTSE > -2 procent"]),
        ("De CAC 40 steeg met 1,3 procent.", ["CAC 40 > +1,3 procent"]),
        ("De S&P 500 verloor 0,9 procent.", ["S&P 500 > -0,9 procent"]),
        ("De Hang Seng in Hongkong kelderde 4 procent.", ["Hang Seng > -4 procent"]),
        ("Boeing daalt met 4,2%.", ["Boeing > -4,2%"]),
        ("De huizenprijzen stegen met 8 procent.", []),
        ("Het aantal klanten van Philips steeg met 8 procent.", []),
        ("De productie van Tesla daalde met 8 procent.", []),
        ("Het marktaandeel van Samsung steeg met 8 procent.", []),
        ("De werknemers krijgen 8 procent meer loon.", []),
        ("Philips bezit 8 procent.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Philips won 3,2 procent.", "3.2", "%"),
        ("Philips verloor 3,2 procent.", "-3.2", "%"),
        ("De AEX won 4 punten.", "4", "points"),
        ("Het aandeel ING won 2,5% op 12 euro.", "2.5", "%"),
    ],
)
def test_the_value_has_the_sign(reader: Reader, text: str, value: str, unit: str) -> None:
    figure = reader.claim(text, "priceChange").figure
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal(value), unit)


def test_the_claim_points_at_the_amount(reader: Reader) -> None:
    text = "Groei. De AEX daalde met 12,3 punten of 1,6 procent."
    span = reader.claim(text, "priceChange").object_span
    assert span is not None
    assert text[slice(*span)] == "1,6 procent"
