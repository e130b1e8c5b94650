"""What is put off and what is no longer made, in each language."""

import pytest
from in_language import stated_in
from reading import Reader

RELATIONS = ("delays", "haltsProduction")
SENTENCES = [
    ("nl", "Apple stelt de introductie van de iPad uit.", ["Apple delays iPad"]),
    ("nl", "Apple stelt de iPad uit tot mei.", ["Apple delays iPad"]),
    ("nl", "De lancering van de iPad is door Apple uitgesteld.", ["Apple delays iPad"]),
    ("nl", "Take-Two stelt Grand Theft Auto VI opnieuw uit.", ["Take-Two delays Grand Theft Auto VI"]),
    ("nl", "Apple stelt de iPad niet uit.", ["Apple delays iPad (Negated)"]),
    ("nl", "De wedstrijd is uitgesteld.", []),
    ("nl", "Toyota stopt met de productie van de Prius.", ["Toyota haltsProduction Prius"]),
    ("nl", "Toyota legt de productie in Wolfsburg stil.", ["Toyota haltsProduction Wolfsburg"]),
    ("nl", "Toyota legt de productie van de Prius stil.", ["Toyota haltsProduction Prius"]),
    ("nl", "Toyota legt de fabriek in Gent stil.", ["Toyota haltsProduction fabriek"]),
    ("nl", "Toyota stopt met roken.", []),
    ("nl", "Stella vraagt uitstel van betaling aan.", []),
    ("en", "Ford reported a 4 percent increase in sales.", []),
    ("en", "Apple delayed the iPad.", ["Apple delays iPad"]),
    ("en", "Apple has postponed the launch of the iPad until May.", ["Apple delays iPad"]),
    ("en", "The launch of the iPad was postponed by Apple.", ["Apple delays iPad"]),
    ("en", "Apple did not delay the iPad.", ["Apple delays iPad (Negated)"]),
    ("en", "The flight was delayed.", []),
    ("en", "Toyota halted production of the Prius.", ["Toyota haltsProduction Prius"]),
    ("en", "Ford suspended production at its plant in Flint.", ["Ford haltsProduction plant"]),
    ("en", "Google discontinued Google Reader.", ["Google haltsProduction Reader"]),
    ("en", "Ford halted the meeting.", []),
    ("de", "Apple verschiebt das iPad.", ["Apple delays iPad"]),
    ("de", "Apple verschiebt die Einführung des iPads auf Mai.", ["Apple delays iPads"]),
    ("de", "Die Einführung des iPad wurde von Apple verschoben.", ["Apple delays iPad"]),
    ("de", "Apple verschiebt das iPad nicht.", ["Apple delays iPad (Negated)"]),
    ("de", "Das Spiel wurde verschoben.", []),
    ("de", "Volkswagen stoppt die Produktion in Wolfsburg.", ["Volkswagen haltsProduction Wolfsburg"]),
    ("de", "Volkswagen stellt neue Mitarbeiter ein.", []),
    ("fr", "Toyota réduit sa production de 10 %.", []),
    ("fr", "Ubisoft reporte Assassin's Creed Shadows.", ["Ubisoft delays Assassin's Creed Shadows"]),
    ("fr", "Apple a reporté le lancement de l'iPad.", ["Apple delays iPad"]),
    ("fr", "Le lancement de l'iPad a été reporté par Apple.", ["Apple delays iPad"]),
    ("fr", "Apple n'a pas reporté l'iPad.", ["Apple delays iPad (Negated)"]),
    ("fr", "Le match a été reporté.", []),
    ("fr", "Toyota arrête la production de la Prius.", ["Toyota haltsProduction Prius"]),
    ("fr", "Renault suspend la réunion.", []),
]


@pytest.mark.parametrize(("language", "text", "stated"), SENTENCES)
def test_what_a_sentence_states(reader: Reader, language: str, text: str, stated: list[str]) -> None:
    assert stated_in(reader, language, text, RELATIONS) == stated
