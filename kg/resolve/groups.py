"""Groups of things of which some are known to belong together: union-find."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Joins items; which item stands for a group depends on the order of joining, which items are in one does not."""

    def __init__(self) -> None:
        self._above: dict[Item, Item] = {}

    def join(self, items: Iterable[Item]) -> None:
        """Put all of them in one group, with what was together with any of them before."""
        roots = [self.root(item) for item in items]
        for root in roots[1:]:
            self._above[self.root(root)] = self.root(roots[0])

    def root(self, item: Item) -> Item:
        """The item that stands for the group, the item itself if it was never joined."""
        path = []
        while (above := self._above.setdefault(item, item)) != item:
            path.append(item)
            item = above
        self._above.update(dict.fromkeys(path, item))
        return item

    def all(self) -> list[list[Item]]:
        """The groups of all items that were asked for or joined, in the order in which these came."""
        found: defaultdict[Item, list[Item]] = defaultdict(list)
        for item in list(self._above):
            found[self.root(item)].append(item)
        return list(found.values())
