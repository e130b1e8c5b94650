"""Copies: whole texts, paragraphs and sentences, wherever they stand."""

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.resolve.copies import Place, find_copies

LONG = (
    "De Chinese smartphonemaker mikt op de eerste helft van volgend jaar om eigen auto's in massaproductie te nemen, "
    "zei de topman dinsdag op een evenement voor beleggers in Peking. "
    "Het bedrijf wil daar in de komende tien jaar zowat tien miljard aan besteden."
)
SHORT = "De topman bevestigde dinsdag dat de fabriek in Gent sluit."
WORD = st.text("abcdefghij", min_size=1, max_size=6)
PROSE = st.lists(WORD, min_size=8, max_size=40).map(" ".join)
AROUND = st.lists(st.lists(WORD, min_size=1, max_size=40).map(" ".join), max_size=3)


def place(document: str, text: str, sentence: str) -> Place:
    start = text.index(sentence)
    return document, start, start + len(sentence)


def same(one: str, other: str, sentence: str, changed: str | None = None) -> bool:
    """Whether the sentence in the one text and the same or a changed one in the other have an origin in common."""
    places = place("a", one, sentence), place("b", other, changed or sentence)
    return find_copies({"a": one, "b": other}, places).same(*places)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, LONG),
        (LONG, f"Eerst iets anders.\n\n{LONG}\n\nDan nog iets."),
        (LONG, LONG.replace("dinsdag", "gisteren").replace("zowat", "ongeveer")),
        (f"{LONG}\n\n{SHORT}", f"{LONG} {SHORT}"),  # cut into other paragraphs
        (LONG, LONG.upper().replace(",", " -")),
    ],
)
def test_a_copy_is_found(one: str, other: str) -> None:
    sentence = "Het bedrijf wil daar in de komende tien jaar zowat tien miljard aan besteden."
    changed = next(s for s in (sentence, sentence.replace("zowat", "ongeveer"), sentence.upper()) if s in other)
    assert same(one, other, sentence, changed)


@pytest.mark.parametrize(
    ("one", "other", "sentence", "changed"),
    [
        (SHORT, SHORT.replace("dinsdag", "woensdag"), SHORT, SHORT.replace("dinsdag", "woensdag")),  # short, not equal
        ("Opel sluit.", "Opel sluit.", "Opel sluit.", None),  # too short to be more than a coincidence
        (f"{SHORT} Opel sluit.", f"Opel sluit. {SHORT}", "Opel sluit.", None),  # beside a copy
        (LONG, " ".join(reversed(LONG.split())), "Peking", "Peking"),
    ],
)
def test_what_is_no_copy(one: str, other: str, sentence: str, changed: str | None) -> None:
    assert not same(one, other, sentence, changed)


def test_a_changed_sentence_in_a_copied_article_is_from_it() -> None:
    assert same(f"{LONG}\n\n{SHORT}", f"{LONG}\n\nDe fabriek sluit.", SHORT, "De fabriek sluit.")


@given(text=PROSE, before=AROUND, after=AROUND, joint=st.sampled_from(["\n\n", "\n"]))
def test_a_copy_of_a_text_is_found_whatever_stands_around_it(
    text: str, before: list[str], after: list[str], joint: str
) -> None:
    other = joint.join([*before, text, *after])
    start = len(joint.join([*before, ""]))
    places = ("a", 0, len(text)), ("b", start, start + len(text))
    assert find_copies({"a": text, "b": other}, places).same(*places)


@given(one=PROSE, other=PROSE)
def test_what_has_few_pairs_of_words_in_common_is_no_copy(one: str, other: str) -> None:
    a, b = ({*zip(text.split(), text.split()[1:], strict=False)} for text in (one, other))
    assume(len(a & b) < 0.8 * len(a | b))
    places = ("a", 0, len(one)), ("b", 0, len(other))
    assert not find_copies({"a": one, "b": other}, places).same(*places)


@given(texts=st.lists(PROSE, max_size=8), edits=st.lists(WORD, max_size=3), order=st.randoms(use_true_random=False))
def test_the_order_of_texts_and_places_does_not_matter(texts: list[str], edits: list[str], order: Random) -> None:
    texts += [
        text.replace(text.split()[9], edit) for text, edit in zip(texts, edits, strict=False) if len(text.split()) > 9
    ]
    named = {str(i): text for i, text in enumerate(texts)}
    places = [(name, 0, len(text)) for name, text in named.items()]
    shuffled = dict(order.sample(sorted(named.items()), len(named)))
    assert find_copies(named, places) == find_copies(shuffled, order.sample(places, len(places)))
