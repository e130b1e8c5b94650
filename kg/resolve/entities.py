"""One entity for each thing, with all that the articles call it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.resolve.decisions import Decisions
from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.resolved import Entity, ResolvedArticle, Thing

Text = tuple[str, str]  # (language, text)


@dataclass
class _Seen:
    """What the articles call a thing."""

    types: Counter[str] = field(default_factory=Counter)
    full: Counter[Text] = field(default_factory=Counter)  # full names, by mentions
    short: set[Text] = field(default_factory=set)  # names as mentioned
    known: str | None = None
    named: bool = False


class Entities:
    """Collects things and their names; the result does not depend on the order in which they come."""

    def __init__(self, gazetteer: Gazetteer, decisions: Decisions) -> None:
        self._gazetteer, self._decisions = gazetteer, decisions
        self._seen: defaultdict[str, _Seen] = defaultdict(_Seen)

    def add(self, article: ResolvedArticle, entity: Callable[[str], str]) -> None:
        """The things of an article. entity: from Thing.id to Entity.id."""
        language = article.document.language
        things = {thing.id: thing for thing in article.things}
        if article.document.publisher:
            self._count(entity, things[article.document.publisher], language)
        for mention in article.mentions:
            self._count(entity, things[mention.entity], language)
            if mention.kind == "name" and things[mention.entity].named:
                self._seen[entity(mention.entity)].short.add((language, mention.text))

    def _count(self, entity: Callable[[str], str], thing: Thing, language: str) -> None:
        seen = self._seen[entity(thing.id)]
        seen.types[thing.type] += 1
        seen.full[language, thing.label] += 1
        seen.known = min(filter(None, (seen.known, thing.known)), default=None)
        seen.named = seen.named or thing.named

    def all(self) -> tuple[Entity, ...]:
        """The entities by id."""
        return tuple(self._entity(i, self._seen[i]) for i in sorted(self._seen))

    def _entity(self, identity: str, seen: _Seen) -> Entity:
        known = self._gazetteer.entries[seen.known] if seen.known else None
        labels = self._labels(identity, seen, known)
        others = {*seen.full, *seen.short} if seen.named else set()
        if known and known.type == "LOC":  # an adjective ("Chinese") is no name of a place
            others = {name for name in others if name[1] in _names(known)}
        kind = known.type if known else min(seen.types, key=lambda t: (-seen.types[t], t))
        return Entity(
            id=identity,
            type=self._decisions.types.get(identity, kind),
            labels=labels,
            aliases=tuple(sorted(others - set(labels))),
            same_as=known.same_as if known else (),
            named=seen.named,
            identifiers=(known.iso,) if known and known.iso else (),
        )

    def _labels(self, identity: str, seen: _Seen, known: Entry | None) -> tuple[Text, ...]:
        if name := self._decisions.rename.get(identity):
            return tuple((language, name) for language in sorted({language for language, _ in seen.full}))
        return tuple(sorted(known.labels if known else _preferred(seen.full)))


def _names(known: Entry) -> set[str]:
    return {text for _, text in (*known.labels, *known.aliases)}


def _preferred(full: Counter[Text]) -> Iterable[Text]:
    """The most frequent full name of each language, the longest of equally frequent ones."""
    best: dict[str, str] = {}
    for language, text in sorted(full, key=lambda s: (-full[s], -len(s[1]), s)):
        best.setdefault(language, text)
    return best.items()
