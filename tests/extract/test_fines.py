"""Who fines whom, and who is convicted of what, in each language."""

import pytest
from in_language import stated_in
from reading import Reader

RELATIONS = ("fines", "convictedOf")
SENTENCES = [
    ("nl", "De Europese Commissie legde Intel een boete op van 1,06 miljard euro.", ["Europese Commissie fines Intel"]),
    ("nl", "De Europese Commissie legt Intel een boete van 1,06 miljard euro op.", ["Europese Commissie fines Intel"]),
    (
        "nl",
        "Intel kreeg een boete van 1,06 miljard euro van de Europese Commissie.",
        ["Europese Commissie fines Intel"],
    ),
    ("nl", "De Europese Commissie wil Google een boete opleggen.", ["Europese Commissie fines Google (Planned)"]),
    ("nl", "De boete van Intel is hoog.", []),
    ("nl", "Jan Jansen is veroordeeld wegens fraude.", ["Jan Jansen convictedOf fraude"]),
    ("nl", "De minister veroordeelde de aanslag.", []),
    ("nl", "De ABN AMRO heeft een boete van 2 miljoen euro gekregen van de AFM.", ["AFM fines ABN AMRO"]),
    ("en", "The European Commission fined Intel 1.06 billion euros.", ["European Commission fines Intel"]),
    ("en", "Intel was fined 1.06 billion euros by the European Commission.", ["European Commission fines Intel"]),
    (
        "en",
        "Delivery Hero was fined 329 million euros by the European Commission for running a cartel with Glovo.",
        ["European Commission fines Delivery Hero"],
    ),
    (
        "en",
        "The European Commission imposed a fine of 1.06 billion euros on Intel.",
        ["European Commission fines Intel"],
    ),
    ("en", "The European Commission may fine Google.", ["European Commission fines Google (Possible)"]),
    ("en", "Google is fine.", []),
    ("en", "Google paid a fine of 100 million euros to France.", ["France fines Google"]),
    ("en", "Jeffrey Skilling was convicted of fraud.", ["Jeffrey Skilling convictedOf fraud"]),
    ("en", "Jeffrey Skilling was acquitted of fraud.", []),
    (
        "de",
        "Die EU-Kommission verhängte gegen Intel eine Strafe von 1,06 Milliarden Euro.",
        ["EU-Kommission fines Intel"],
    ),
    (
        "de",
        "Die Europäische Kommission verhängte ein Bußgeld von 1,06 Milliarden Euro gegen Intel.",
        ["Europäische Kommission fines Intel"],
    ),
    (
        "de",
        "Der Europäische Gerichtshof in Luxemburg verdonnerte Google zu einer Milliardenstrafe.",
        ["Europäische Gerichtshof fines Google"],
    ),
    ("de", "Uli Hoeneß wurde wegen Steuerhinterziehung verurteilt.", ["Uli Hoeneß convictedOf Steuerhinterziehung"]),
    ("de", "Der Minister verurteilte den Anschlag.", []),
    (
        "fr",
        "La Commission européenne a infligé une amende de 1,06 milliard d'euros à Intel.",
        ["Commission européenne fines Intel"],
    ),
    (
        "fr",
        "Intel a été condamné à une amende de 1,06 milliard d'euros par la Commission européenne.",
        ["Commission européenne fines Intel"],
    ),
    (
        "fr",
        "La Commission européenne pourrait infliger une amende à Google.",
        ["Commission européenne fines Google (Possible)"],
    ),
    ("fr", "Nicolas Sarkozy a été condamné pour corruption.", ["Nicolas Sarkozy convictedOf corruption"]),
    ("fr", "Le ministre a condamné l'attentat.", []),
]


@pytest.mark.parametrize(("language", "text", "stated"), SENTENCES)
def test_what_a_sentence_states(reader: Reader, language: str, text: str, stated: list[str]) -> None:
    assert stated_in(reader, language, text, RELATIONS) == stated
