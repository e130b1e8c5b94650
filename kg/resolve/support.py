"""How well a claim is supported: how many documents that are no copies of each other state it, and how many sources."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from kg.resolve.copies import Copies, find_copies
from kg.resolve.groups import Groups
from kg.resolve.resolved import Evidence, Fact, Resolved

Stated = tuple[Fact, Evidence]


@dataclass(frozen=True, slots=True)
class Support:
    """documents: that are no copies of each other. sources: who the texts name, or else who published them."""

    documents: int
    sources: int


def supports(resolved: Resolved) -> tuple[Support, ...]:
    """The support of each fact, in the order of the facts.

    Facts that say the same count together, whatever their source and the spelling of their figure, if their times are
    equal or one has none. What is copied counts once; so do sources that print copies of each other.
    """
    alike: defaultdict[Hashable, defaultdict[str | None, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in resolved.facts:
        alike[_said(fact)][fact.when].append(fact)
    count = _Counter(resolved)
    found = {(said, when): count(_at(when, times)) for said, times in alike.items() for when in times}
    return tuple(found[_said(fact), fact.when] for fact in resolved.facts)


def _said(fact: Fact) -> Hashable:
    """What a fact says, without its source, its time and the spelling of a figure."""
    figure = fact.figure
    known = figure is not None and figure.value is not None
    worth = (figure.value, figure.unit) if figure and known else figure and figure.text
    object_ = None if known and fact.is_literal else (fact.object, fact.object_language)
    return fact.subject, fact.relation, object_, fact.modality, worth


def _at(when: str | None, times: defaultdict[str | None, list[Fact]]) -> Iterable[Fact]:
    """The facts whose time may be that."""
    return (fact for time, facts in times.items() if when is None or time in (when, None) for fact in facts)


class _Counter:
    """Counts what the evidence of facts has not in common."""

    def __init__(self, resolved: Resolved) -> None:
        self._publishers = {each.document.id: each.publisher for each in resolved.documents}
        self._copies = _copies(resolved)

    def __call__(self, facts: Iterable[Fact]) -> Support:
        stated = [(fact, piece) for fact in facts for piece in fact.evidence]
        return Support(_count(map(self._document, stated)), _count(map(self._source, stated)))

    def _document(self, stated: Stated) -> list[Hashable]:
        """What a piece of evidence shares with others of the same document or its copies."""
        _, piece = stated
        return [piece.document, *self._copies.origins[piece.document, piece.start, piece.end]]

    def _source(self, stated: Stated) -> list[Hashable]:
        """What a piece of evidence shares with others of the same source."""
        fact, piece = stated
        if fact.source:
            return [fact.source]
        publisher = self._publishers[piece.document]
        return [*self._document(stated), *([publisher] if publisher else [])]


def _copies(resolved: Resolved) -> Copies:
    texts = {each.document.id: each.document.text for each in resolved.documents}
    return find_copies(texts, {(e.document, e.start, e.end) for fact in resolved.facts for e in fact.evidence})


def _count(groups: Iterable[list[Hashable]]) -> int:
    """How many there are, when those that share something are one."""
    joined, shared = Groups[Hashable](), list(groups)
    for group in shared:
        joined.join(group)
    return len({joined.root(group[0]) for group in shared})
