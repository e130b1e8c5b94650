"""Groups of things that belong together."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.groups import Groups

ITEMS = range(12)
JOINS = st.lists(st.lists(st.sampled_from(ITEMS), max_size=3), max_size=12)


def groups(joins: list[list[int]]) -> set[frozenset[int]]:
    found = Groups[int]()
    for join in joins:
        found.join(join)
    roots = {item: found.root(item) for item in ITEMS}
    return {frozenset(item for item in ITEMS if roots[item] == root) for root in roots.values()}


def test_what_was_never_joined_is_alone() -> None:
    assert groups([]) == {frozenset({item}) for item in ITEMS}


def test_what_shares_an_item_is_one_group() -> None:
    assert groups([[1, 2], [3, 4], [5, 2, 3]]) >= {frozenset({1, 2, 3, 4, 5}), frozenset({6})}


def test_all_groups() -> None:
    found = Groups[str]()
    for join in (["c", "b"], ["d"], ["b", "a"]):
        found.join(join)
    assert [sorted(group) for group in found.all()] == [["a", "b", "c"], ["d"]]


@given(joins=JOINS, order=st.randoms(use_true_random=False))
def test_the_groups_are_the_finest_that_keep_what_was_joined_together_in_any_order(
    joins: list[list[int]], order: Random
) -> None:
    expected = {frozenset({item}) for item in ITEMS}
    for join in joins:
        touched = {group for group in expected if group & set(join)}
        expected = expected - touched | ({frozenset().union(*touched)} if touched else set())
    assert groups(order.sample(joins, len(joins))) == expected
