"""Where an organisation or person is from, and where a place lies."""

import pytest
from reading import Reader, Stated, Table, cases

from kg.extract.claim import NAME, Mention

CASES: Table = {
    "basedIn": [
        ("Het Japanse Toyota roept auto's terug.", ["Toyota > Japanse"]),
        ("De Duitse autofabrikant BMW roept auto's terug.", ["BMW > Duitse"]),
        ("BMW is gevestigd in München.", ["BMW > München"]),
        ("BMW, gevestigd in München, groeit.", ["BMW > München"]),
        ("Het in München gevestigde BMW roept auto's terug.", ["BMW > München"]),
        ("Het hoofdkantoor van BMW in München is verbouwd.", ["BMW > München"]),
        ("BMW heeft zijn hoofdkantoor in München.", ["zijn > München"]),
        ("BMW uit München roept auto's terug.", ["BMW > München"]),
        ("Het Zweedse bedrijf Ericsson schrapt banen.", ["Ericsson > Zweedse"]),
        ("Ericsson, een Zweeds telecombedrijf, schrapt banen.", ["Ericsson > Zweeds"]),
        ("Ericsson is een Zweeds bedrijf.", ["Ericsson > Zweeds"]),
        ("Het Eindhovense ASML groeit.", ["ASML > Eindhovense"]),
        ("De Rotterdamse baggeraar Van Oord groeit.", ["Van Oord > Rotterdamse"]),
        ("ASML in Veldhoven groeit.", ["ASML > Veldhoven"]),
        ("ASML uit Veldhoven groeit.", ["ASML > Veldhoven"]),
        ("De Britse ondernemer Richard Branson verkoopt zijn eiland.", ["Richard Branson > Britse"]),
        (
            "De Spaanse bank Santander en de Franse bank BNP Paribas groeien.",
            ["BNP Paribas > Franse", "Santander > Spaanse"],
        ),
        ("Rivian, dat in Californië is gevestigd, bouwt auto's.", ["Rivian > Californië"]),
        ("De Nederlandse chipmachinefabrikant ASML groeit.", ["ASML > Nederlandse"]),
        ("Het Zuid-Koreaanse concern Samsung groeit.", ["Samsung > Zuid-Koreaanse"]),
        ("Het Amerikaanse leger koopt vliegtuigen.", []),
        ("De Japanse economie groeit.", []),
        ("Toyota verkocht in Japan meer auto's.", []),
        ("De Amerikaanse dollar steeg.", []),
        ("Toyota opent een fabriek in Polen.", []),
        ("De Franse president Emmanuel Macron bezoekt de fabriek.", []),
        ("De Chinese overheid sprak met Philips.", []),
        ("Het aandeel Philips daalde in Amsterdam.", []),
        ("Het Amerikaanse aandeel Tesla daalde.", []),
        ("Volgens het Amerikaanse Apple groeit de markt.", ["Apple > Amerikaanse"]),
        ("Het Britse persbureau Reuters groeit.", ["Reuters > Britse"]),
        ("Sony zit in Tokio.", []),
        ("De Duitse kanselier sprak met BMW.", []),
        ("De Duitse fabriek van Ford sluit.", []),
        ("Het Franse parlement stemde tegen.", []),
    ],
    "locatedIn": [
        ("De fabriek in Genk gaat dicht.", ["fabriek > Genk"]),
        ("Het hoofdkantoor staat in Veldhoven, Noord-Brabant.", ["Veldhoven > Noord-Brabant"]),
        ("Volvo heeft een fabriek in Gent.", ["fabriek > Gent"]),
        ("Ford groeit in Duitsland.", []),
        ("Parijs, Berlijn en Londen zijn grote steden.", []),
        ("De minister sprak in Brussel.", []),
        ("De beurs van Londen steeg.", []),
        ("Hij woont in Lyon in Frankrijk.", ["Lyon > Frankrijk"]),
        ("Het kantoor in Amsterdam is vol.", ["kantoor > Amsterdam"]),
        ("Frankrijk en Duitsland groeien.", []),
        ("Philips bouwt in Best een fabriek.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Het Eindhovense ASML groeit.", "NORP"),
        ("De Duitse autofabrikant BMW roept auto's terug.", "NORP"),
        ("ASML uit Veldhoven groeit.", "LOC"),
        ("BMW is gevestigd in München.", "LOC"),
    ],
)
def test_an_adjective_and_a_name_are_told_apart(reader: Reader, text: str, kind: str) -> None:
    place = reader.claim(text, "basedIn").object
    assert isinstance(place, Mention)
    assert (place.kind, place.type) == (NAME, kind)
