"""Trees of any shape and with any labels become trees with one root."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.language.annotated import EntitySpan
from kg.language.annotators import clearnlp, tiger, universal
from kg.language.annotators.names import head_first
from kg.language.annotators.parse import Parse
from kg.language.annotators.schemes import SCHEMES, Convert, converter

CLEARNLP = sorted({*clearnlp.LABELS, "conj", "cc", "compound", "nmod", "nsubj", "expl", "punct", "aux", "det", "dep"})
TIGER = sorted({*tiger.LABELS, "nk", "mo", "mnr", "oc", "sb", "cm", "cc", "re", "punct"})
UNIVERSAL = ["nsubj", "obj", "case", "flat", "compound", "flat:name", "obl:tmod"]
TAGS = [*universal.NOUNS, *universal.OTHERS]


@st.composite
def parses(draw: st.DrawFn, labels: list[str]) -> Parse:
    """A sentence whose words hang on each other in any way without circles, with an entity in it."""
    count = draw(st.integers(1, 9))
    order = draw(st.permutations(range(count)))  # each word hangs on one before it here, or is a root
    heads = [-1] * count
    for n, i in enumerate(order):
        heads[i] = draw(st.sampled_from([-1, *order[:n]])) if n else -1
    first, last = sorted(draw(st.tuples(st.integers(0, count - 1), st.integers(1, count))))
    each = {"min_size": count, "max_size": count}
    return Parse(
        forms=tuple(map(str, range(count))),
        lemmas=draw(st.lists(st.sampled_from(["be", "sein", "werden", "x"]), **each)),
        upos=draw(st.lists(st.sampled_from(TAGS), **each)),
        feats=draw(st.lists(st.sampled_from(["_", "VerbForm=Fin", "VerbForm=Part"]), **each)),
        heads=heads,
        labels=draw(st.lists(st.sampled_from(labels), **each)),
        entities=(EntitySpan("PER", first, max(last, first + 1), 0.9),),
    )


@settings(deadline=None)
@given(st.data())
@pytest.mark.parametrize(
    ("convert", "labels"),
    [(clearnlp.to_universal, CLEARNLP), (tiger.to_universal, TIGER), (universal.to_universal, UNIVERSAL)],
    ids=["clearnlp", "tiger", "universal"],
)
def test_a_tree_stays_a_tree(convert: Convert, labels: list[str], data: st.DataObject) -> None:
    parse = data.draw(parses(labels))
    convert(parse)
    parse.unite()
    head_first(parse)
    assert parse.heads.count(-1) == 1
    assert all(_reaches_the_root(parse, i) for i in range(len(parse)))


def _reaches_the_root(parse: Parse, i: int) -> bool:
    for _ in range(len(parse)):
        if i < 0:
            return True
        i = parse.heads[i]
    return i < 0


@pytest.mark.parametrize(
    ("labels", "convert"),
    [
        (UNIVERSAL, universal.to_universal),
        (["nsubj", "dobj", "prep", "case", "pobj"], clearnlp.to_universal),
        (["sb", "oa", "nk", "mo"], tiger.to_universal),
    ],
)
def test_the_labels_tell_what_converts_them(labels: list[str], convert: Convert) -> None:
    assert converter(labels, "x") is convert


def test_unknown_labels_are_named() -> None:
    with pytest.raises(KgError, match=r"^spacy:x: the labels of its trees \(ATR, SUJ, \.\.\.\) are unknown to kg"):
        converter(["SUJ", "ATR"], "spacy:x")


def test_every_scheme_has_signs_of_its_own() -> None:
    assert not any(a.signs <= b.signs for a in SCHEMES for b in SCHEMES if a is not b)
