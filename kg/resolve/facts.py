"""From claims on mentions to facts between things: equal claims become one, with all their evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.claim import Claim, Mention
from kg.resolve.article import Article
from kg.resolve.resolved import Evidence, Fact, Thing


class Facts:
    """Collects claims article by article; the result does not depend on the order in which they come."""

    def __init__(self) -> None:
        self._evidence: defaultdict[Fact, set[Evidence]] = defaultdict(set)

    def add(self, article: Article, claim: Claim) -> Iterator[tuple[Mention, Thing]]:
        """Record a claim if its parts can be resolved; yields the mentions that it resolved."""
        subject = article.thing(claim.subject)
        object_ = article.thing(claim.object) if isinstance(claim.object, Mention) else None
        if subject is None or (isinstance(claim.object, Mention) and (object_ is None or object_.id == subject.id)):
            return
        source = article.thing(claim.source) if claim.source else None
        product = article.thing(claim.product) if claim.product else None
        fact = _fact(article, claim, subject, object_, source)
        if fact.object is None and fact.relation != "filesForBankruptcy":
            return
        self._evidence[fact].add(_evidence(article, claim, product))
        for mention, thing in (
            (claim.subject, subject),
            (claim.object, object_),
            (claim.source, source),
            (claim.product, product),
        ):
            if isinstance(mention, Mention) and thing:
                yield mention, thing

    def all(self) -> tuple[Fact, ...]:
        """The facts with their evidence, sorted."""
        done = [replace(fact, evidence=best(evidence)) for fact, evidence in self._evidence.items()]
        return tuple(sorted(done, key=order))


def _fact(article: Article, claim: Claim, subject: Thing, object_: Thing | None, source: Thing | None) -> Fact:
    literal = claim.object if isinstance(claim.object, str) else None
    worded = literal is not None and article.lexicon.signatures[claim.relation].kind == "text"
    return Fact(
        subject=subject.id,
        relation=claim.relation,
        object=object_.id if object_ else literal,
        is_literal=literal is not None,
        modality=claim.modality,
        source=source.id if source else None,
        figure=claim.figure,
        when=claim.when,
        object_language=article.language if worded else None,
        evidence=(),
    )


def _evidence(article: Article, claim: Claim, product: Thing | None) -> Evidence:
    sentence = article.extracted.annotated.sentences[claim.sentence]
    object_span = (claim.object.start, claim.object.end) if isinstance(claim.object, Mention) else claim.object_span
    return Evidence(
        document=article.document.id,
        start=sentence.start,
        end=sentence.end,
        exact=article.document.text[sentence.start : sentence.end],
        language=article.language,
        subject_span=(claim.subject.start, claim.subject.end),
        object_span=object_span,
        extractor=claim.extractor,
        confidence=claim.confidence,
        role=claim.role,
        products=(product.id,) if product else (),
    )


def best(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """One piece of evidence for each sentence, the surest, with all products that the sentence names."""
    places: defaultdict[tuple[str, int, int], list[Evidence]] = defaultdict(list)
    for e in sorted(evidence, key=_surest_first):
        places[e.document, e.start, e.end].append(e)
    return tuple(
        replace(found[0], products=tuple(sorted({p for e in found for p in e.products})))
        for _, found in sorted(places.items())
    )


def _surest_first(e: Evidence) -> tuple[object, ...]:
    return -e.confidence, e.subject_span, e.object_span or (0, 0), e.extractor, e.role or "", e.products


def order(fact: Fact) -> tuple[str, ...]:
    """The order of facts in a graph."""
    parts = (
        fact.subject,
        fact.relation,
        fact.object,
        fact.modality,
        fact.source,
        fact.when,
        fact.figure and fact.figure.text,
    )
    return (*(p or "" for p in parts), fact.object_language or "")
