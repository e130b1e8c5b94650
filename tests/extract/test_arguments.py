"""Who does what to whom, in every construction of a verb."""

import pytest
from reading import Reader

from kg.extract.arguments import arguments, is_passive

PHILIPS, FACTORY = ["Philips"], ["fabriek"]
CASES = [  # verb, sentence, subjects, objects
    ("koopt", "Philips koopt een fabriek.", PHILIPS, FACTORY),
    ("neemt", "Philips neemt de fabriek over.", PHILIPS, FACTORY),
    ("kochten", "Philips en Shell kochten een fabriek.", ["Philips", "Shell"], FACTORY),
    ("kochten", "Philips en Shell kochten een fabriek en een winkel.", ["Philips", "Shell"], ["fabriek", "winkel"]),
    ("gekocht", "De fabriek werd gekocht door Philips.", PHILIPS, FACTORY),
    ("gekocht", "De fabriek werd door Philips en Shell gekocht.", ["Philips", "Shell"], FACTORY),
    ("gekocht", "De fabriek is gekocht.", [], FACTORY),
    ("kocht", "Philips, dat een fabriek kocht, groeit.", PHILIPS, FACTORY),
    ("kocht", "Het bedrijf dat de fabriek kocht, groeit.", ["bedrijf"], FACTORY),
    ("gekochte", "De door Philips gekochte fabriek groeit.", PHILIPS, FACTORY),
    ("gekochte", "De gekochte fabriek groeit.", [], FACTORY),
    ("overgenomen", "De fabriek, overgenomen door Philips, groeit.", PHILIPS, FACTORY),
    ("kopen", "Philips wil een fabriek kopen.", PHILIPS, FACTORY),
    ("kopen", "Philips hoopt in mei een fabriek te kopen.", PHILIPS, FACTORY),
    ("kopen", "Philips heeft besloten om een fabriek te kopen.", PHILIPS, FACTORY),
    ("verkocht", "Philips kocht een fabriek en verkocht een winkel.", PHILIPS, ["winkel"]),
    ("verkocht", "De fabriek werd gesloten en verkocht door Philips.", PHILIPS, FACTORY),
    ("groeit", "Philips groeit.", PHILIPS, []),
    ("gevestigd", "Philips is gevestigd in Amsterdam.", [], PHILIPS),
]


def index(reader: Reader, verb: str, text: str) -> int:
    return [w.text for w in reader.passage(text).tree.words].index(verb)


@pytest.mark.parametrize(("verb", "text", "subjects", "objects"), CASES)
def test_subjects_and_objects(reader: Reader, verb: str, text: str, subjects: list[str], objects: list[str]) -> None:
    tree = reader.passage(text).tree
    found = arguments(tree, index(reader, verb, text))
    assert [tree[i].text for i in found.subjects] == subjects
    assert [tree[i].text for i in found.objects] == objects


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("investeert", "Philips investeert in een fabriek in Polen.", [("in", "fabriek")]),
        ("sloot", "Philips sloot fabrieken in Genk, Gent en Luik.", [("in", "Genk"), ("in", "Gent"), ("in", "Luik")]),
        ("verkocht", "Philips verkocht de fabriek aan Shell.", [("aan", "Shell")]),
        ("gekocht", "De fabriek werd gekocht door Philips.", [("door", "Philips")]),
        ("koopt", "Philips koopt een fabriek.", []),
    ],
)
def test_obliques(reader: Reader, verb: str, text: str, expected: list[tuple[str, str]]) -> None:
    tree = reader.passage(text).tree
    found = arguments(tree, index(reader, verb, text)).obliques
    assert [(case, tree[i].text) for case, i in found] == expected


def test_a_phrase_that_hangs_on_an_amount_is_the_verbs_own(reader: Reader) -> None:
    text = "Philips investeert 10 miljoen euro in een fabriek."
    tree = reader.passage(text).tree
    found = arguments(tree, index(reader, "investeert", text)).obliques
    assert ("in", "fabriek") in [(case, tree[i].text) for case, i in found]


@pytest.mark.parametrize("text", ["De staat gaf Philips een lening.", "De staat wil Philips een lening geven."])
def test_indirect_object(reader: Reader, text: str) -> None:
    tree = reader.passage(text).tree
    verb = next(i for i in range(len(tree)) if tree.lemma(i) == "geven")
    assert [tree[i].text for i in arguments(tree, verb).indirect] == ["Philips"]


@pytest.mark.parametrize(
    ("verb", "text", "passive"),
    [
        ("gekocht", "De fabriek werd gekocht door Philips.", True),
        ("gekochte", "De gekochte fabriek groeit.", True),
        ("overgenomen", "De fabriek, overgenomen door Philips, groeit.", True),
        ("verkocht", "De fabriek werd gesloten en verkocht door Philips.", True),
        ("gekocht", "Philips heeft een fabriek gekocht.", False),
        ("koopt", "Philips koopt een fabriek.", False),
        ("verkocht", "Philips kocht een fabriek en verkocht een winkel.", False),
    ],
)
def test_is_passive(reader: Reader, verb: str, text: str, passive: bool) -> None:
    assert is_passive(reader.passage(text).tree, index(reader, verb, text)) == passive
