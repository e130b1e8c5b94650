"""Who says what."""

import pytest
from reading import Reader, Stated, Table, cases

CASES: Table = {
    "says": [
        (
            "Heineken-topman Dolf van den Brink zei dat de bierprijs stijgt.",
            ["Dolf van den Brink > dat de bierprijs stijgt"],
        ),
        ('"De bierprijs stijgt", zei Dolf van den Brink.', ["Dolf van den Brink > De bierprijs stijgt"]),
        ('"De bierprijs stijgt," aldus Heineken.', ["Heineken > De bierprijs stijgt"]),
        ("De bierprijs stijgt, aldus Heineken.", ["Heineken > De bierprijs stijgt"]),
        ("Volgens Heineken stijgt de bierprijs.", ["Heineken > stijgt de bierprijs"]),
        ("De bierprijs stijgt volgens Heineken.", ["Heineken > De bierprijs stijgt"]),
        ("Heineken meldde woensdag een hogere omzet.", ["Heineken > een hogere omzet"]),
        ("Heineken kondigde een reorganisatie aan.", ["Heineken > een reorganisatie"]),
        ("Heineken ontkent dat de bierprijs stijgt.", ["Heineken > dat de bierprijs stijgt"]),
        ("Heineken bevestigt het bericht.", ["Heineken > het bericht"]),
        ("Dat meldt persbureau ANP.", ["ANP > Dat"]),
        ("Dolf van den Brink verwacht dat de bierprijs stijgt.", ["Dolf van den Brink > dat de bierprijs stijgt"]),
        ("De Telegraaf schrijft dat de bierprijs stijgt.", ["De Telegraaf > dat de bierprijs stijgt"]),
        ("Het bier wordt duurder, zegt Van den Brink.", ["Van den Brink > Het bier wordt duurder"]),
        ('"We zien kansen", vertelde Van den Brink aan de Volkskrant.', ["Van den Brink > We zien kansen"]),
        ("Analisten verwachten dat Heineken de prijs verhoogt.", ["Analisten > dat Heineken de prijs verhoogt"]),
        ("Volgens kenners stijgt de bierprijs.", ["kenners > stijgt de bierprijs"]),
        ("De Consumentenbond vindt dat de prijs te hoog is.", ["Consumentenbond > dat de prijs te hoog is"]),
        ("In een persbericht schrijft Heineken dat de prijs stijgt.", ["Heineken > dat de prijs stijgt"]),
        ("Ook Grolsch erkent dat de bierprijs stijgt.", ["Grolsch > dat de bierprijs stijgt"]),
        (
            "Grolsch en Bavaria melden dat de bierprijs stijgt.",
            ["Bavaria > dat de bierprijs stijgt", "Grolsch > dat de bierprijs stijgt"],
        ),
        ("Van den Brink, die zei dat de bierprijs stijgt, vertrekt.", ["Van den Brink > dat de bierprijs stijgt"]),
        (
            '"De prijs", zegt Van den Brink, "stijgt volgend jaar."',
            ['Van den Brink > De prijs", zegt Van den Brink, "stijgt volgend jaar'],
        ),
        ("Hij zei dat de bierprijs stijgt.", ["Hij > dat de bierprijs stijgt"]),
        ("De minister zei dat de bierprijs stijgt.", ["minister > dat de bierprijs stijgt"]),
        ("Hij zei niets over de prijs.", []),
        ("Heineken zei niet dat de bierprijs stijgt.", []),
        ("Er wordt gezegd dat de bierprijs stijgt.", []),
        ("Heineken stelt de prijs vast.", []),
        ("Heineken stelt caféhouders in staat om te betalen.", []),
        ("Heineken wilde niet reageren.", []),
        ("Volgens plan opent de fabriek in mei.", []),
        ("Het plan van Heineken werkt.", []),
        ("Van den Brink schrijft een boek.", []),
        ("Volgens analist Jos Versteeg zal de koers stijgen.", ["Jos Versteeg > zal de koers stijgen"]),
        ("Shell gaf toe dat er fouten zijn gemaakt.", ["Shell > dat er fouten zijn gemaakt"]),
        ('"Wij groeien", aldus topman Ben van Beurden van Shell.', ["Ben van Beurden > Wij groeien"]),
        (
            "Topman Ben van Beurden van Shell benadrukte dat er geen banen verdwijnen.",
            ["Ben van Beurden > dat er geen banen verdwijnen"],
        ),
        ("Shell belooft minder gas te verbranden.", ["Shell > minder gas te verbranden"]),
        ("Het persbureau Reuters bericht dat Shell groeit.", ["Reuters > dat Shell groeit"]),
        ("Shell maakte bekend dat de topman vertrekt.", ["Shell > dat de topman vertrekt"]),
        ("De topman gaf een verklaring.", ["topman > een verklaring"]),
        ("Shell voorspelt een strenge winter.", ["Shell > een strenge winter"]),
        ("Shell publiceerde een persbericht.", []),
        ("De vakbond eist hogere lonen.", ["vakbond > hogere lonen"]),
        ("De verklaring van Shell was kort.", []),
        ("Shell stelt een directeur aan.", []),
        ("Het gesprek met Shell duurde lang.", []),
    ],
}


@pytest.mark.parametrize(("relation", "text", "expected"), cases(CASES))
def test_what_a_sentence_states(stated: Stated, relation: str, text: str, expected: list[str]) -> None:
    assert stated(text, relation) == expected


@pytest.mark.parametrize("text", [text for _, text, stated in cases(CASES) if stated])
def test_the_content_is_a_stretch_of_the_text(reader: Reader, text: str) -> None:
    for claim in reader.claims(text, "says"):
        assert claim.object_span is not None
        assert text[slice(*claim.object_span)] == claim.object


def test_the_words_of_the_content_are_known(reader: Reader) -> None:
    text = "Jan Bos zegt dat Philips groeit."
    claim = reader.claim(text, "says")
    words = reader.extracted(text).annotated.sentences[0].words
    assert [words[i].text for i in sorted(claim.content)] == ["dat", "Philips", "groeit"]
