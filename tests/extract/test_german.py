"""German by the same extractors: the sample article in German, and short sentences with all their claims."""

from pathlib import Path

import pytest
from in_language import Row, Sentences, claims_of, rows
from reading import Reader

import kg
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.graph import Graph
from kg.resources import SHIPPED

SAMPLE = Path(__file__).parent / "data" / "xiaomi-ev.de.txt"
STATED: set[Row] = {
    ("Xiaomi", "basedIn", "China", "Asserted", None, None, None),
    ("Xiaomi", "isA", "Smartphone-Hersteller", "Asserted", None, None, None),
    ("Xiaomi", "produces", "Autos", "Planned", None, "2024-01/2024-06", None),
    ("Lei Jun", "ceoOf", "Xiaomi", "Asserted", None, None, None),
    ("Lei Jun", "says", "diese Erklärung", "Alleged", None, None, None),
    ("Reuters", "isA", "Nachrichtenagentur", "Asserted", None, None, None),
    (
        "Reuters",
        "says",
        "Frühere Berichte lokaler Medien wurden später vom Unternehmen bestätigt",
        "Asserted",
        None,
        None,
        None,
    ),
    ("Xiaomi", "says", "Frühere Berichte lokaler Medien", "Asserted", "Reuters", None, None),
    ("Zang Ziyuan", "executiveOf", "Xiaomi", "Asserted", None, None, None),
    ("Zang Ziyuan", "says", "die Nachricht", "Asserted", None, None, None),
    (
        "Xiaomi",
        "says",
        "dass es in den Markt für Elektrofahrzeuge einsteigt",
        "Asserted",
        None,
        "2021-04~",
        None,
    ),
    ("Xiaomi", "launches", "Elektroauto", "Planned", None, "2023/..", None),
    ("Xiaomi", "investsIn", "Elektroauto-Sparte", "Asserted", "Xiaomi", "2021-10/2031-10", "10 Milliarden"),
    ("EV-Sparte", "subsidiaryOf", "Xiaomi", "Asserted", None, None, None),
    ("Xiaomi", "priceChange", "+5,4 Prozent", "Asserted", None, None, None),
}
SENTENCES: Sentences = [
    ("VW-Chef Oliver Blume sprach am Montag in Wolfsburg.", ["Oliver Blume ceoOf VW"]),
    ("Der frühere Siemens-Chef Peter Löscher wohnt in München.", ["Peter Löscher ceoOf Siemens (Ended)"]),
    ("Die Vorstandsvorsitzende von General Motors, Mary Barra, trat zurück.", ["Mary Barra ceoOf General Motors"]),
    ("Siemens' Chef Roland Busch reiste nach China.", ["Roland Busch ceoOf Siemens"]),
    ("Carsten Spohr soll neuer Chef von Lufthansa werden.", ["Carsten Spohr ceoOf Lufthansa (Planned)"]),
    ("Paul Achleitner, Aufsichtsratschef der Deutschen Bank, trat zurück.", ["Paul Achleitner chairOf Deutschen Bank"]),
    ("Arno Antlitz, Finanzvorstand von Volkswagen, trat zurück.", ["Arno Antlitz executiveOf Volkswagen"]),
    ("Siemens-Sprecherin Anna Weber lehnte einen Kommentar ab.", ["Anna Weber spokespersonOf Siemens"]),
    ("Jeff Bezos gründete Amazon im Jahr 1994.", ["Jeff Bezos founderOf Amazon"]),
    (
        "Der französische Präsident Emmanuel Macron reiste nach Berlin.",
        ["Emmanuel Macron officeHolderOf französische"],
    ),
    ("Norwegen gehört der Nato an.", ["Norwegen memberOf Nato"]),
    (
        "Robert Halver, Analyst bei der Baader Bank, rechnet mit einer Erholung.",
        ["Robert Halver isA Analyst", "Robert Halver worksFor Baader Bank"],
    ),
    (
        "Oracle will den Softwarehersteller Sun Microsystems übernehmen.",
        ["Oracle acquires Sun Microsystems (Planned)", "Sun Microsystems isA Softwarehersteller"],
    ),
    ("Die Übernahme von Monsanto durch Bayer ist abgeschlossen.", ["Bayer acquires Monsanto"]),
    ("Bayer übernimmt Monsanto für 63 Milliarden Dollar.", ["Bayer acquires Monsanto"]),
    ("Skype wurde 2011 von Microsoft gekauft.", ["Microsoft acquires Skype"]),
    (
        "Adidas, das 2005 Reebok gekauft hatte, sitzt in Herzogenaurach.",
        ["Adidas acquires Reebok", "Adidas basedIn Herzogenaurach"],
    ),
    ("Kraft soll Cadbury gekauft haben.", ["Kraft acquires Cadbury (Alleged)"]),
    (
        "Kraft dementierte, dass es Cadbury kaufen will.",
        ["Kraft says dass es Cadbury kaufen will", "es acquires Cadbury (Negated)"],
    ),
    ("Kraft hat Cadbury nicht übernommen.", ["Kraft acquires Cadbury (Negated)"]),
    ("Seat ist eine Tochter von Volkswagen.", ["Seat subsidiaryOf Volkswagen"]),
    ("BlackRock hält 5 Prozent an Vonovia.", ["BlackRock ownsStakeIn Vonovia"]),
    (
        "YouTube-Eigentümer Google hat seinen Sitz in Kalifornien.",
        ["Google ownsStakeIn YouTube", "seinen basedIn Kalifornien"],
    ),
    ("Die Deutsche Börse fusioniert mit Euronext.", ["Deutsche Börse mergesWith Euronext"]),
    ("Fiat und Chrysler wollen fusionieren.", ["Fiat mergesWith Chrysler (Planned)"]),
    ("Daimler arbeitet seit 2010 mit Renault zusammen.", ["Daimler partnersWith Renault"]),
    ("Airbus konkurriert mit Boeing.", ["Airbus competesWith Boeing"]),
    (
        "Intel investiert 17 Milliarden Euro in ein Werk in Magdeburg.",
        ["Intel investsIn Werk", "Werk locatedIn Magdeburg"],
    ),
    ("Die Europäische Union unterstützt die Ukraine mit 50 Milliarden Euro.", ["Europäische Union funds Ukraine"]),
    ("Ryanair bestellte 75 Flugzeuge bei Boeing.", ["Ryanair ordersFrom Boeing"]),
    ("Apple hat in Kalifornien Klage gegen Samsung eingereicht.", ["Apple sues Samsung"]),
    ("Samsung wurde von Apple verklagt.", ["Apple sues Samsung"]),
    ("Volkswagen baut Batterien in Salzgitter.", ["Volkswagen produces Batterien"]),
    ("Samsung stellte in Berlin das Galaxy S9 vor.", ["Samsung launches Galaxy S9"]),
    ("Apple bringt das iPhone 15 auf den Markt.", ["Apple launches iPhone 15"]),
    ("Ford will sein Werk in Saarlouis schließen.", ["Ford closes Werk (Planned)", "Werk locatedIn Saarlouis"]),
    (
        "Die Fluggesellschaft Air Berlin hat Insolvenz angemeldet.",
        ["Air Berlin filesForBankruptcy", "Air Berlin isA Fluggesellschaft"],
    ),
    (
        "Der in Walldorf ansässige Softwarekonzern SAP streicht 3000 Stellen.",
        ["SAP basedIn Walldorf", "SAP cutsJobs 3000", "SAP isA Softwarekonzern"],
    ),
    (
        "Der Autobauer Opel mit Sitz in Rüsselsheim, Hessen, beschäftigt 20.000 Mitarbeiter.",
        ["Opel basedIn Rüsselsheim", "Opel employs 20.000", "Opel isA Autobauer", "Rüsselsheim locatedIn Hessen"],
    ),
    (
        "Der US-Konzern Dell verkaufte 21 Millionen Computer.",
        ["Dell basedIn US", "Dell isA Konzern", "Dell unitsSold 21 Millionen"],
    ),
    ("Die Aktie von Peugeot fiel um 3 Prozent.", ["Peugeot priceChange -3 Prozent"]),
    ("Die BASF-Aktie legte 2,3 % zu.", ["BASF priceChange +2,3 %"]),
    (
        "Der Dax stieg um 1,5 Prozent auf 13.432,10 Punkte.",
        ["Dax priceChange +1,5 Prozent", "Dax priceLevel 13.432,10 Punkte"],
    ),
    (
        "In Tokio schloss der Nikkei 2 Prozent tiefer bei 10.123 Punkten.",
        ["Nikkei priceChange -2 Prozent", "Nikkei priceLevel 10.123 Punkten"],
    ),
    (
        "Der Dow Jones verlor 3,2 Prozent, der Nasdaq 2,1 Prozent.",
        ["Dow Jones priceChange -3,2 Prozent", "Nasdaq priceChange -2,1 Prozent"],
    ),
    ("Siemens erzielte 2012 einen Umsatz von 78 Milliarden Euro.", ["Siemens reportsRevenue 78 Milliarden Euro"]),
    (
        "Der Gewinn von Danone stieg um 12 Prozent auf 1,9 Milliarden Euro.",
        ["Danone reportsProfit 1,9 Milliarden Euro"],
    ),
    (
        "Vodafone meldete einen Verlust von 2,2 Mrd. Euro.",
        ["Vodafone reportsLoss 2,2 Mrd. Euro", "Vodafone says einen Verlust von 2,2 Mrd. Euro"],
    ),
    ("Das neue iPad kostet 499 Euro.", ["iPad hasPrice 499 Euro"]),
    ("„Wir sind zufrieden“, sagte Tim Cook.", ["Tim Cook says Wir sind zufrieden"]),
    (
        "Laut Reuters prüft Siemens die Übernahme von Atos.",
        ["Reuters says prüft Siemens die Übernahme von Atos", "Siemens acquires Atos (Possible)"],
    ),
    ("Der Volkswagen-Konzern übernimmt Navistar.", ["Volkswagen acquires Navistar", "Volkswagen isA Konzern"]),
    (
        "Google-Mutter Alphabet entlässt 12.000 Mitarbeiter.",
        ["Alphabet cutsJobs 12.000", "Alphabet ownsStakeIn Google"],
    ),
    ("Neuer Chef von Adidas wird Bjørn Gulden.", ["Bjørn Gulden ceoOf Adidas (Planned)"]),
    ("Elon Musk, Chef des Autobauers Tesla, reiste nach Berlin.", ["Elon Musk ceoOf Tesla", "Tesla isA Autobauer"]),
    ("Siemens verkauft Osram an AMS.", ["AMS acquires Osram"]),
    ("Bayer übernimmt Monsanto", ["Bayer acquires Monsanto"]),
    ("Analysten fragten, ob Philips Lumileds kaufen wird.", []),
    ("Der Umsatz stieg um 3 Prozent.", []),
    ("Toyota überholte Honda im vergangenen Jahr.", []),
    ("Der Minister übernahm die Leitung der Sitzung.", []),
    ("Samsung machte einen Fehler.", []),
]


@pytest.fixture(scope="module")
def german() -> Lexicon:
    return load_lexicon("de", SHIPPED)


@pytest.fixture(scope="module")
def sample_in_german() -> Graph:
    return kg.build(SAMPLE)


@pytest.mark.parametrize(("text", "stated"), SENTENCES)
def test_a_sentence_gives_just_these_claims(reader: Reader, german: Lexicon, text: str, stated: list[str]) -> None:
    assert claims_of(reader, german, text) == stated


def test_the_sample_article_states_in_german_what_it_states_in_dutch(sample_in_german: Graph) -> None:
    assert rows(sample_in_german, "de") == sorted(STATED, key=str)
