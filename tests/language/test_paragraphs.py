"""Paragraphs: lines, and hard-wrapped lines joined."""

import pytest

from kg.language.paragraphs import paragraphs

WRAPPED = (
    "De regering heeft vandaag besloten dat het minimumloon volgend jaar met\n"
    "vijf procent omhoog gaat. Dat heeft de minister van Sociale Zaken aan de\n"
    "Tweede Kamer geschreven in een brief die deze middag openbaar is gemaakt\n"
    "door het ministerie."
)
HEADLINES = (
    "Apple introduceert nieuwe, snellere iPhone op conferentie in Californië\n"
    "Aandelen stijgen internationaal door plan van de Amerikaanse overheid\n"
    "Recessie slaat toe in Japan na slechte cijfers over de uitvoer in mei"
)
CASES = [
    ("Een.\nTwee.\n\n \nDrie.", ["Een.", "Twee.", "Drie."]),
    (f"Kop\n\n{WRAPPED}\n\nSlot.", ["Kop", WRAPPED, "Slot."]),
    (WRAPPED.replace("\n", "\n  "), [WRAPPED.replace("\n", "\n  ")]),
    (HEADLINES, HEADLINES.split("\n")),
    ("een kort\ngedicht\nzonder punt", ["een kort", "gedicht", "zonder punt"]),
    (f"{'lang ' * 40}\nen nog meer.", ["lang " * 40, "en nog meer."]),
    (" \n\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_paragraphs(text, expected):
    assert [text[start:end] for start, end in paragraphs(text)] == expected
