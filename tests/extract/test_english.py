"""English by the same extractors: the sample article in English, and short sentences with all their claims."""

from pathlib import Path

import pytest
from in_language import claims_of, rows
from reading import Reader

import kg
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.graph import Graph
from kg.resources import SHIPPED

SAMPLE = Path(__file__).parent / "data" / "xiaomi-ev.en.txt"
STATED = {
    ("Xiaomi", "basedIn", "China", "Asserted", None, None, None),
    ("Xiaomi", "isA", "smartphone maker", "Asserted", None, None, None),
    ("Xiaomi", "produces", "cars", "Planned", None, "2024-01/2024-06", None),
    ("Lei Jun", "ceoOf", "Xiaomi", "Asserted", None, None, None),
    ("Lei Jun", "says", "that statement", "Alleged", None, None, None),
    ("Reuters", "isA", "news agency", "Asserted", None, None, None),
    (
        "Reuters",
        "says",
        "Earlier reports by local media were later confirmed by the company",
        "Asserted",
        None,
        None,
        None,
    ),
    ("Xiaomi", "says", "Earlier reports by local media", "Asserted", "Reuters", None, None),
    ("Zang Ziyuan", "executiveOf", "Xiaomi", "Asserted", None, None, None),
    ("Zang Ziyuan", "says", "the news", "Asserted", None, None, None),
    (
        "Xiaomi",
        "says",
        "that it is entering the market for electric vehicles",
        "Asserted",
        None,
        "2021-04~",
        None,
    ),
    ("Xiaomi", "launches", "electric car", "Planned", None, "2023/..", None),
    ("Xiaomi", "investsIn", "electric car division", "Asserted", "Xiaomi", "2021-10/2031-10", "10 billion"),
    ("EV unit", "subsidiaryOf", "Xiaomi", "Asserted", None, None, None),
    ("Xiaomi", "priceChange", "+5.4%", "Asserted", None, None, None),
}
SENTENCES = [
    ("Philips has appointed Roy Jakobs as CEO.", ["Roy Jakobs ceoOf Philips"]),
    (
        "Oracle will take over the software maker Sun Microsystems.",
        ["Oracle acquires Sun Microsystems (Planned)", "Sun Microsystems isA software maker"],
    ),
    ("Kraft agreed to buy Cadbury for $19.5 billion.", ["Kraft acquires Cadbury (Planned)"]),
    ("Facebook is reportedly in talks to acquire Waze.", ["Facebook acquires Waze (Alleged)"]),
    (
        "Kraft denied that it would buy Cadbury.",
        ["Kraft says that it would buy Cadbury", "it acquires Cadbury (Negated)"],
    ),
    (
        "Vodafone may sell its Japanese unit to SoftBank.",
        ["Japanese unit subsidiaryOf its", "SoftBank acquires Japanese unit (Possible)"],
    ),
    ("Volvo is a subsidiary of Geely.", ["Volvo subsidiaryOf Geely"]),
    (
        "YouTube owner Google is based in Mountain View, California.",
        ["Google basedIn Mountain View", "Google ownsStakeIn YouTube", "Mountain View locatedIn California"],
    ),
    (
        "The Seattle-based plane maker Boeing will cut 1,000 jobs.",
        ["Boeing basedIn Seattle", "Boeing cutsJobs 1,000 (Planned)", "Boeing isA plane maker"],
    ),
    ("Dell teamed up with Oracle.", ["Dell partnersWith Oracle"]),
    ("Nissan and Renault formed an alliance.", ["Nissan partnersWith Renault"]),
    ("Volkswagen and Porsche agreed to merge.", ["Volkswagen mergesWith Porsche (Planned)"]),
    ("Samsung competes with Apple.", ["Samsung competesWith Apple"]),
    ("Google was sued by Oracle.", ["Oracle sues Google"]),
    ("Kodak filed for bankruptcy protection on January 19, 2012.", ["Kodak filesForBankruptcy"]),
    ("Lufthansa ordered 20 jets from Airbus.", ["Lufthansa ordersFrom Airbus"]),
    ("The government lent Chrysler $4 billion.", ["government funds Chrysler"]),
    ("Ford will close its plant in Genk.", ["Ford closes plant (Planned)"]),
    ("Microsoft's chief executive, Satya Nadella, spoke in Berlin.", ["Satya Nadella ceoOf Microsoft"]),
    ("Former Nokia CEO Stephen Elop left the company.", ["Stephen Elop ceoOf Nokia (Ended)"]),
    (
        "Jane Fraser, chairwoman and chief executive of Citigroup, spoke on Friday.",
        ["Jane Fraser ceoOf Citigroup", "Jane Fraser chairOf Citigroup"],
    ),
    ("Fritz Henderson will become CEO of General Motors.", ["Fritz Henderson ceoOf General Motors (Planned)"]),
    ("Siemens spokesman Peter Braun declined to comment.", ["Peter Braun spokespersonOf Siemens"]),
    ("German Chancellor Angela Merkel met with Fiat.", ["Angela Merkel officeHolderOf German"]),
    ("Shares of Peugeot fell 3 percent.", ["Peugeot priceChange -3 percent"]),
    ("The FTSE 100 rose 1.5% to 5,432.10.", ["FTSE 100 priceChange +1.5%", "FTSE 100 priceLevel 5,432.10"]),
    (
        "In Tokyo, the Nikkei closed down 2 percent at 10,123.",
        ["Nikkei priceChange -2 percent", "Nikkei priceLevel 10,123"],
    ),
    ("Toyota's stock was up 4%.", ["Toyota priceChange +4%"]),
    (
        "Carrefour reported a net loss of €2.2 billion in 2012.",
        ["Carrefour reportsLoss €2.2 billion", "Carrefour says a net loss of €2.2 billion"],
    ),
    ("Danone's net profit rose 12 percent to 1.9 billion euros.", ["Danone reportsProfit 1.9 billion euros"]),
    ("The new Kindle costs $199.", ["Kindle hasPrice $199"]),
    ("Nokia sold 21 million phones in 2010.", ["Nokia unitsSold 21 million"]),
    ('"We are pleased," said Tim Cook.', ["Tim Cook says We are pleased"]),
    (
        "The iPad will cost $499, Apple said on Wednesday.",
        ["Apple says The iPad will cost $499", "iPad hasPrice $499 (Planned)"],
    ),
    (
        "British music label EMI sued Apple.",
        ["EMI basedIn British", "EMI isA music label", "EMI sues Apple"],
    ),
    ("Viacom filed a lawsuit against Google.", ["Viacom sues Google"]),
    ("Gold rose $12 to $1,200.", ["Gold hasPrice $1,200", "Gold priceChange +$12"]),
    (
        "The Dow Jones lost 3.2%, the Nasdaq 2.1%.",
        ["Dow Jones priceChange -3.2%", "Nasdaq priceChange -2.1%"],
    ),
    ("Kraft did not buy Cadbury.", ["Kraft acquires Cadbury (Negated)"]),
    ("Analysts asked whether Philips will buy Lumileds.", []),
    ("The company's shares closed at the end of the day.", []),
    ("The minister took over the meeting.", []),
    ("Sales rose 3 percent.", []),
    ("Toyota overtook Honda last year.", []),
    ("Samsung made a mistake.", []),
    ("Intel is the world's largest company.", ["Intel isA company"]),
]


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return load_lexicon("en", SHIPPED)


@pytest.fixture(scope="module")
def sample_in_english() -> Graph:
    return kg.build(SAMPLE)


@pytest.mark.parametrize(("text", "stated"), SENTENCES)
def test_a_sentence_gives_just_these_claims(reader: Reader, english: Lexicon, text: str, stated: list[str]) -> None:
    assert claims_of(reader, english, text) == stated


def test_the_sample_article_states_in_english_what_it_states_in_dutch(sample_in_english: Graph) -> None:
    assert rows(sample_in_english, "en") == sorted(STATED, key=str)


def test_an_amount_without_a_currency_has_no_unit(sample_in_english: Graph) -> None:
    query = """PREFIX kg: <https://kg.example/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    SELECT ?value ?unit WHERE {
      ?c rdf:predicate kg:investsIn ; kg:amountValue ?value OPTIONAL { ?c kg:amountUnit ?unit } }"""
    [row] = sample_in_english.select(query)
    assert (row["value"], row["unit"]) == ("10000000000", None)
