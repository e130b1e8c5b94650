"""Groups of things that belong together (union-find); the smallest member leads a group, so the order never counts."""

from collections import defaultdict
from typing import Generic, TypeVar

T = TypeVar("T", bound=str)


class Partition(Generic[T]):
    """Everything that was joined, directly or through others, is one group."""

    def __init__(self) -> None:
        self._leader: dict[T, T] = {}

    def join(self, a: T, b: T) -> None:
        """Put the groups of two members together."""
        first, second = sorted((self.leader(a), self.leader(b)))
        self._leader[second] = first

    def leader(self, member: T) -> T:
        """The smallest member of a member's group."""
        self._leader.setdefault(member, member)
        while (above := self._leader[member]) != member:
            self._leader[member] = self._leader[above]
            member = above
        return member

    def groups(self) -> list[list[T]]:
        """All groups, each sorted, by their leaders."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for member in sorted(self._leader):
            found[self.leader(member)].append(member)
        return [found[leader] for leader in sorted(found)]
