"""When a claim is the annotated fact."""

from dataclasses import replace

import pytest

from kg.evaluate.claims import FoundClaim
from kg.evaluate.gold import GoldFact
from kg.evaluate.matching import matches
from kg.evaluate.names import NOTHING, Named
from kg.extract.signatures import load_signatures
from kg.resources import SHIPPED

SIGNATURES = load_signatures(SHIPPED)
SENTENCE = "Zo zei Jobs: ‘Het is af.’"


def named(name: str) -> Named:
    return Named(name, frozenset({name}))


def fact(relation: str, subject: str, object_: str) -> GoldFact:
    parts = (named(subject), named(object_), SENTENCE, NOTHING, "asserted", "", "gold.jsonl, line 1")
    return GoldFact("a", SIGNATURES[relation], *parts)


def claim(relation: str, subject: str, object_: str, *sentences: str) -> FoundClaim:
    parts = (named(subject), named(object_) if object_ else NOTHING, sentences, "asserted", frozenset(), frozenset())
    return FoundClaim("a", "a.txt", relation, *parts)


@pytest.mark.parametrize(
    ("relation", "ours", "theirs", "same"),
    [
        ("acquires", ("Disney", "Pixar"), ("disney", "studio Pixar"), True),
        ("acquires", ("Disney", "Pixar"), ("Pixar", "Disney"), False),
        ("acquires", ("Disney", "Pixar"), ("Apple", "Pixar"), False),
        ("acquires", ("Disney", "Pixar"), ("Disney", "Apple"), False),
        ("acquires", ("Disney", "15 miljard"), ("Disney", "15000000000"), False),  # numbers are for figures
        ("mergesWith", ("Disney", "Pixar"), ("Pixar", "Disney"), True),
        ("partnersWith", ("Disney", "Pixar"), ("Pixar", "Disney"), True),
        ("competesWith", ("Disney", "Pixar"), ("Pixar", "Disney"), True),
        ("competesWith", ("Disney", "Pixar"), ("Disney", "Pixar"), True),
        ("competesWith", ("Disney", "Pixar"), ("Pixar", "Apple"), False),
        ("competesWith", ("Disney", "Pixar"), ("Apple", "Disney"), False),
        ("priceChange", ("Apple", "-5,4 %"), ("Apple", "−5.40 procent"), True),
        ("priceChange", ("Apple", "-5,4 %"), ("Apple", "5.40 procent"), False),
        ("priceChange", ("Apple", "-5,4 %"), ("Intel", "-5,4 %"), False),
        ("cutsJobs", ("Apple", "5 banen"), ("Apple", "6 banen"), False),  # the last word is no figure
        ("isA", ("Apple", "fabrikant"), ("Apple", "computerfabrikant"), True),
        ("isA", ("Apple", "fabrikant"), ("Apple", "bedrijf"), False),
        ("isA", ("Apple", "fabrikant"), ("Intel", "fabrikant"), False),
        ("filesForBankruptcy", ("Chrysler", ""), ("Chrysler", ""), True),
        ("filesForBankruptcy", ("Chrysler", ""), ("GM", ""), False),
    ],
)
def test_subject_and_object(relation: str, ours: tuple[str, str], theirs: tuple[str, str], same: bool) -> None:
    assert matches(fact(relation, *ours), claim(relation, *theirs)) is same


@pytest.mark.parametrize(
    ("subject", "sentences", "same"),
    [
        ("Jobs", [SENTENCE], True),
        ("Jobs", ["zo zei Jobs: 'het is af'"], True),
        ("Jobs", ["Zo zei Jobs"], True),  # cut otherwise
        ("Jobs", [f"Op maandag. {SENTENCE}"], True),
        ("Jobs", ["Iets anders.", SENTENCE], True),
        ("Jobs", ["Iets anders."], False),
        ("Jobs", ["…"], False),
        ("Cook", [SENTENCE], False),
    ],
)
def test_says_goes_by_speaker_and_sentence(subject: str, sentences: list[str], same: bool) -> None:
    assert matches(fact("says", "Jobs", "het is af"), claim("says", subject, "geheel anders", *sentences)) is same


@pytest.mark.parametrize(("names", "same"), [({"Mickey", "DISNEY"}, True), ({"Mickey", "Minnie"}, False)])
def test_every_name_of_an_entity_counts(names: set[str], same: bool) -> None:
    found = replace(claim("acquires", "Mickey", "Pixar"), subject=Named("Mickey", frozenset(names)))
    assert matches(fact("acquires", "Disney", "Pixar"), found) is same
    annotated = replace(fact("acquires", "Mickey", "Pixar"), subject=Named("Mickey", frozenset(names)))
    assert matches(annotated, claim("acquires", "Disney", "Pixar")) is same
