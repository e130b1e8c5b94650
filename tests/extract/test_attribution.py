"""Whom the text says a claim is from."""

import pytest
from reading import Reader

CASES = [
    ("Heineken heeft Distell overgenomen, meldt Reuters.", "acquires", "Reuters"),
    ("Heineken heeft Distell overgenomen, aldus Reuters.", "acquires", "Reuters"),
    ("Jan Bos zegt dat Philips zijn fabriek in Drachten sluit.", "closes", "Jan Bos"),
    ("Volgens Reuters sluit Philips zijn fabriek in Drachten.", "closes", "Reuters"),
    ("Philips sluit volgens Reuters een fabriek.", "closes", "Reuters"),
    ("Philips, dat volgens Reuters een fabriek sluit, groeit.", "closes", "Reuters"),
    ("Reuters meldde woensdag dat Philips 4.000 banen gaat schrappen.", "cutsJobs", "Reuters"),
    ("Philips gaat volgens de vakbond FNV 4.000 banen schrappen.", "cutsJobs", "FNV"),
    ("Het Japanse persbureau Kyodo meldde dat Toyota 10 miljoen auto's verkocht.", "unitsSold", "Kyodo"),
    ("Analist Jos Versteeg zegt dat het aandeel Philips met 10 procent steeg.", "priceChange", "Jos Versteeg"),
    ("Shell opent een fabriek en investeert in Pernis, zegt FNV.", "investsIn", "FNV"),
    ("Philips zegt dat het de fabriek in Drachten sluit.", "closes", "Philips"),
    ("Bronnen zeggen dat Philips een fabriek in Drachten sluit.", "closes", "Bronnen"),
    ("Roy Jakobs kondigde aan dat Philips 4.000 banen zal schrappen.", "cutsJobs", "Roy Jakobs"),
    ("Reuters ontkent dat Philips een fabriek sluit.", "closes", "Reuters"),
    ("Philips sluit naar eigen zeggen de fabriek in Drachten.", "closes", "Philips"),
    ("Apple verkocht naar eigen zeggen 20 miljoen iPhones.", "unitsSold", "Apple"),
    ("Naar eigen zeggen verkocht Apple 20 miljoen iPhones.", "unitsSold", "Apple"),
]
OWN = [
    ("Philips sluit de fabriek in Drachten.", "closes"),
    ('Philips sluit een fabriek. "We hebben geen keuze", zegt Roy Jakobs.', "closes"),
    ("Roy Jakobs, CEO van Philips, zegt dat Philips groeit.", "ceoOf"),
    ("Het Japanse persbureau Kyodo meldde dat Toyota groeit.", "basedIn"),
    ("FNV zegt dat Philips groeit, maar Shell sluit een fabriek.", "closes"),
    ("Philips, dat een fabriek sluit, zegt dat het groeit.", "closes"),
]


@pytest.mark.parametrize(("text", "relation", "source"), CASES)
def test_source(reader: Reader, text: str, relation: str, source: str) -> None:
    found = reader.claim(text, relation).source
    assert found is not None
    assert found.text == source


@pytest.mark.parametrize(("text", "relation"), OWN)
def test_what_the_article_itself_states_has_none(reader: Reader, text: str, relation: str) -> None:
    assert reader.claim(text, relation).source is None


def test_the_innermost_speaker_is_the_source(reader: Reader) -> None:
    text = "Volgens De Telegraaf zei Jan Bos dat Philips de fabriek in Drachten sluit."
    inner = reader.claim(text, "closes").source
    assert inner is not None
    assert inner.text == "Jan Bos"
    sources = {c.subject.text: c.source and c.source.text for c in reader.claims(text, "says")}
    assert sources == {"De Telegraaf": None, "Jan Bos": "De Telegraaf"}


def test_nobody_is_the_source_of_his_own_report(reader: Reader) -> None:
    assert reader.claim("Jan Bos zegt dat Philips groeit.", "says").source is None
