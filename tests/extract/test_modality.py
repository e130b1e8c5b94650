"""How sure the text is of a claim."""

import pytest
from reading import Stated, Table, cases

CASES: Table = {
    "acquires": [
        ("Microsoft heeft GitHub overgenomen.", ["Microsoft > GitHub"]),
        ("Microsoft wil GitHub overnemen.", ["Microsoft > GitHub (Planned)"]),
        ("Microsoft zal GitHub overnemen.", ["Microsoft > GitHub (Planned)"]),
        ("Microsoft gaat GitHub overnemen.", ["Microsoft > GitHub (Planned)"]),
        ("Microsoft moet GitHub overnemen.", ["Microsoft > GitHub (Planned)"]),
        ("Microsoft, dat GitHub wil overnemen, groeit.", ["Microsoft > GitHub (Planned)"]),
        ("De aanstaande overname van GitHub door Microsoft is omstreden.", ["Microsoft > GitHub (Planned)"]),
        ("Microsoft kan GitHub overnemen.", ["Microsoft > GitHub (Possible)"]),
        ("Microsoft mag GitHub overnemen.", ["Microsoft > GitHub (Possible)"]),
        ("Microsoft neemt mogelijk GitHub over.", ["Microsoft > GitHub (Possible)"]),
        ("Microsoft neemt GitHub misschien over.", ["Microsoft > GitHub (Possible)"]),
        ("Microsoft neemt wellicht GitHub over.", ["Microsoft > GitHub (Possible)"]),
        ("Microsoft neemt GitHub waarschijnlijk over.", ["Microsoft > GitHub (Possible)"]),
        ("De mogelijke overname van GitHub door Microsoft is omstreden.", ["Microsoft > GitHub (Possible)"]),
        ("Microsoft zou GitHub hebben overgenomen.", ["Microsoft > GitHub (Alleged)"]),
        ("Microsoft zou GitHub willen overnemen.", ["Microsoft > GitHub (Alleged)"]),
        ("Microsoft neemt GitHub naar verluidt over.", ["Microsoft > GitHub (Alleged)"]),
        ("Naar verluidt neemt Microsoft het bedrijf GitHub over.", ["Microsoft > GitHub (Alleged)"]),
        ("Het gerucht dat Microsoft het bedrijf GitHub overneemt, is hardnekkig.", ["Microsoft > GitHub (Alleged)"]),
        ("De vermeende overname van GitHub door Microsoft is omstreden.", ["Microsoft > GitHub (Alleged)"]),
        ("Microsoft nam GitHub niet over.", ["Microsoft > GitHub (Negated)"]),
        ("Microsoft heeft GitHub nooit overgenomen.", ["Microsoft > GitHub (Negated)"]),
        ("Microsoft heeft GitHub nog niet overgenomen.", ["Microsoft > GitHub (Negated)"]),
        ("Microsoft zal GitHub niet overnemen.", ["Microsoft > GitHub (Negated)"]),
        ("Microsoft wil GitHub niet langer overnemen.", ["Microsoft > GitHub (Ended)"]),
    ],
    "partnersWith": [
        ("Philips werkt niet langer samen met Amazon.", ["Philips > Amazon (Ended)"]),
        ("Philips werkt niet meer samen met Amazon.", ["Philips > Amazon (Ended)"]),
        ("Philips werkt waarschijnlijk samen met Amazon.", ["Philips > Amazon (Possible)"]),
    ],
    "ceoOf": [
        ("Nissan-topman Carlos Ghosn ontkent alles.", ["Carlos Ghosn > Nissan"]),
        ("Voormalig Nissan-topman Carlos Ghosn ontkent alles.", ["Carlos Ghosn > Nissan (Ended)"]),
        ("Carlos Ghosn, voormalig topman van Nissan, vluchtte.", ["Carlos Ghosn > Nissan (Ended)"]),
        ("De vroegere topman van Nissan, Carlos Ghosn, vluchtte.", ["Carlos Ghosn > Nissan (Ended)"]),
        ("De toenmalige topman van Nissan, Carlos Ghosn, vluchtte.", ["Carlos Ghosn > Nissan (Ended)"]),
        ("De aanstaande topman van Renault, Luca de Meo, is Italiaan.", ["Luca de Meo > Renault (Planned)"]),
        ("Carlos Ghosn wordt mogelijk topman van Renault.", ["Carlos Ghosn > Renault (Possible)"]),
        ("Carlos Ghosn is geen topman van Nissan.", ["Carlos Ghosn > Nissan (Negated)"]),
    ],
    "produces": [
        ("Intel is begonnen chips te produceren.", ["Intel > chips"]),
        ("Intel mikt op 2026 om chips te produceren.", ["Intel > chips (Planned)"]),
        ("Intel overweegt chips te produceren.", ["Intel > chips (Planned)"]),
        ("Intel heeft besloten chips te produceren.", ["Intel > chips (Planned)"]),
        ("Intel hoopt in 2026 chips te produceren.", ["Intel > chips (Planned)"]),
        ("Intel produceert binnenkort chips.", ["Intel > chips (Planned)"]),
        ("Intel gaat mogelijk chips produceren.", ["Intel > chips (Possible)"]),
        ("Intel beweert chips te produceren.", ["Intel > chips (Alleged)"]),
        ("Intel lijkt chips te produceren.", ["Intel > chips (Alleged)"]),
        ("Intel ontkent chips te produceren.", ["Intel > chips (Negated)"]),
        ("Intel kan geen chips produceren.", ["Intel > chips (Negated)"]),
        ("Intel heeft nooit chips geproduceerd.", ["Intel > chips (Negated)"]),
    ],
    "closes": [
        ("Reuters ontkent dat Philips een fabriek sluit.", ["Philips > fabriek (Negated)"]),
        ("Ford overweegt de fabriek in Genk te sluiten.", ["Ford > fabriek (Planned)"]),
    ],
}
ASKED = [
    ("acquires", "Microsoft onderzoekt of het GitHub kan overnemen."),
    ("acquires", "Microsoft vraagt zich af of Apple GitHub overneemt."),
    ("produces", "Intel weet niet of het chips kan produceren."),
    ("produces", "Niemand produceert chips."),
]


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_modality(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize(("relation", "text"), ASKED)
def test_what_is_only_asked_is_no_claim(stated: Stated, relation: str, text: str) -> None:
    assert stated(text, relation) == []


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Intel wil chips produceren en sluit een fabriek.", "produces", ["Intel > chips (Planned)"]),
        ("Intel produceert chips, maar Apple wil een fabriek sluiten.", "produces", ["Intel > chips"]),
        ("Intel produceert chips, maar Apple wil een fabriek sluiten.", "closes", ["Apple > fabriek (Planned)"]),
        ("Philips-topman Roy Jakobs wil niet reageren.", "ceoOf", ["Roy Jakobs > Philips"]),
    ],
)
def test_a_modality_stays_in_its_clause(stated: Stated, text: str, relation: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


def test_what_is_not_said_is_no_report(stated: Stated) -> None:
    assert stated("Heineken zei dat de bierprijs stijgt.", "says") == ["Heineken > dat de bierprijs stijgt"]
    assert stated("Heineken zei niet dat de bierprijs stijgt.", "says") == []
