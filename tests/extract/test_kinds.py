"""What a named thing is said to be."""

import pytest
from reading import Reader, Stated, Table, cases

CASES: Table = {
    "isA": [
        ("De Duitse autofabrikant BMW groeit.", ["BMW > autofabrikant"]),
        ("Ericsson, een Zweeds telecombedrijf, schrapt banen.", ["Ericsson > telecombedrijf"]),
        ("Ericsson is een Zweeds bedrijf.", ["Ericsson > bedrijf"]),
        ("Volgens persbureau Reuters steeg de index.", ["Reuters > persbureau"]),
        ("Dat zegt analist Jos Versteeg.", ["Jos Versteeg > analist"]),
        ("Gisteren dreigde de vakbond FNV met staking.", ["FNV > vakbond"]),
        ("De vakbonden FNV en CNV dreigen met staking.", ["CNV > vakbond", "FNV > vakbond"]),
        ("De iPad, een tablet, kost 499 euro.", ["iPad > tablet"]),
        ("Android is een besturingssysteem.", ["Android > besturingssysteem"]),
        ("Spotify is geen bank.", ["Spotify > bank (Negated)"]),
        ("Grote banken zoals ING en ABN Amro verhogen de rente.", ["ABN Amro > bank", "ING > bank"]),
        ("Fabrikanten als Sony en Philips verliezen terrein.", ["Philips > fabrikant", "Sony > fabrikant"]),
        (
            "Ook verzekeraars, waaronder Aegon en Allianz, verloren terrein.",
            ["Aegon > verzekeraar", "Allianz > verzekeraar"],
        ),
        ("De FTSE-index steeg.", ["FTSE > index"]),
        ("De Nasdaq-index steeg.", ["Nasdaq > index"]),
        ("De Amerikaanse softwaremaker Oracle groeit.", ["Oracle > softwaremaker"]),
        ("KLM is een luchtvaartmaatschappij.", ["KLM > luchtvaartmaatschappij"]),
        ("Netflix is de grootste videodienst.", ["Netflix > videodienst"]),
        ("Volgens econoom Marieke Blom krimpt de economie.", ["Marieke Blom > econoom"]),
        ("De econoom Marieke Blom van ING waarschuwt.", ["Marieke Blom > econoom"]),
        ("De CEO van Philips, Roy Jakobs, kreeg een bonus.", []),
        ("De Franse president Emmanuel Macron bezoekt de fabriek.", []),
        ("Het aandeel Philips steeg.", []),
        ("De heer Bos spreekt.", []),
        ("De winkel van Ikea is verbouwd.", []),
        ("Philips bouwt een fabriek.", []),
        ("De rivaal van Apple groeit.", []),
        ("De tekst van Bos is mooi.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


def test_the_claim_points_at_the_noun(reader: Reader) -> None:
    text = "Grote banken zoals ING en ABN Amro verhogen de rente."
    spans = [c.object_span for c in reader.claims(text, "isA")]
    assert [span and text[slice(*span)] for span in spans] == ["banken", "banken"]
