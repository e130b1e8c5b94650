"""What amounts hang on, and whose they are."""

from decimal import Decimal

import pytest
from reading import Reader

from kg.extract.claim import Figure
from kg.extract.measures import figure_of, measures
from kg.language.amounts import Amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De AEX daalde met 1,6 procent.", [("1,6 procent", "daalde", "met")]),
        (
            "De AEX daalde met 12,3 punten of 1,6 procent.",
            [("12,3 punten", "daalde", "met"), ("1,6 procent", "daalde", "met")],
        ),
        ("Philips boekte een omzet van 17 miljard euro.", [("17 miljard euro", "omzet", "van")]),
        ("Philips telt 78.000 medewerkers.", [("78.000", "medewerkers", "")]),
        ("De iPad kost 499 euro.", [("499 euro", "kost", "")]),
        ("Philips groeit.", []),
    ],
)
def test_what_an_amount_hangs_on(reader: Reader, text: str, expected: list[tuple[str, str, str]]) -> None:
    passage = reader.passage(text)
    found = [(m.amount.text, passage.tree[m.above].text, m.preposition) for m in measures(passage)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "value", "sign", "expected"),
    [
        ("3 %", "3", 0, Figure("3 %", Decimal(3), "%")),
        ("3 %", "3", 1, Figure("+3 %", Decimal(3), "%")),
        ("3 %", "3", -1, Figure("-3 %", Decimal(-3), "%")),
        ("-3 %", "-3", -1, Figure("-3 %", Decimal(-3), "%")),
        ("– 3 %", "-3", -1, Figure("-3 %", Decimal(-3), "%")),
        ("10-15 %", None, -1, Figure("10-15 %", None, "%")),
    ],
)
def test_a_figure_has_the_sign_of_its_direction(text: str, value: str | None, sign: int, expected: Figure) -> None:
    amount = Amount(0, len(text), text, Decimal(value) if value else None, "%", approximate=False)
    assert figure_of(amount, sign) == expected
