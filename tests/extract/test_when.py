"""When claims hold."""

import pytest
from reading import Reader

DATE = "2024-03-14"  # a Thursday


@pytest.mark.parametrize(
    ("text", "relation", "when"),
    [
        ("Heineken heeft Distell in 2021 overgenomen.", "acquires", "2021"),
        ("Heineken nam Distell vorig jaar over.", "acquires", "2023"),
        ("Microsoft kocht GitHub in juni 2018.", "acquires", "2018-06"),
        ("Microsoft kocht GitHub op 4 juni 2018.", "acquires", "2018-06-04"),
        ("Microsoft kocht dinsdag GitHub.", "acquires", "2024-03-12"),
        ("Microsoft kocht gisteren GitHub.", "acquires", "2024-03-13"),
        ("Coolblue is in 1999 opgericht door Pieter Zwart.", "founderOf", "1999"),
        ("Intel investeert de komende vijf jaar 17 miljard euro in Duitsland.", "investsIn", "2024-03-15/2029-03-14"),
        ("Intel wil vanaf 2026 chips produceren.", "produces", "2026/.."),
        ("Intel produceert sinds 1971 chips.", "produces", "1971/.."),
        ("Het aandeel Philips steeg woensdag met 3 procent.", "priceChange", "2024-03-13"),
        ("Roy Jakobs is sinds 2022 CEO van Philips.", "ceoOf", "2022/.."),
        ("Frans van Houten was van 2011 tot 2022 CEO van Philips.", "ceoOf", "2011/2022"),
        ("Kroatië is sinds 2013 lid van de Europese Unie.", "memberOf", "2013/.."),
        ("Samsung zal de Galaxy S24 volgende week lanceren.", "launches", "2024-03-18/2024-03-24"),
        ("BMW verkocht 2,5 miljoen voertuigen in 2021.", "unitsSold", "2021"),
        ("Nokia klaagde in oktober 2009 Apple aan.", "sues", "2009-10"),
        ("In de jaren negentig concurreerde Philips met Sony.", "competesWith", "1990/1999"),
        ("V&D sloot in 2016 alle vestigingen.", "closes", "2016"),
        ("Heineken meldde dinsdag een hogere omzet.", "says", "2024-03-12"),
    ],
)
def test_when(reader: Reader, text: str, relation: str, when: str) -> None:
    assert reader.claim(text, relation, DATE).when == when


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Microsoft kocht GitHub.", "acquires"),
        ("Microsoft kocht GitHub, dat in 2008 werd opgericht.", "acquires"),
        ("De iPhone van 2007 van Apple was populair.", "produces"),
        ("Intel investeert 17 miljard euro in een fabriek die in 2027 opent.", "investsIn"),
        ("Het Chinese Xiaomi opent in mei een winkel.", "basedIn"),
    ],
)
def test_the_time_of_something_else_is_not_taken(reader: Reader, text: str, relation: str) -> None:
    assert reader.claim(text, relation, DATE).when is None


def test_a_report_and_what_is_reported_have_their_own_times(reader: Reader) -> None:
    text = "Philips meldde dinsdag dat het in 2021 de fabriek in Drachten sloot."
    assert reader.claim(text, "says", DATE).when == "2024-03-12"
    assert reader.claim(text, "closes", DATE).when == "2021"


def test_coordinated_verbs_share_a_time_or_have_their_own(reader: Reader) -> None:
    shared = "Coolblue opent in 2025 een winkel en koopt Bol."
    assert reader.claim(shared, "acquires", DATE).when == "2025"
    own = "In 2020 kocht Coolblue een bedrijf en in 2021 lanceerde Philips een app."
    assert reader.claim(own, "acquires", DATE).when == "2020"
    assert reader.claim(own, "launches", DATE).when == "2021"


def test_without_a_date_only_times_that_need_none_are_known(reader: Reader) -> None:
    assert reader.claim("Heineken nam Distell in 2021 over.", "acquires").when == "2021"
    assert reader.claim("Heineken nam Distell vorig jaar over.", "acquires").when is None
