"""From single articles to one graph: things of all articles become entities, equal claims become one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.extract.signatures import Signature
from kg.resolve.decisions import Decisions
from kg.resolve.entities import Entities
from kg.resolve.facts import best, order
from kg.resolve.fitting import fitting
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.identities import Identities, identities
from kg.resolve.links import Links, with_links
from kg.resolve.moving import Place, moved_document, moved_fact, told_apart
from kg.resolve.name_words import NameWords
from kg.resolve.namesakes import namesakes
from kg.resolve.profiles import profiles
from kg.resolve.resolved import EntityMention, Evidence, Fact, Resolved, ResolvedArticle, Unsure


def unite(
    articles: Iterable[ResolvedArticle],
    gazetteer: Gazetteer,
    words: NameWords,
    decisions: Decisions | None = None,
    links: Links | None = None,
    signatures: Mapping[str, Signature] | None = None,
) -> Resolved:
    """The entities of all articles; the result does not depend on their order.

    signatures: of the relations; claims between things of other types are left out, see `kg.resolve.fitting`.
    """
    decided = decisions or Decisions()
    every = sorted((told_apart(a, decided) for a in articles), key=lambda a: a.document.document.id)
    found, place = identify(every, words, decided)
    entities = Entities(gazetteer, decided.on_entities(found.of))
    for article in every:
        entities.add(article, place(article))
    things = entities.all()
    return Resolved(
        documents=tuple(moved_document(article.document, place(article)) for article in every),
        entities=with_links(things, links or Links()),
        mentions=tuple(sorted((m for a in every for m in _mentions(a, place(a))), key=_in_text)),
        facts=tuple(fitting(_facts(every, place), things, signatures or {})),
        merges=tuple(found.merges),
        unsure=_unsure(found),
    )


def identify(
    articles: Sequence[ResolvedArticle], words: NameWords, decisions: Decisions
) -> tuple[Identities, Callable[[ResolvedArticle], Place]]:
    """Which things are one; and a function from an article to a function from its things to entities."""
    alike = namesakes(articles, words)
    found = identities(profiles(articles, alike, words), decisions)
    return found, lambda article: lambda thing: found.of(alike.key(article.document.document.id, thing))


def _unsure(found: Identities) -> tuple[Unsure, ...]:
    """Two entities of which several names are alike are one question: the likeliest one."""
    questions: dict[frozenset[str], Unsure] = {}
    for pair in found.unsure:
        entities = (found.of(pair.short.key), found.of(pair.full.key))
        names = (pair.short.name.text, pair.full.name.text)
        questions.setdefault(frozenset(entities), Unsure(entities, names, pair.score.value, pair.score.reasons))
    return tuple(questions.values())


def _mentions(article: ResolvedArticle, entity: Place) -> Iterable[EntityMention]:
    return (replace(mention, entity=entity(mention.entity)) for mention in article.mentions)


def _facts(articles: Iterable[ResolvedArticle], place: Callable[[ResolvedArticle], Place]) -> tuple[Fact, ...]:
    """Facts that are equal between entities are one, with all evidence; none is of a thing and itself."""
    evidence: defaultdict[Fact, list[Evidence]] = defaultdict(list)
    for article in articles:
        entity = place(article)
        for fact in article.facts:
            moved = moved_fact(fact, entity)
            if moved.is_literal or moved.object != moved.subject:
                evidence[replace(moved, evidence=())] += moved.evidence
    done = (replace(fact, evidence=best(pieces)) for fact, pieces in evidence.items())
    return tuple(sorted(done, key=order))


def _in_text(mention: EntityMention) -> tuple[str, int, int, str]:
    return mention.document, mention.start, mention.end, mention.entity
