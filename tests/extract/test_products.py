"""Whose product a named product is."""

import pytest
from reading import Reader, Stated, Table, cases

CASES: Table = {
    "produces": [
        ("Apple's iPhone is al jaren populair.", ["Apple > iPhone"]),
        ("De Galaxy van Samsung verkoopt goed.", ["Samsung > Galaxy"]),
        ("De Kindle van Amazon is een succes.", ["Amazon > Kindle"]),
        ("De PlayStation van Sony is uitverkocht.", ["Sony > PlayStation"]),
        ("Het spel draait op de Xbox van Microsoft.", ["Microsoft > Xbox"]),
        ("Critici zijn lovend over de nieuwe iPad van Apple.", ["Apple > iPad"]),
        ("De Corolla van Toyota is zuinig.", ["Toyota > Corolla"]),
        ("Windows Phone van Microsoft flopte.", ["Microsoft > Windows Phone"]),
        ("De koper van de iPhone is tevreden.", []),
        ("De prijs van de iPhone daalt.", []),
        ("De iPhone van zijn zus is stuk.", []),
        ("De directeur van Apple is tevreden.", []),
        ("De iPhone van 2007 was een succes.", []),
        ("De fabriek van Philips groeit.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize(("relation", "text", "expected"), [case for case in cases(CASES) if case[2]])
def test_the_extractor_finds_it_without_a_verb(reader: Reader, relation: str, text: str, expected: list[str]) -> None:
    assert {claim.extractor for claim in reader.claims(text, relation)} == {"products"}
