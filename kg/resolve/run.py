"""From the extracted articles to entities, mentions and facts."""

from collections.abc import Iterable, Mapping

from kg.extract.claim import NAME, Mention
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.resolve.article import Article, Thing
from kg.resolve.entities import Entities
from kg.resolve.facts import Facts
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.links import Links, with_links
from kg.resolve.resolved import EntityMention, Resolved, ResolvedDocument


def resolve(
    articles: Iterable[Extracted],
    lexicons: Mapping[str, Lexicon],
    gazetteer: Gazetteer,
    min_confidence: float = 0.0,
    links: Links | None = None,
) -> Resolved:
    """Entities across all articles, with their mentions and the facts between them.

    lexicons: by language, one for each language that occurs. min_confidence: claims below it are left out.
    links: what entities are elsewhere, beside what the gazetteer says.
    The result does not depend on the order of the articles.
    """
    entities, facts = Entities(), Facts()
    documents, mentions = [], set()
    for extracted in articles:
        article = Article(extracted, lexicons[extracted.annotated.language], gazetteer)
        publisher = article.publisher()
        if publisher:
            entities.add(publisher, article.language, None)
        documents.append(ResolvedDocument(article.document, article.language, publisher.id if publisher else None))
        for mention, thing in _resolved(article, facts, min_confidence):
            entities.add(thing, article.language, mention.text if mention.kind == NAME else None)
            mentions.add(_entity_mention(article, mention, thing))
    return Resolved(
        documents=tuple(sorted(documents, key=lambda d: d.document.id)),
        entities=with_links(entities.all(), links or Links()),
        mentions=tuple(sorted(mentions, key=lambda m: (m.document, m.start, m.end, m.entity))),
        facts=facts.all(),
    )


def _resolved(article: Article, facts: Facts, min_confidence: float) -> list[tuple[Mention, Thing]]:
    """Every mention of the article that refers to a thing, each place once, in text order."""
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
