"""One entity for each thing, from all its mentions in all articles."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kg.resolve.article import Thing
from kg.resolve.resolved import Entity


@dataclass
class _Seen:
    """What the articles call a thing."""

    types: Counter[str] = field(default_factory=Counter)
    surfaces: Counter[tuple[str, str]] = field(default_factory=Counter)  # (language, full name)
    short: set[tuple[str, str]] = field(default_factory=set)  # (language, name as mentioned)
    thing: Thing | None = None


class Entities:
    """Collects things and their names; the result does not depend on the order in which they come."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, _Seen] = defaultdict(_Seen)

    def add(self, thing: Thing, language: str, surface: str | None) -> None:
        """One mention of a thing; surface is the name as it stands there, None for a pronoun or a description."""
        seen = self._seen[thing.id]
        seen.types[thing.type] += 1
        seen.surfaces[language, thing.label] += 1
        seen.thing = thing
        if surface and thing.named:
            seen.short.add((language, surface))

    def all(self) -> tuple[Entity, ...]:
        """The entities by id."""
        return tuple(_entity(i, self._seen[i]) for i in sorted(self._seen))


def _entity(identity: str, seen: _Seen) -> Entity:
    thing = seen.thing
    assert thing is not None
    kind = min(seen.types, key=lambda t: (-seen.types[t], t))
    labels = tuple(sorted(thing.known.labels if thing.known else _preferred(seen.surfaces).items()))
    others = {*seen.surfaces, *seen.short} if thing.named else set()
    adjectives = {a for a in others if thing.known and thing.known.type == "LOC" and a[1] not in _names(thing)}
    aliases = tuple(sorted(others - set(labels) - adjectives))
    same_as = thing.known.same_as if thing.known else ()
    return Entity(identity, thing.known.type if thing.known else kind, labels, aliases, same_as, thing.named)


def _names(thing: Thing) -> set[str]:
    """The names proper of a known entity: an adjective ("Chinese") is none of them."""
    assert thing.known is not None
    return {text for _, text in (*thing.known.labels, *thing.known.aliases)}


def _preferred(surfaces: Counter[tuple[str, str]]) -> dict[str, str]:
    """The most frequent full name of each language, the longest of equally frequent ones."""
    best: dict[str, str] = {}
    for language, text in sorted(surfaces, key=lambda s: (-surfaces[s], -len(s[1]), s)):
        best.setdefault(language, text)
    return best
