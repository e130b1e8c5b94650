"""One entity for each thing, from all its mentions in all articles."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kg.resolve.article import Thing
from kg.resolve.gazetteer import Entry
from kg.resolve.resolved import Entity


@dataclass
class _Seen:
    """What the articles call a thing."""

    types: Counter[str] = field(default_factory=Counter)
    surfaces: Counter[tuple[str, str]] = field(default_factory=Counter)  # (language, full name)
    short: set[tuple[str, str]] = field(default_factory=set)  # (language, name as mentioned)
    known: Entry | None = None
    named: bool = False


class Entities:
    """Collects things and their names; the result does not depend on the order in which they come."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, _Seen] = defaultdict(_Seen)

    def add(self, thing: Thing, language: str, surface: str | None) -> None:
        """One mention of a thing; surface is the name as it stands there, None for a pronoun or a description."""
        seen = self._seen[thing.id]
        seen.types[thing.type] += 1
        seen.surfaces[language, thing.label] += 1
        seen.known = seen.known or thing.known
        seen.named = seen.named or thing.named
        if surface and thing.named:
            seen.short.add((language, surface))

    def all(self) -> tuple[Entity, ...]:
        """The entities by id."""
        return tuple(_entity(i, self._seen[i]) for i in sorted(self._seen))


def _entity(identity: str, seen: _Seen) -> Entity:
    known = seen.known
    kind = min(seen.types, key=lambda t: (-seen.types[t], t))
    labels = tuple(sorted(known.labels if known else _preferred(seen.surfaces).items()))
    others = {*seen.surfaces, *seen.short} if seen.named else set()
    if known and known.type == "LOC":  # an adjective ("Chinese") is no name of a place
        others = {name for name in others if name[1] in _names(known)}
    return Entity(
        id=identity,
        type=known.type if known else kind,
        labels=labels,
        aliases=tuple(sorted(others - set(labels))),
        same_as=known.same_as if known else (),
        named=seen.named,
        identifiers=(known.iso,) if known and known.iso else (),
    )


def _names(known: Entry) -> set[str]:
    return {text for _, text in (*known.labels, *known.aliases)}


def _preferred(surfaces: Counter[tuple[str, str]]) -> dict[str, str]:
    """The most frequent full name of each language, the longest of equally frequent ones."""
    best: dict[str, str] = {}
    for language, text in sorted(surfaces, key=lambda s: (-surfaces[s], -len(s[1]), s)):
        best.setdefault(language, text)
    return best
