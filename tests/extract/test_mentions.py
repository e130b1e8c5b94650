"""From the head of a phrase to a name, a description or a pronoun."""

import pytest
from reading import Reader

from kg.extract.claim import DESCRIPTION, NAME, PRONOUN, Mention
from kg.extract.compounds import compound_tail
from kg.extract.mentions import typed

CASES = [
    ("Apple's iPhone is populair.", "Apple's", ("Apple", NAME, "ORG")),
    ("Philips' topman lacht.", "Philips", ("Philips", NAME, "ORG")),
    ("Yahoo! groeit.", "Yahoo!", ("Yahoo!", NAME, "ORG")),
    ("Jan Bos en Piet Vos lachen.", "Bos", ("Jan Bos", NAME, "PER")),
    ("De Galaxy S22 is klaar.", "S22", ("Galaxy S22", NAME, "PROD")),
    ("Xiaomi-CEO Lei Jun lacht.", "Xiaomi-CEO", ("Lei Jun", NAME, "PER")),
    ("De Duitse autofabrikant BMW groeit.", "autofabrikant", ("BMW", NAME, "ORG")),
    ("De Nasdaq index steeg.", "index", ("Nasdaq index", NAME, "ORG")),
    ("De nieuwste versie van iOS is klaar.", "versie", ("iOS", NAME, "PROD")),
    ("Het nieuwe Duitse bedrijf groeit.", "bedrijf", ("Duitse bedrijf", DESCRIPTION, "ORG")),
    ("De eigen fabriek groeit.", "fabriek", ("fabriek", DESCRIPTION, "LOC")),
    ("Philips bouwt een nieuwe elektrische auto.", "auto", ("elektrische auto", DESCRIPTION, "PROD")),
    ("Philips bouwt een elektrische auto divisie.", "auto", ("elektrische auto divisie", DESCRIPTION, "ORG")),
    ("De EV-eenheid groeit.", "EV-eenheid", ("EV-eenheid", DESCRIPTION, "ORG")),
    ("De lampen-tak van Philips groeit.", "lampen-tak", ("lampen-tak", DESCRIPTION, "ORG")),
    ("De minister sprak met de voorzitter.", "minister", ("minister", DESCRIPTION, "PER")),
    ("Het aandeel Philips steeg.", "aandeel", ("aandeel", DESCRIPTION, "THING")),
    ("Hij koopt het.", "Hij", ("Hij", PRONOUN, "PER")),
    ("Hij koopt het.", "het", ("het", PRONOUN, "ORG|PROD")),
    ("Zij zei dat haar bedrijf groeit.", "haar", ("haar", PRONOUN, "PER|ORG")),
]
NOTHING = [
    ("Dat is mooi.", "Dat"),
    ("Ik koop het.", "Ik"),
    ("Philips groeit snel.", "groeit"),
    ("Dat is mooi.", "mooi"),
]


def at(reader: Reader, text: str, word: str) -> Mention | None:
    passage = reader.passage(text)
    [head] = [i for i in range(len(passage.tree)) if passage.tree[i].text == word]
    return passage.mentions.at(head)


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_a_phrase_is_a_name_a_description_or_a_pronoun(
    reader: Reader, text: str, word: str, expected: tuple[str, str, str]
) -> None:
    found = at(reader, text, word)
    assert found is not None
    assert (found.text, found.kind, found.type) == expected
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(("text", "word"), NOTHING)
def test_other_words_are_no_mention(reader: Reader, text: str, word: str) -> None:
    assert at(reader, text, word) is None


@pytest.mark.parametrize(
    ("name", "names", "tail"),
    [
        ("Xiaomi-CEO", set(), "CEO"),
        ("FTSE-index", set(), "index"),
        ("MacBook Air-laptops", set(), "laptops"),
        ("EV-eenheid", set(), "EV-eenheid"),  # nothing says that EV is a name
        ("EV-eenheid", {"EV"}, "eenheid"),
        ("KLM-dochter", {"KLM"}, "dochter"),
        ("Coca-Cola", set(), ""),
        ("Rolls-Royce", set(), ""),
        ("Air France-KLM", set(), ""),
        ("Philips", set(), ""),
        ("-CEO", set(), ""),
        ("Xiaomi-", set(), ""),
        ("X-as", set(), ""),  # a tail of two letters is no noun
    ],
)
def test_compound_tail(reader: Reader, name: str, names: set[str], tail: str) -> None:
    tree = reader.passage("Philips groeit.").tree
    assert compound_tail(name, tree, frozenset(names)) == tail


@pytest.mark.parametrize(
    ("kind", "type_", "types", "expected"),
    [
        (NAME, "ORG", ("PER", "ORG"), "ORG"),
        (NAME, "ORG", ("PER",), None),
        (NAME, "THING", ("PROD", "ORG"), "PROD"),
        (DESCRIPTION, "THING", ("PROD",), None),
        (DESCRIPTION, "THING", ("PROD", "THING"), "THING"),
        (PRONOUN, "PER|ORG", ("ORG", "LOC"), "ORG"),
        (PRONOUN, "PER|ORG", ("ORG", "PER"), "PER|ORG"),
        (PRONOUN, "PER", ("ORG",), None),
    ],
)
def test_typed(kind: str, type_: str, types: tuple[str, ...], expected: str | None) -> None:
    found = typed(Mention(0, 1, "x", kind, type_, 0, 0), types)
    assert (found and found.type) == expected
