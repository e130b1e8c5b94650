"""Precision and recall of a graph against annotated facts."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.evaluate.claims import FoundClaim, claims, files
from kg.evaluate.evaluation import Evaluation, Mistake, Scores, Share
from kg.evaluate.gold import Gold, GoldFact
from kg.evaluate.matching import matches
from kg.evaluate.names import same_thing

if TYPE_CHECKING:
    from kg.graph import Graph

ANNOTATED = {
    *("ceoOf", "chairOf", "executiveOf", "spokespersonOf", "founderOf", "officeHolderOf", "memberOf", "worksFor"),
    *("subsidiaryOf", "ownsStakeIn", "acquires", "mergesWith", "partnersWith", "competesWith", "investsIn", "funds"),
    *("ordersFrom", "sues", "produces", "launches", "closes", "filesForBankruptcy", "basedIn", "locatedIn"),
    *("priceChange", "priceLevel", "reportsRevenue", "reportsProfit", "reportsLoss"),
    *("cutsJobs", "employs", "hasPrice", "unitsSold", "says", "isA"),
}
"""Gold is taken to hold every fact of these relations; of others only where it has a fact of that relation at all."""
CONFIDENCES = (0.5, 0.8, 0.95)
LIGHT = {"isA", "says"}  # so frequent that they hide how the others do

Matched = list[tuple[GoldFact, list[FoundClaim]]]  # each fact, and the claims that are it


def score(graph: "Graph", gold: Gold) -> Evaluation:
    """Compare the claims of a graph with gold, in the articles of which gold has a fact.

    UsageError names the place in gold of an article that is not in the graph.
    """
    articles = files(graph.select)
    _check(gold, articles)
    found = list(_counted(claims(graph.select), gold))
    matched = _matched(gold, found)
    right = {claim for _, hits in matched for claim in hits}
    relations = _by_relation(matched, found, right)
    return Evaluation(
        relations=tuple(relations),
        all=_average("all", relations),
        core=_average("all but isA and says", (each for each in relations if each.name not in LIGHT)),
        details=tuple(_details([(fact, hits) for fact, hits in matched if hits])),
        calibration=tuple(_calibration(found, right)),
        missed=tuple(sorted(_missed(fact, articles) for fact, hits in matched if not hits)),
        wrong=tuple(sorted(_wrong(claim) for claim in found if claim not in right)),
    )


def _check(gold: Gold, articles: dict[str, str]) -> None:
    for document, place in gold.documents.items():
        if document not in articles:
            near = difflib.get_close_matches(document, sorted(articles))
            hint = f"; similar: {', '.join(near)}" if near else ""
            raise UsageError(f"{place}: no article '{document}' is in the graph{hint}")


def _counted(found: Iterable[FoundClaim], gold: Gold) -> Iterator[FoundClaim]:
    """The claims that gold can judge."""
    documents = {fact.document for fact in gold.facts}
    relations = ANNOTATED | {fact.relation for fact in gold.facts}
    return (claim for claim in found if claim.document in documents and claim.relation in relations)


def _matched(gold: Gold, found: Iterable[FoundClaim]) -> Matched:
    groups: dict[tuple[str, str], list[FoundClaim]] = defaultdict(list)
    for claim in found:
        groups[claim.document, claim.relation].append(claim)
    return [(fact, [c for c in groups[fact.document, fact.relation] if matches(fact, c)]) for fact in gold.facts]


def _by_relation(matched: Matched, found: list[FoundClaim], right: set[FoundClaim]) -> list[Scores]:
    gold = Counter(fact.relation for fact, _ in matched)
    hit = Counter(fact.relation for fact, hits in matched if hits)
    claimed = Counter(claim.relation for claim in found)
    correct = Counter(claim.relation for claim in found if claim in right)
    names = sorted({*gold, *claimed}, key=lambda name: (-gold[name], name))
    return [Scores(name, gold[name], hit[name], claimed[name], correct[name]) for name in names]


def _average(name: str, scores: Iterable[Scores]) -> Scores:
    counts = [(each.gold, each.found, each.claims, each.right) for each in scores]
    return Scores(name, *(sum(column) for column in zip((0, 0, 0, 0), *counts, strict=True)))


def _details(matched: Matched) -> Iterator[Share]:
    """Of each fact one of the claims that are it must have the right modality, source and time."""
    modality = [any(claim.modality == fact.modality for claim in hits) for fact, hits in matched]
    source = [
        any(same_thing(fact.source.names, claim.source_names) for claim in hits)
        for fact, hits in matched
        if fact.source.names
    ]
    time = [any(fact.when in claim.times for claim in hits) for fact, hits in matched if fact.when]
    for name, checks in (("modality", modality), ("source", source), ("time", time)):
        yield Share(name, sum(checks), len(checks))


def _calibration(found: list[FoundClaim], right: set[FoundClaim]) -> Iterator[Share]:
    """Of the claims that are at least so sure, how many are right."""
    for least in CONFIDENCES:
        sure = [claim for claim in found if claim.confidence is not None and claim.confidence >= least]
        if sure:
            yield Share(f"confidence {least}", sum(claim in right for claim in sure), len(sure))


def _missed(fact: GoldFact, articles: dict[str, str]) -> Mistake:
    return Mistake(fact.relation, articles[fact.document], fact.sentence, fact.subject.label, fact.object.label)


def _wrong(claim: FoundClaim) -> Mistake:
    return Mistake(claim.relation, claim.file, claim.sentences[0], claim.subject.label, claim.object.label)
