"""From an extracted article to its things, mentions and facts; kg.resolve.unite brings articles together."""

from collections import defaultdict
from dataclasses import replace

from kg.extract.claim import NAME, Mention
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.resolve.article import Article
from kg.resolve.callings import callings
from kg.resolve.facts import Facts
from kg.resolve.full_names import Apart
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.name_words import NameWords
from kg.resolve.resolved import EntityMention, ResolvedArticle, ResolvedDocument, Thing


def resolve_article(
    extracted: Extracted,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    words: NameWords,
    apart: Apart = frozenset(),
    min_confidence: float = 0.0,
) -> ResolvedArticle:
    """One article by itself. min_confidence: claims below it are left out. apart: names that are two things."""
    article = Article(extracted, lexicon, gazetteer, words, apart)
    facts, things = Facts(), {}
    if publisher := article.publisher():
        things[publisher.id] = publisher
    mentions, called = [], defaultdict[str, set[str]](set)
    for mention, thing in _resolved(article, facts, min_confidence):
        things.setdefault(thing.id, thing)
        mentions.append(_entity_mention(article, mention, thing))
        if mention.kind == NAME and thing.type == "PER":
            called[thing.id].update(callings(extracted.annotated.sentences[mention.sentence].words, mention))
    return ResolvedArticle(
        ResolvedDocument(article.document, article.language, publisher.id if publisher else None),
        things=tuple(replace(things[i], callings=tuple(sorted(called[i]))) for i in sorted(things)),
        mentions=tuple(mentions),
        facts=facts.all(),
    )


def _resolved(article: Article, facts: Facts, min_confidence: float) -> list[tuple[Mention, Thing]]:
    """Every mention of the article that refers to a thing, each place once, in text order; names come first."""
    claims = [claim for claim in article.extracted.claims if claim.confidence >= min_confidence]
    found = [pair for claim in claims for pair in facts.add(article, claim)]
    found += [(m, t) for m in (*article.extracted.names, *article.extracted.anaphors) if (t := article.thing(m))]
    places: dict[tuple[int, int], tuple[Mention, Thing]] = {}
    for mention, thing in found:
        places.setdefault((mention.start, mention.end), (mention, thing))
    return [places[place] for place in sorted(places)]


def _entity_mention(article: Article, mention: Mention, thing: Thing) -> EntityMention:
    return EntityMention(
        article.document.id, thing.id, mention.start, mention.end, mention.text, mention.kind, article.language
    )
