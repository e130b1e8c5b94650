import gzip
import json
from collections import Counter
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.language.training.augment import Names, as_written_elsewhere, with_other_names
from kg.language.training.names import Named, named, spans

WORDS = ("De", "Europese", "Unie", "sprak", "met", "Tim", "Cook", "van", "Apple", ".")
TAGS = ("O", "B-ORG", "I-ORG", "O", "O", "B-PER", "I-PER", "O", "B-ORG", "O")
SENTENCE = Named("cdb-7", "nl", WORDS, TAGS)
OTHERS = [
    SENTENCE,
    Named("las-1", "nl", ("Philips", "NV", "en", "Shell"), ("B-ORG", "I-ORG", "O", "B-ORG")),
    Named("nl-3", "nl", ("Anna", "van", "Dijk"), ("B-PER", "I-PER", "I-PER")),
    Named("de1", "de", ("Angela", "Merkel"), ("B-PER", "I-PER")),
]


def test_the_names_of_a_sentence() -> None:
    assert spans(TAGS) == [(1, 3, "ORG"), (5, 7, "PER"), (8, 9, "ORG")]
    assert spans(("B-ORG", "B-ORG", "I-ORG")) == [(0, 1, "ORG"), (1, 3, "ORG")]


def test_held_out_are_dutch_sentences_whose_number_ends_in_7() -> None:
    ids = ["cdb-7", "las-1207", "cdb-71", "ewt-7", "nl-17"]
    assert [Named(each, "nl", (), ()).held_out for each in ids] == [True, True, False, False, False]


def test_sentences_from_a_file(tmp_path: Path) -> None:
    row = {"id": "cdb-7", "lang": "nl", "words": WORDS, "tags": TAGS}
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    assert list(named(tmp_path / "a.jsonl.gz")) == [SENTENCE]


@given(st.integers())
def test_other_names_keep_the_types_and_the_words_around_them(seed: int) -> None:
    found = with_other_names(SENTENCE, Names(OTHERS), Random(seed))
    assert len(found.words) == len(found.tags)
    assert [kind for *_, kind in spans(found.tags)] == ["ORG", "PER", "ORG"]
    assert [word for word, tag in zip(found.words, found.tags, strict=True) if tag == "O"] == [
        "De",
        "sprak",
        "met",
        "van",
        ".",
    ]
    assert "Merkel" not in found.words  # a name of another language


def test_names_are_replaced_now_and_then() -> None:
    names, chance = Names(OTHERS), Random(0)
    people = Counter(" ".join(with_other_names(SENTENCE, names, chance).words[5:8]) for _ in range(200))
    assert any("Anna van Dijk" in each for each in people)
    assert people.most_common(1)[0][0].startswith("Tim Cook")


@given(st.integers())
def test_another_way_of_writing_keeps_the_labels(seed: int) -> None:
    found = as_written_elsewhere(SENTENCE, Random(seed))
    assert spans(found.tags) == spans(TAGS)
    assert len(found.words) == len(found.tags)
    assert [word.lower() for word in found.words] == [word.lower() for word in WORDS[: len(found.words)]]
