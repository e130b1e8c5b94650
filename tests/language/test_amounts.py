from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import KgError, UsageError
from kg.language.amount_words import amount_words
from kg.language.amounts import find_amounts
from kg.resources import find


def found(text, language):
    return [(a.text, None if a.value is None else str(a.value), a.unit) for a in find_amounts(text, language)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$ 15 miljard", [("$ 15 miljard", "15000000000", "USD")]),
        ("US $ 5,41 per aandeel", [("US $ 5,41", "5.41", "USD")]),
        ("145 miljard dollar", [("145 miljard dollar", "145000000000", "USD")]),
        ("kost $ 80, - in de winkel", [("$ 80, -", "80", "USD")]),
        ("80,- euro", [("80,- euro", "80", "EUR")]),
        ("€80", [("€80", "80", "EUR")]),
        ("EUR 3 mld", [("EUR 3 mld", "3000000000", "EUR")]),
        ("1,5 mln. euro", [("1,5 mln. euro", "1500000", "EUR")]),
        ("1.5 miljard yen", [("1.5 miljard yen", "1500000000", "JPY")]),
        ("10 pond en 3 roebel", [("10 pond", "10", "GBP"), ("3 roebel", "3", "RUB")]),
        ("150 Amerikaanse dollar", [("150 Amerikaanse dollar", "150", "USD")]),
        ("10 miljard", [("10 miljard", "10000000000", None)]),
        ("5,4 %", [("5,4 %", "5.4", "%")]),
        ("53,5 punten of 3,71%", [("53,5 punten", "53.5", "points"), ("3,71%", "3.71", "%")]),
        ("-366,94 punten", [("-366,94 punten", "-366.94", "points")]),
        ("11.188,23 punten", [("11.188,23 punten", "11188.23", "points")]),
        ("10-15 procent", [("10-15 procent", None, "%")]),
        ("1,5 en 3 procent", [("1,5", "1.5", "%"), ("3 procent", "3", "%")]),
        ("10 of 20 miljoen euro", [("10", "10", None), ("20 miljoen euro", "20000000", "EUR")]),
        ("negen miljoen euro", [("negen miljoen euro", "9000000", "EUR")]),
        ("een half miljard", [("een half miljard", "500000000", None)]),
        ("een miljardenverlies", []),
        ("anderhalf procent", [("anderhalf procent", "1.5", "%")]),
        ("twee bedrijven", [("twee", "2", None)]),
        ("tweeëntwintig landen", [("tweeëntwintig", "22", None)]),
        ("Zowat 1.200 banen", [("1.200", "1200", None)]),
    ],
)
def test_dutch(text, amounts):
    assert found(text, "nl") == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$15 billion", [("$15 billion", "15000000000", "USD")]),
        ("US$5.41 per share", [("US$5.41", "5.41", "USD")]),
        ("£3.5m and $5bn", [("£3.5m", "3500000", "GBP"), ("$5bn", "5000000000", "USD")]),
        ("half a billion dollars", [("half a billion dollars", "500000000", "USD")]),
        ("5.4 per cent", [("5.4 per cent", "5.4", "%")]),
        ("11,188.23 points", [("11,188.23 points", "11188.23", "points")]),
        ("nine companies", [("nine", "9", None)]),
        ("twenty-five people", [("twenty-five", "25", None)]),
    ],
)
def test_english(text, amounts):
    assert found(text, "en") == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("15 Mrd. Dollar", [("15 Mrd. Dollar", "15000000000", "USD")]),
        ("1,5 Mio. €", [("1,5 Mio. €", "1500000", "EUR")]),
        ("100 US-Dollar", [("100 US-Dollar", "100", "USD")]),
        ("stieg um 5,4 Prozent", [("5,4 Prozent", "5.4", "%")]),
        ("11.188,23 Punkte", [("11.188,23 Punkte", "11188.23", "points")]),
        ("eine halbe Milliarde", [("eine halbe Milliarde", "500000000", None)]),
        ("zweiundzwanzig Mitarbeiter", [("zweiundzwanzig", "22", None)]),
    ],
)
def test_german(text, amounts):
    assert found(text, "de") == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("15 milliards de dollars", [("15 milliards de dollars", "15000000000", "USD")]),
        ("1,5 milliard d’euros", [("1,5 milliard d’euros", "1500000000", "EUR")]),
        ("200 M€", [("200 M€", "200000000", "EUR")]),
        ("11 188,23 points", [("11 188,23 points", "11188.23", "points")]),
        ("250\u202f000 personnes", [("250\u202f000", "250000", None)]),
        ("vingt-cinq pour cent", [("vingt-cinq pour cent", "25", "%")]),
        ("deux entreprises", [("deux", "2", None)]),
    ],
)
def test_french(text, amounts):
    assert found(text, "fr") == amounts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "de iPhone 3GS met 16GB"),
        ("nl", "de iPhone 4 komt"),
        ("nl", "een Boeing 737 van KLM"),
        ("nl", "een van de twee is tweeëntwintig"),
        ("nl", "de 3e plaats"),
        ("nl", "om 14.48 of 16:08"),
        ("nl", "(2009)"),
        ("nl", "won met 2-1"),
        ("nl", "een punt"),
        ("nl", "versie 1.2.3 op 10.0.0.1"),
        ("en", "version 10.4.1"),
        ("en", "at a point, two of them won 2-1"),
        ("de", "im 3. Quartal"),
    ],
)
def test_what_is_no_amount(language, text):
    assert found(text, language) == []


def test_amounts_on_a_taken_stretch_are_left_out():
    text = "In 2009 stuks, 14.48 uur en 5 euro"
    assert [a.text for a in find_amounts(text, "nl", [(3, 7), (15, 24)])] == ["5 euro"]


@pytest.mark.parametrize(("text", "approximate"), [("ongeveer 5 %", True), ("Rond € 5", True), ("met 5 %", False)])
def test_approximate(text, approximate):
    assert [a.approximate for a in find_amounts(text, "nl")] == [approximate]


@pytest.mark.parametrize(
    "text", ["9" * 50_000, "1.000" + ".000" * 20_000, "twee " * 10_000, "€ " * 10_000, "5," * 10_000]
)
def test_endless_repetition_ends(text):
    assert find_amounts(text, "nl") is not None


def test_offsets_are_code_points():
    (amount,) = find_amounts("😀 kost € 5 miljoen.", "nl")
    assert (amount.start, amount.end, amount.value) == (7, 18, Decimal(5_000_000))


PIECES = [
    "€",
    "$",
    "US $",
    "-",
    "+",
    "5",
    "1.200",
    "3,71",
    "10-15",
    "miljard",
    "mln.",
    "procent",
    "%",
    "twee",
    "een half",
    ", -",
]


@example(["twee", "€", "5"], "nl")
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20), st.sampled_from(["nl", "en", "de", "fr"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_ordered_spans_of_itself(pieces, language):
    text, end = " ".join(pieces), 0
    for amount in find_amounts(text, language):
        assert end <= amount.start < amount.end
        assert text[amount.start : amount.end] == amount.text
        end = amount.end


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["nl", "en", "de", "fr"]))
def test_a_grouped_number_is_read_back(number, language):
    text = f"{number:,}".replace(",", amount_words(language).grouping[0])
    assert found(f"{text} %", language) == [(f"{text} %", str(number), "%")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("points", "metres"), 'units.punt: this must be "%", "points" or an ISO 4217 code'),
        (('decimal: ","', "decimal: 5"), "decimal: this must be text"),
        (("miljard: 9", "miljard: x"), "scales.miljard: this must be a whole number"),
        (('half: "0.5"', 'half: "x"'), "numerals.half: this must be a number in quotes"),
        (("uncounted:", "counted:"), "counted: unknown key"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path, monkeypatch, change, message):
    shipped = find("amounts/nl.yaml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ontology" / "amounts").mkdir(parents=True)
    (tmp_path / "ontology" / "amounts" / "nl.yaml").write_text(shipped.read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises(UsageError, match=r"nl\.yaml, line") as caught:
        amount_words.__wrapped__("nl")
    assert message in str(caught.value)


def test_a_language_without_a_file_is_an_error():
    with pytest.raises(KgError, match=r"amounts/xx\.yaml is missing"):
        find_amounts("5", "xx")
