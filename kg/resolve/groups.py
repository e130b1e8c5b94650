"""Groups of things of which some are known to belong together: union-find."""

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
        while (above := self._above.get(item, item)) != item:
            path.append(item)
            item = above
        self._above.update(dict.fromkeys(path, item))
        return item
