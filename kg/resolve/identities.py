"""Which names are one entity, over all articles: by people's decisions first, then by score.

A short name that fits several fuller ones that are not one ("Bush", "Delta") stays alone, unless the articles use it
for one of them far more than for the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.resolve.blocking import pairs
from kg.resolve.decisions import Decisions
from kg.resolve.features import SAME, UNSURE, Score, score
from kg.resolve.groups import Groups
from kg.resolve.names import slug
from kg.resolve.profiles import Profile
from kg.resolve.resolved import Merge

DECIDED = ("a person said so",)
FAR_MORE = 5  # times as many articles


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that may be of one thing; the first is the shorter one."""

    short: Profile
    full: Profile
    score: Score

    @property
    def is_equal(self) -> bool:
        """Whether neither name is shorter."""
        short, full = self.short.name, self.full.name
        return short.letters == full.letters or sorted(short.tokens) == sorted(full.tokens)

    @property
    def uses(self) -> int:
        """How many articles use the shorter name for the fuller one."""
        return self.full.called[slug(self.short.name.text)]


@dataclass
class Identities:
    """entity: Entity.id by the key of a profile. unsure: pairs that a person may decide, the likeliest first."""

    entity: dict[str, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    unsure: list[Pair] = field(default_factory=list)

    def of(self, key: str) -> str:
        """The entity of a key; an unnamed thing's is the key itself unless a person merged it."""
        return self.entity.get(key, key)


def identities(profiles: Mapping[str, Profile], decisions: Decisions) -> Identities:
    """Every profile's entity, and what is unsure; the result depends on what the articles say alone."""
    return _Uniting(profiles, decisions).done()


class _Uniting:
    def __init__(self, profiles: Mapping[str, Profile], decisions: Decisions) -> None:
        self.profiles = profiles
        self.different = decisions.different
        self.groups = Groups[str]()
        self.members: dict[str, list[str]] = {}
        self.joined: list[tuple[str, str, Score]] = []
        self.unsure: list[Pair] = []
        for key in {*profiles, *decisions.keys}:
            self.members[self.groups.root(key)] = [key]
        for group in decisions.same:
            for other in group[1:]:
                self._join(group[0], other, Score(1.0, DECIDED))

    def done(self) -> Identities:
        found = _scored(self.profiles.values())
        for pair in sorted((p for p in found if p.is_equal), key=_likeliest_first):
            self._take(pair)
        by_short: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in found:
            if not pair.is_equal:
                by_short[pair.short.key].append(pair)
        for key in sorted(by_short, key=lambda k: self.profiles[k].name.rank, reverse=True):
            for pair in self._without_rivals(by_short[key]):
                self._take(pair)
        return self._identities()

    def _take(self, pair: Pair) -> None:
        a, b = pair.short.key, pair.full.key
        if pair.score.value >= SAME and self._may_join(a, b):
            self._join(a, b, pair.score)
        elif frozenset((a, b)) not in self.different:
            self.unsure.append(pair)

    def _without_rivals(self, candidates: list[Pair]) -> list[Pair]:
        """The pairs of one short name with fuller ones, if those are one thing or one is meant far more often."""
        rivals: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in sorted(candidates, key=_likeliest_first):
            if frozenset((pair.short.key, pair.full.key)) not in self.different:
                rivals[self.groups.root(pair.full.key)].append(pair)
        by_use = sorted(rivals.values(), key=lambda group: (-_uses(group), _likeliest_first(group[0])))
        if len(by_use) < 2 or _uses(by_use[0]) >= FAR_MORE * sum(map(_uses, by_use[1:])) > 0:
            self.unsure += [pair for group in by_use[1:] for pair in group]
            return by_use[0] if by_use else []
        if all(_speak_different_languages(a, b) for a, b in pairwise(by_use)):
            return [pair for group in by_use for pair in group]
        self.unsure += [pair for group in by_use for pair in group]
        return []

    def _may_join(self, a: str, b: str) -> bool:
        first, second = (self.members[self.groups.root(key)] for key in (a, b))
        if first is second:
            return True
        known = {p.known for key in (*first, *second) if (p := self.profiles.get(key)) and p.known}
        return len(known) < 2 and not self._are_apart(first, second)

    def _are_apart(self, first: list[str], second: list[str]) -> bool:
        """Whether a person said so of any two names of the groups."""
        return bool(self.different) and any(frozenset((x, y)) in self.different for x in first for y in second)

    def _is_open(self, pair: Pair) -> bool:
        """Whether the two are still two things, and nobody said that they are."""
        first, second = (self.members[self.groups.root(p.key)] for p in (pair.short, pair.full))
        return first is not second and not self._are_apart(first, second)

    def _join(self, a: str, b: str, why: Score) -> None:
        first, second = self.groups.root(a), self.groups.root(b)
        if first != second:
            self.groups.join((a, b))
            together = self.members.pop(first) + self.members.pop(second)
            self.members[self.groups.root(a)] = sorted(together)
        self.joined.append((a, b, why))

    def _identities(self) -> Identities:
        entity = {}
        for group in self.members.values():
            chosen = _representative([self.profiles[key] for key in group if key in self.profiles], group)
            entity.update(dict.fromkeys(group, chosen))
        reasons: dict[tuple[str, str], Score] = {}  # what a person said, before what the score says of the same two
        for a, b, why in self.joined:
            if a in self.profiles and b in self.profiles:
                reasons.setdefault((min(a, b), max(a, b)), why)
        merges = [self._merge(entity[a], (a, b), why) for (a, b), why in reasons.items()]
        unsure = filter(self._is_open, self.unsure)
        return Identities(entity, sorted(merges, key=_merge_order), sorted(unsure, key=_likeliest_first))

    def _merge(self, entity: str, keys: tuple[str, str], why: Score) -> Merge:
        name, other = (self.profiles[key].name.text for key in keys)
        return Merge(entity, keys, name, other, why.value, why.reasons)


def _scored(profiles: Iterable[Profile]) -> list[Pair]:
    """The pairs that may be one thing."""
    found = []
    for a, b in pairs(profiles):
        short, full = sorted((a, b), key=lambda p: (p.name.rank, p.key))
        if (pair := Pair(short, full, score(a, b))).score.value >= UNSURE:
            found.append(pair)
    return found


def _representative(profiles: list[Profile], keys: list[str]) -> str:
    """The key that an entity goes by: what is known, a person's fullest name, the shortest name of anything else.

    It does not depend on how often a name is used, so that one more article seldom changes it.
    """
    if not profiles:
        return min(keys)
    if known := [p.key for p in profiles if p.known]:
        return min(known)
    if any(p.name.type == "PER" for p in profiles):
        return max(profiles, key=lambda p: (p.name.rank, p.key)).key
    return min(profiles, key=lambda p: (p.name.is_acronym, len(p.name.tokens), len(p.key), p.key)).key


def _uses(group: list[Pair]) -> int:
    return sum(pair.uses for pair in group)


def _speak_different_languages(a: list[Pair], b: list[Pair]) -> bool:
    return not {x for p in a for x in p.full.languages} & {x for p in b for x in p.full.languages}


def _likeliest_first(pair: Pair) -> tuple[float, str, str]:
    return -pair.score.value, pair.short.key, pair.full.key


def _merge_order(merge: Merge) -> tuple[str, ...]:
    return merge.entity, *merge.keys
