"""From things to what a person or a comparison says that they are: an article or a fact with other ids."""

from collections.abc import Callable
from dataclasses import replace

from kg.resolve.decisions import Decisions
from kg.resolve.resolved import Evidence, Fact, ResolvedArticle, ResolvedDocument

Place = Callable[[str], str]  # the Thing.id in one article -> another id, or an Entity.id


def told_apart(article: ResolvedArticle, decisions: Decisions) -> ResolvedArticle:
    """An article with ids of their own for the things that a person says are namesakes of others.

    What was known of their name does not hold for them.
    """
    document = article.document.document
    files = [*document.files, *(f"{file}:{document.first_line}" for file in document.files)]
    ids = {thing.id: decisions.key_in(thing.id, files) for thing in article.things} if decisions.namesakes else {}
    if all(old == new for old, new in ids.items()):
        return article
    things = (replace(t, id=new, known=None) if (new := ids[t.id]) != t.id else t for t in article.things)
    return ResolvedArticle(
        moved_document(article.document, ids.__getitem__),
        things=tuple(sorted(things, key=lambda thing: thing.id)),
        mentions=tuple(replace(mention, entity=ids[mention.entity]) for mention in article.mentions),
        facts=tuple(moved_fact(fact, ids.__getitem__) for fact in article.facts),
    )


def moved_document(document: ResolvedDocument, place: Place) -> ResolvedDocument:
    """A document with its publisher elsewhere."""
    return replace(document, publisher=place(document.publisher) if document.publisher else None)


def moved_fact(fact: Fact, place: Place) -> Fact:
    """A fact between other ids, with its evidence."""
    return replace(
        fact,
        subject=place(fact.subject),
        object=fact.object if fact.is_literal or fact.object is None else place(fact.object),
        source=place(fact.source) if fact.source else None,
        evidence=tuple(_moved(piece, place) for piece in fact.evidence),
    )


def _moved(piece: Evidence, place: Place) -> Evidence:
    return replace(piece, products=tuple(sorted({place(product) for product in piece.products})))
