"""How sales and production grow and shrink, in each language."""

import pytest
from in_language import stated_in
from reading import Reader

RELATIONS = ("salesChange", "productionChange", "priceChange")
SENTENCES = [
    ("nl", "De verkoop van Opel daalde met 12 procent.", ["Opel salesChange -12 procent"]),
    ("nl", "Opel zag de verkoop met 12 procent dalen.", ["Opel salesChange -12 procent"]),
    ("nl", "De omzet van Philips steeg met 3 procent.", ["Philips salesChange +3 procent"]),
    ("nl", "De verkoop van de iPhone steeg vorig jaar met 9 procent.", ["iPhone salesChange +9 procent"]),
    ("nl", "De afzet van BMW lag 5 procent lager.", ["BMW salesChange -5 procent"]),
    ("nl", "Philips meldde een omzetgroei van 4 procent.", ["Philips salesChange +4 procent"]),
    ("nl", "De verkoop van Audi groeide met 7 procent.", ["Audi salesChange +7 procent"]),
    ("nl", "De prijs van de iPhone steeg met 9 procent.", ["iPhone priceChange +9 procent"]),
    ("nl", "De kosten van Philips stegen met 3 procent.", []),
    ("nl", "De omzet in China daalde met 5 procent.", []),
    ("nl", "Toyota verlaagt de productie met 10 procent.", ["Toyota productionChange -10 procent"]),
    ("nl", "De productie van Tesla daalde met 8 procent.", ["Tesla productionChange -8 procent"]),
    ("nl", "Toyota schroeft de productie met 10 procent terug.", ["Toyota productionChange -10 procent"]),
    ("nl", "Toyota wil de productie met 10 procent verhogen.", ["Toyota productionChange +10 procent (Planned)"]),
    ("nl", "Toyota verlaagt de kosten met 10 procent.", []),
    ("nl", "Apple stelt de introductie van de iPad uit.", []),
    ("nl", "Toyota stopt met de productie van de Prius.", []),
    ("nl", "Toyota legt de productie in Wolfsburg stil.", []),
    ("nl", "Toyota legt de productie van de Prius stil.", []),
    ("en", "Opel sales fell 12 percent.", ["Opel salesChange -12 percent"]),
    ("en", "Apple's sales rose 5 percent in 2012.", ["Apple salesChange +5 percent"]),
    ("en", "Ford reported a 4 percent increase in sales.", ["Ford salesChange +4 percent"]),
    ("en", "iPhone sales dropped 3%.", ["iPhone salesChange -3%"]),
    ("en", "Ford said that its revenue grew 10 percent.", ["its salesChange +10 percent"]),
    ("en", "Shares of Ford fell 3 percent.", ["Ford priceChange -3 percent"]),
    ("en", "Apple's costs rose 5 percent.", []),
    ("en", "Retail sales fell 0.3 percent in the United States.", []),
    ("en", "Toyota cut production by 10 percent.", ["Toyota productionChange -10 percent"]),
    ("en", "Toyota will cut production by 10 percent.", ["Toyota productionChange -10 percent (Planned)"]),
    ("en", "Tesla's production rose 8 percent.", ["Tesla productionChange +8 percent"]),
    ("en", "Toyota cut costs by 10 percent.", []),
    ("en", "Toyota halted production of the Prius.", []),
    ("en", "Ford suspended production at its plant in Flint.", []),
    ("en", "Toyota to cut production by 10 percent", ["Toyota productionChange -10 percent (Planned)"]),
    ("en", "Toyota cuts production to 10,000 cars.", []),
    ("en", "Profit of Ford rose 5 percent.", []),
    ("de", "Der Absatz von Opel sank um 12 Prozent.", ["Opel salesChange -12 Prozent"]),
    ("de", "Der Umsatz von Siemens stieg um 3 Prozent.", ["Siemens salesChange +3 Prozent"]),
    ("de", "Opel steigerte den Absatz um 5 Prozent.", ["Opel salesChange +5 Prozent"]),
    ("de", "Der Umsatz der Deutschen Bank sank um 3 Prozent.", ["Deutschen Bank salesChange -3 Prozent"]),
    ("de", "SAP meldete ein Umsatzwachstum von 8 Prozent.", ["SAP salesChange +8 Prozent"]),
    ("de", "Die Aktie von Siemens stieg um 3 Prozent.", ["Siemens priceChange +3 Prozent"]),
    ("de", "Die Kosten von Siemens stiegen um 3 Prozent.", []),
    ("de", "Toyota senkt die Produktion um 10 Prozent.", ["Toyota productionChange -10 Prozent"]),
    ("de", "Toyota will die Produktion um 10 Prozent drosseln.", ["Toyota productionChange -10 Prozent (Planned)"]),
    ("de", "Die Produktion von Tesla stieg um 8 Prozent.", ["Tesla productionChange +8 Prozent"]),
    ("de", "Volkswagen stoppt die Produktion in Wolfsburg.", []),
    ("fr", "Les ventes de Renault ont baissé de 12 %.", ["Renault salesChange -12 %"]),
    ("fr", "Renault a vu ses ventes reculer de 5 %.", ["ses salesChange -5 %"]),
    ("fr", "Danone annonce une hausse de ses ventes de 4 %.", ["ses salesChange +4 %"]),
    ("fr", "L'action de Danone a progressé de 3 %.", ["Danone priceChange +3 %"]),
    ("fr", "Les coûts de Danone ont progressé de 3 %.", []),
    ("fr", "Toyota réduit sa production de 10 %.", ["sa productionChange -10 %"]),
    ("fr", "La production de Tesla a augmenté de 8 %.", ["Tesla productionChange +8 %"]),
    ("fr", "Toyota arrête la production de la Prius.", []),
]


@pytest.mark.parametrize(("language", "text", "stated"), SENTENCES)
def test_what_a_sentence_states(reader: Reader, language: str, text: str, stated: list[str]) -> None:
    assert stated_in(reader, language, text, RELATIONS) == stated
