"""What organisations earn, sell, employ and cut, and what things cost."""

import pytest
from reading import Reader, Stated, Table, cases

CASES: Table = {
    "reportsRevenue": [
        ("Philips boekte een omzet van 17 miljard euro.", ["Philips > 17 miljard euro"]),
        ("De omzet van Philips bedroeg 17 miljard euro.", ["Philips > 17 miljard euro"]),
        ("De omzet van Philips kwam uit op 17 miljard euro.", ["Philips > 17 miljard euro"]),
        ("Philips haalde in 2021 een omzet van 17 miljard euro.", ["Philips > 17 miljard euro"]),
        ("De omzet van Philips steeg met 3 procent tot 17 miljard euro.", ["Philips > 17 miljard euro"]),
        ("Philips zette 17 miljard euro om.", ["Philips > 17 miljard euro"]),
        ("Met een omzet van 17 miljard euro is Philips groot.", ["Philips > 17 miljard euro"]),
        ("Philips, dat een omzet van 17 miljard euro boekte, groeit.", ["Philips > 17 miljard euro"]),
        ("De kwartaalomzet van Philips steeg tot 4 miljard euro.", ["Philips > 4 miljard euro"]),
        ("Apple heeft een omzet van $ 90 miljard gerapporteerd.", ["Apple > $ 90 miljard"]),
        ("Het bedrijf boekte een omzet van 17 miljard euro.", ["bedrijf > 17 miljard euro"]),
        ("De omzet van Philips steeg met 3 procent.", []),
        ("Philips betaalde 17 miljard euro.", []),
        ("De omzet groeit, zegt Philips.", []),
    ],
    "reportsProfit": [
        ("Philips maakte een winst van 1 miljard euro.", ["Philips > 1 miljard euro"]),
        ("De winst van Philips kwam uit op 1 miljard euro.", ["Philips > 1 miljard euro"]),
        ("De winst van Philips daalde tot 1 miljard euro.", ["Philips > 1 miljard euro"]),
        ("De kwartaalwinst van Philips bedroeg 200 miljoen euro.", ["Philips > 200 miljoen euro"]),
        ("ING behaalde een nettowinst van 4 miljard euro.", ["ING > 4 miljard euro"]),
        ("ING, dat een winst van 4 miljard euro boekte, groeit.", ["ING > 4 miljard euro"]),
        ("De winst per aandeel van Philips was 1,20 euro.", []),
        ("Philips maakte geen winst.", []),
        ("De winst van Philips daalde met 3 procent.", []),
        ("Philips won 3,2 procent.", []),
    ],
    "reportsLoss": [
        ("Philips leed een verlies van 300 miljoen euro.", ["Philips > 300 miljoen euro"]),
        ("Philips boekte een verlies van 300 miljoen euro.", ["Philips > 300 miljoen euro"]),
        ("Het verlies van Philips bedroeg 300 miljoen euro.", ["Philips > 300 miljoen euro"]),
        ("Philips kwam in de rode cijfers met een verlies van 300 miljoen euro.", ["Philips > 300 miljoen euro"]),
        (
            "Philips ging van een winst van 200 miljoen euro naar een verlies van 300 miljoen euro.",
            ["Philips > 300 miljoen euro"],
        ),
        ("Het nettoverlies van Uber kwam uit op 500 miljoen dollar.", ["Uber > 500 miljoen dollar"]),
        ("Uber rapporteerde een kwartaalverlies van 500 miljoen dollar.", ["Uber > 500 miljoen dollar"]),
        ("Uber, dat een verlies van 500 miljoen dollar leed, groeit.", ["Uber > 500 miljoen dollar"]),
        ("Philips verloor 3,2 procent.", []),
        ("Philips verloor een rechtszaak.", []),
        ("Uber leed geen verlies.", []),
    ],
    "cutsJobs": [
        ("Philips gaat 4.000 banen schrappen.", ["Philips > 4.000 (Planned)"]),
        ("Philips heeft 4.000 banen geschrapt.", ["Philips > 4.000"]),
        ("Door Philips worden 4.000 banen geschrapt.", ["Philips > 4.000"]),
        ("Philips ontslaat 4.000 medewerkers.", ["Philips > 4.000"]),
        ("Philips ontsloeg 4.000 medewerkers.", ["Philips > 4.000"]),
        ("Philips wil wereldwijd 4.000 arbeidsplaatsen schrappen.", ["Philips > 4.000 (Planned)"]),
        ("Philips zou 4.000 banen schrappen.", ["Philips > 4.000 (Alleged)"]),
        ("Philips moet 4.000 werknemers ontslaan.", ["Philips > 4.000 (Planned)"]),
        ("Philips schrapt vluchten.", []),
        ("Philips schrapt geen banen.", []),
        ("Philips schept 4.000 banen.", []),
        ("KLM schrapt 40 vluchten.", []),
        ("Philips ontsloeg de directeur.", []),
        ("ING heeft vorig jaar 3.000 banen geschrapt.", ["ING > 3.000"]),
        ("ING moet 3.000 banen schrappen.", ["ING > 3.000 (Planned)"]),
        ("Het bedrijf heeft 300 medewerkers ontslagen.", ["bedrijf > 300"]),
        ("ING kan 3.000 banen schrappen.", ["ING > 3.000 (Possible)"]),
        ("ING hoeft geen banen te schrappen.", []),
        ("ING verloor 3.000 klanten.", []),
    ],
    "employs": [
        ("Philips heeft 78.000 werknemers.", ["Philips > 78.000"]),
        ("Philips telt 78.000 medewerkers.", ["Philips > 78.000"]),
        ("Philips, dat 78.000 medewerkers telt, groeit.", ["Philips > 78.000"]),
        ("Philips had in 2010 nog 119.000 werknemers.", ["Philips > 119.000"]),
        ("Philips heeft 3 fabrieken.", []),
        ("Er waren 500 mensen op het feest van Philips.", []),
        ("Philips heeft veel werknemers.", []),
        ("Shell heeft 90.000 medewerkers.", ["Shell > 90.000"]),
        ("De fabriek heeft 500 werknemers.", ["fabriek > 500"]),
        ("Het bedrijf telt 300 werknemers.", ["bedrijf > 300"]),
        ("De gemeente heeft 300 inwoners.", []),
        ("Shell ontsloeg 300 werknemers.", []),
    ],
    "hasPrice": [
        ("De versie van 16 GB kost 199 dollar.", ["versie > 199 dollar"]),
        ("De iPad kost 499 euro.", ["iPad > 499 euro"]),
        ("De iPad gaat 499 euro kosten.", ["iPad > 499 euro (Planned)"]),
        ("De prijs van de iPad bedraagt 499 euro.", ["iPad > 499 euro"]),
        ("De iPad wordt verkocht voor 499 euro.", ["iPad > 499 euro"]),
        ("Apple verkoopt de iPad voor 499 euro.", ["iPad > 499 euro"]),
        ("De iPad, die 499 euro kost, komt in mei.", ["iPad > 499 euro"]),
        ("De adviesprijs van de iPad bedraagt 499 euro.", ["iPad > 499 euro"]),
        ("De telefoon kost 499 euro.", ["telefoon > 499 euro"]),
        ("De nieuwe telefoon van Samsung kost 899 euro.", ["telefoon > 899 euro"]),
        ("Apple brengt de iPad uit voor 499 euro.", ["iPad > 499 euro"]),
        ("De prijs van de iPad daalt van 499 naar 399 euro.", ["iPad > 399 euro"]),
        ("De iPad kost geen 499 euro.", ["iPad > 499 euro (Negated)"]),
        ("De iPad zou 499 euro kosten.", ["iPad > 499 euro (Alleged)"]),
        ("De reorganisatie kost Philips 100 miljoen euro.", []),
        ("De iPad kost veel geld.", []),
        ("De nieuwe console van Sony kost 500 euro.", ["console > 500 euro"]),
        ("Het toestel kost 299 dollar.", ["toestel > 299 dollar"]),
        ("De Galaxy S22 kost 849 euro.", ["Galaxy S22 > 849 euro"]),
        ("De Galaxy S22 zal 849 euro kosten.", ["Galaxy S22 > 849 euro (Planned)"]),
        ("Het kaartje kost 20 euro.", ["kaartje > 20 euro"]),
        ("Het boek wordt aangeboden voor 25 euro.", ["boek > 25 euro"]),
        ("De prijs van de Model 3 bedraagt 45.000 euro.", ["Model 3 > 45.000 euro"]),
        ("De telefoon wordt voor 499 euro verkocht.", ["telefoon > 499 euro"]),
        ("Het kost 3 miljoen euro om de brug te bouwen.", []),
    ],
    "unitsSold": [
        ("In de winkel zijn al 3 miljard nummers verkocht.", []),
        ("Er zijn 3 miljoen iPhones verkocht.", ["iPhones > 3 miljoen"]),
        ("Apple verkocht 20 miljoen iPhones.", ["Apple > 20 miljoen"]),
        ("Apple verkocht vorig kwartaal 20 miljoen iPhones.", ["Apple > 20 miljoen"]),
        ("Apple heeft al 20 miljoen iPhones verkocht.", ["Apple > 20 miljoen"]),
        ("Tesla leverde 300.000 auto's af.", ["Tesla > 300.000"]),
        ("Tesla leverde in het eerste kwartaal 310.000 auto's.", ["Tesla > 310.000"]),
        ("BMW verkocht 2,5 miljoen voertuigen in 2021.", ["BMW > 2,5 miljoen"]),
        ("Apple, dat 20 miljoen iPhones verkocht, groeit.", ["Apple > 20 miljoen"]),
        ("Apple wil 20 miljoen iPhones verkopen.", ["Apple > 20 miljoen (Planned)"]),
        ("Apple verkocht 5 procent meer iPhones.", []),
        ("Philips verkocht zijn lampentak.", []),
        ("Tesla produceerde 305.000 auto's.", []),
        ("Apple heeft wereldwijd 20 miljoen iPhones verkocht.", ["Apple > 20 miljoen"]),
        ("Airbus leverde vorig jaar 735 vliegtuigen af.", ["Airbus > 735"]),
        ("Netflix verkocht 3 miljoen dvd's.", ["Netflix > 3 miljoen"]),
        ("Het bedrijf verkocht 10.000 auto's.", ["bedrijf > 10.000"]),
        ("Spotify heeft 200 miljoen gebruikers.", []),
        ("Airbus bouwde 735 vliegtuigen.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize(
    ("text", "relation", "value", "unit"),
    [
        ("Philips zette 17 miljard euro om.", "reportsRevenue", 17_000_000_000, "EUR"),
        ("Apple heeft een omzet van $ 90 miljard gerapporteerd.", "reportsRevenue", 90_000_000_000, "USD"),
        ("Uber, dat een verlies van 500 miljoen dollar leed, groeit.", "reportsLoss", 500_000_000, "USD"),
        ("Philips telt 78.000 medewerkers.", "employs", 78_000, None),
        ("Apple verkocht 20 miljoen iPhones.", "unitsSold", 20_000_000, None),
        ("Het toestel kost 299 dollar.", "hasPrice", 299, "USD"),
    ],
)
def test_the_figure_has_a_value(reader: Reader, text: str, relation: str, value: int, unit: str | None) -> None:
    figure = reader.claim(text, relation).figure
    assert figure is not None
    assert (figure.value, figure.unit) == (value, unit)


def test_the_claim_points_at_the_amount(reader: Reader) -> None:
    text = "Groei. De omzet van Philips bedroeg 17 miljard euro."
    span = reader.claim(text, "reportsRevenue").object_span
    assert span is not None
    assert text[slice(*span)] == "17 miljard euro"
