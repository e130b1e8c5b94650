"""When two names are of one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.names import contained, same_name, same_phrase, same_thing

TEXTS = st.sets(st.text(alphabet="ab -_.é", max_size=6), max_size=3)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ({"General Motors"}, {"general-motors"}, True),
        ({"GM", "General Motors"}, {"GM", "G.M. Holding"}, True),
        ({"S & P 500"}, {"S&P 500"}, True),
        ({"General Motors"}, {"Motors"}, False),
        ({"..."}, {"-"}, False),
        ({""}, {""}, False),
        (set(), {"GM"}, False),
    ],
)
def test_same_name(ours: set[str], theirs: set[str], same: bool) -> None:
    assert same_name(ours, theirs) is same


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ({"elektrische auto"}, {"de nieuwe auto"}, True),  # the same last word
        ({"Apple"}, {"Apple Computer Inc."}, True),  # one in the other
        ({"Apple Computer"}, {"het Apple Computer van nu"}, True),
        ({"Apple Inc."}, {"Apple Computer Inc"}, True),
        ({"auto"}, {"auto's"}, True),
        ({"auto"}, {"autofabriek"}, False),  # no whole word
        ({"Apple nu"}, {"Apple van nooit"}, False),
        ({"nieuwe auto"}, {"nieuwe fiets"}, False),
        ({"fiets", "nieuwe auto"}, {"bus", "auto"}, True),
        ({"-"}, {"- -"}, False),
        (set(), {"auto"}, False),
    ],
)
def test_same_phrase(ours: set[str], theirs: set[str], same: bool) -> None:
    assert same_phrase(ours, theirs) is same


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ({"maker"}, {"smartphonemaker"}, True),
        ({"auto-fabrikant"}, {"autofabrikant"}, True),
        ({"maker"}, {"bedrijf"}, False),
        ({"-"}, {"bedrijf"}, False),
    ],
)
def test_contained(ours: set[str], theirs: set[str], same: bool) -> None:
    assert contained(ours, theirs) is same


@given(TEXTS, TEXTS)
def test_the_order_does_not_matter(ours: set[str], theirs: set[str]) -> None:
    for compare in (same_name, same_phrase, same_thing, contained):
        assert compare(ours, theirs) is compare(theirs, ours)
