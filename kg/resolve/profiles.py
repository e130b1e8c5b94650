"""What all articles together tell of each name: the ground on which names are compared across articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.resolve.name_words import NameWords
from kg.resolve.names import Name, slug
from kg.resolve.namesakes import Namesakes, anchors, fields
from kg.resolve.resolved import ResolvedArticle, Thing

PLACED = "basedIn"


@dataclass
class Profile:
    """One name of things that are taken to be one, over all articles that use it as the full name."""

    key: str  # Thing.id, with a qualifier for namesakes
    words: NameWords
    types: Counter[str] = field(default_factory=Counter)  # by articles
    labels: Counter[str] = field(default_factory=Counter)  # the full name as written -> articles
    called: Counter[str] = field(default_factory=Counter)  # slug of a shorter name -> articles that use it for this
    languages: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)  # Thing.id of what is named beside it, known things aside
    anchors: set[str] = field(default_factory=set)  # Thing.id of the organisations in which a person has a role
    fields: set[str] = field(default_factory=set)  # of persons: business, sport ...
    places: set[str] = field(default_factory=set)  # Thing.id of where it is based
    known: str | None = None

    @property
    def articles(self) -> int:
        """How many articles use the name as a full name."""
        return self.types.total()

    @cached_property
    def name(self) -> Name:
        """Its most frequent spelling, with its most frequent type."""
        text = min(self.labels, key=lambda t: (-self.labels[t], t))
        return Name(text, min(self.types, key=lambda t: (-self.types[t], t)), self.words)


def profiles(articles: Iterable[ResolvedArticle], namesakes: Namesakes, words: NameWords) -> dict[str, Profile]:
    """The profiles of all named things by key; the same whatever the order of the articles."""
    found: dict[str, Profile] = {}
    for article in articles:
        surfaces = _surfaces(article)
        for thing in article.things:
            if thing.named:
                key = namesakes.key(article.document.document.id, thing.id)
                _add(found.setdefault(key, Profile(key, words)), article, thing, surfaces.get(thing.id, set()))
    return dict(sorted(found.items()))


def _add(profile: Profile, article: ResolvedArticle, thing: Thing, surfaces: set[str]) -> None:
    profile.types[thing.type] += 1
    profile.labels[thing.label] += 1
    profile.called.update(surfaces - {slug(thing.label)})
    profile.languages.add(article.document.language)
    profile.companions |= {t.id for t in article.things if t.named and not t.known and t.id != thing.id}
    profile.known = profile.known or thing.known
    profile.places |= {f.object for f in article.facts if f.subject == thing.id and f.relation == PLACED and f.object}
    if thing.type == "PER":
        profile.anchors |= anchors(article, thing.id)
        profile.fields |= fields(article, thing, profile.words)


def _surfaces(article: ResolvedArticle) -> Mapping[str, set[str]]:
    """The slugs of the names that an article uses for each of its things."""
    surfaces: defaultdict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.kind == "name":
            surfaces[mention.entity].add(slug(mention.text))
    return surfaces
