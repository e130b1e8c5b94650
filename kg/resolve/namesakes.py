"""Two things of one name: persons of different fields who share no company, and persons who are called as a firm is.

An equal full name is one person unless the articles fall apart into groups that share no organisation, no companion and
no field, of which two say in which field the person is: a footballer and a banker of one name are two persons.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.resolve.groups import Groups
from kg.resolve.name_words import NameWords
from kg.resolve.resolved import ResolvedArticle, Thing

FIELDS = {
    "ceoOf": "business",
    "chairOf": "business",
    "executiveOf": "business",
    "founderOf": "business",
    "officeHolderOf": "politics",
}
ROLES = (*FIELDS, "spokespersonOf", "memberOf", "worksFor")
PERSON = "person"  # the qualifier of a person who is called as something else is

Place = tuple[str, str]  # Document.id, Thing.id


@dataclass(frozen=True)
class Namesakes:
    """Qualifiers for the things that are not the one that their name means first."""

    qualifiers: Mapping[Place, str] = field(default_factory=dict)

    def key(self, document: str, thing: str) -> str:
        """The key of a thing in an article: its id, with a qualifier for a namesake."""
        qualifier = self.qualifiers.get((document, thing))
        return f"{thing}-{qualifier}" if qualifier else thing


def namesakes(articles: Sequence[ResolvedArticle], words: NameWords) -> Namesakes:
    """Finds them among all articles; the result does not depend on their order."""
    uses: defaultdict[str, list[tuple[ResolvedArticle, Thing]]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.document.document.id):
        for thing in article.things:
            if thing.named:
                uses[thing.id].append((article, thing))
    found: dict[Place, str] = {}
    for same in uses.values():
        persons = [(a, t) for a, t in same if t.type == "PER"]
        if len(persons) < len(same):
            found.update(_named_as_a_thing(persons, same))
        elif len(same) > 1 and " " in same[0][1].label:
            found.update(_of_other_fields(persons, words))
    return Namesakes(found)


def anchors(article: ResolvedArticle, person: str) -> set[str]:
    """The organisations in which an article gives a person a role."""
    return {f.object for f in article.facts if f.subject == person and f.relation in ROLES and f.object}


def fields(article: ResolvedArticle, person: Thing, words: NameWords) -> set[str]:
    """The fields that an article puts a person in, by roles and by what it calls them."""
    own = [f for f in article.facts if f.subject == person.id]
    nouns = {*person.callings, *(f.object for f in own if f.relation == "isA" and f.object)}
    called = {field for noun in nouns for field in words.fields(noun)}
    return called | {FIELDS[f.relation] for f in own if f.relation in FIELDS}


def _named_as_a_thing(
    persons: list[tuple[ResolvedArticle, Thing]], same: list[tuple[ResolvedArticle, Thing]]
) -> Iterator[tuple[Place, str]]:
    """Persons with a role, in articles of their own, whose name elsewhere is a firm's or a place's."""
    for article, thing in persons:
        if anchors(article, thing.id) and len(persons) * 2 <= len(same):
            yield (article.document.document.id, thing.id), PERSON


def _of_other_fields(persons: list[tuple[ResolvedArticle, Thing]], words: NameWords) -> Iterator[tuple[Place, str]]:
    groups = Groups[str]()
    seen: dict[str, str] = {}  # what articles share -> the first one that has it
    said: dict[str, set[str]] = {}
    for article, thing in persons:
        document = article.document.document.id
        said[document] = fields(article, thing, words)
        shared = {*anchors(article, thing.id), *said[document], *_companions(article, thing)}
        groups.join([document, *(seen.setdefault(what, document) for what in sorted(shared))])
    yield from _qualified(groups.all(), said, persons[0][1].id)


def _qualified(groups: list[list[str]], said: Mapping[str, set[str]], thing: str) -> Iterator[tuple[Place, str]]:
    """Every group that tells its field, but for the largest, gets the field as its qualifier."""
    telling = [(group, Counter(f for document in group for f in said[document])) for group in groups]
    telling = [(group, counts) for group, counts in telling if counts]
    for group, counts in sorted(telling, key=lambda pair: (-len(pair[0]), pair[0]))[1:]:
        qualifier = min(counts, key=lambda f: (-counts[f], f))
        yield from (((document, thing), qualifier) for document in group)


def _companions(article: ResolvedArticle, person: Thing) -> Iterable[str]:
    """What else an article names, but for what is known to all: places, agencies, exchanges."""
    return (t.id for t in article.things if t.named and not t.known and t.id != person.id)
