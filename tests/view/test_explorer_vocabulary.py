import re

import pytest
import yaml

from kg import resources
from kg.errors import UsageError
from kg.extract.signatures import load_signatures
from kg.view.explorer.vocabulary import MODALITIES, vocabulary

SIGNATURES = load_signatures()
WORDS = vocabulary(SIGNATURES, MODALITIES)
SLOTS = {"subject", "object", "amount", "role", "product"}


@pytest.mark.parametrize("relation", WORDS.relations, ids=lambda relation: relation.key)
def test_every_relation_has_a_sentence_in_both_languages(relation):
    kind = SIGNATURES[relation.key].kind
    assert relation.kind == kind
    for words in (relation.pattern, *relation.patterns.values()):
        for pattern in (words.nl, words.en):
            needed = set(re.findall(r"\{(\w+)\}", re.sub(r"\[.*?\]", "", pattern)))
            assert needed == ({"subject"} if kind == "none" else {"subject", "object"})
            assert set(re.findall(r"\{(\w+)\}", pattern)) <= SLOTS
            assert pattern.count("[") == pattern.count("]") == len(re.findall(r"\[[^\[\]]*\{\w+\}[^\[\]]*\]", pattern))


def test_only_relations_that_there_are_have_sentences():
    groups = yaml.safe_load((resources.SHIPPED / "sentences.yaml").read_text("utf-8"))
    assert {relation for group in groups.values() for relation in group} == set(SIGNATURES)


def test_labels_and_comments_come_from_the_vocabulary():
    assert [type_.label.nl for type_ in WORDS.types][:2] == ["persoon", "organisatie"]
    assert WORDS.modalities[1].label.en == "planned"
    assert all(relation.label.nl and relation.comment.en for relation in WORDS.relations)
    assert [relation.key for relation in WORDS.relations if relation.symmetric] == [
        "mergesWith",
        "partnersWith",
        "competesWith",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("people: [ceoOf]", "line 1: people: this must be a mapping"),
        ("people:\n  ceoOf: {de: x}", "line 2: people.ceoOf.de: unknown key; known here: Alleged, Asserted, Ended"),
        ("people:\n  ceoOf: {nl: 3}", "line 2: people.ceoOf"),
        ("people:\n  ceoOf:\n    Planned: {nl: x, of: y}", "line 3: people.ceoOf.Planned.of: unknown key"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, content, message):
    (tmp_path / "sentences.yaml").write_text(content)
    with pytest.raises(UsageError) as error:
        vocabulary(["ceoOf"], [], tmp_path)
    assert message in str(error.value)


def test_ones_own_sentences_take_the_place_of_those_that_come_with_kg(tmp_path):
    (tmp_path / "sentences.yaml").write_text("bazen:\n  ceoOf: {nl: '{subject} leidt {object}'}")
    (relation,) = vocabulary(["ceoOf"], [], tmp_path).relations
    assert (relation.group, relation.pattern.nl, relation.pattern.en) == ("bazen", "{subject} leidt {object}", "")
