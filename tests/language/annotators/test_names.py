"""Named entities of other annotators, and the tree inside them."""

import pytest
from written import parse, tree

from kg.language.annotators.names import entities, head_first

TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC"}
SENTENCE = (
    "the/DET/Bank/det Bank/PROPN/rose/nsubj of/ADP/Spain/case Spain/PROPN/Bank/nmod 's/PART/Bank/case rose/VERB//root"
)


@pytest.mark.parametrize(
    ("label", "first", "last", "expected"),
    [
        ("ORG", 0, 5, [("ORG", 1, 4)]),  # without "the" and "'s"
        ("GPE", 3, 4, [("LOC", 3, 4)]),
        ("MISC", 1, 4, []),
        ("DATE", 3, 4, []),
        ("ORG", 0, 1, []),  # nothing is left of it
    ],
)
def test_types_and_extent(label: str, first: int, last: int, expected: list[tuple[str, int, int]]) -> None:
    found = entities(parse(SENTENCE), [(label, first, last)], TYPES)
    assert [(entity.type, entity.first, entity.last) for entity in found] == expected


@pytest.mark.parametrize(
    ("given", "entity", "expected"),
    [
        (  # a person's first name leads, and a title describes it
            "Apple/PROPN/CEO/compound CEO/NOUN/Cook/compound Tim/PROPN/Cook/compound Cook/PROPN/spoke/nsubj "
            "spoke/VERB//root",
            ("PERSON", 2, 4),
            "Apple/CEO/compound CEO/Tim/nmod:desc Tim/spoke/nsubj Cook/Tim/flat spoke//root",
        ),
        (  # what hung on the last word moves along
            "Tim/PROPN/Cook/flat Cook/PROPN//root ,/PUNCT/boss/punct boss/NOUN/Cook/appos",
            ("PERSON", 0, 2),
            "Tim//root Cook/Tim/flat ,/boss/punct boss/Tim/appos",
        ),
        (  # the words of an organisation's name have a syntax of their own
            "Volkswagen/PROPN/Group/compound Group/PROPN//root",
            ("ORG", 0, 2),
            "Volkswagen/Group/compound Group//root",
        ),
        (
            "Deutsche/PROPN/Bank/flat Bank/PROPN//root",
            ("ORG", 0, 2),
            "Deutsche//root Bank/Deutsche/flat",
        ),
        (  # a name that the tree does not see as one stays as it is
            "Tim/PROPN/spoke/nsubj Cook/PROPN/spoke/obj spoke/VERB//root",
            ("PERSON", 0, 2),
            "Tim/spoke/nsubj Cook/spoke/obj spoke//root",
        ),
    ],
)
def test_the_first_word_of_a_name_leads(given: str, entity: tuple[str, int, int], expected: str) -> None:
    parsed = parse(given)
    parsed.entities = entities(parsed, [entity], TYPES)
    head_first(parsed)
    assert tree(parsed) == expected
