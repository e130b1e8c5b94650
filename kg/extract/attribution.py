"""Whom the text says a claim is from: the speaker whose reported words it stands in."""

from kg.extract.arguments import arguments
from kg.extract.claim import Claim, Mention
from kg.extract.passage import Passage


def source(passage: Passage, claim: Claim, reports: list[Claim]) -> Mention | None:
    """The speaker of the innermost report around a claim's predicate, None if the article itself states it.

    reports: the says claims of the same sentence. "naar eigen zeggen" makes the subject of its clause the source.
    """
    if own := _own_words(passage, claim):
        return own
    around = [
        r
        for r in reports
        if claim.trigger in r.content and not (r.trigger == claim.trigger and r.relation == claim.relation)
    ]
    innermost = min(around, key=lambda r: (len(r.content), r.trigger, r.subject.start), default=None)
    if innermost is None or (claim.relation == "says" and innermost.subject == claim.subject):
        return None
    return innermost.subject


def _own_words(passage: Passage, claim: Claim) -> Mention | None:
    tree = passage.tree
    for first, last in tree.find(passage.lexicon.phrases["own_words"]):
        outside = next((tree[w].head for w in range(first, last) if not first <= tree[w].head < last), -1)
        if outside == claim.trigger:
            subjects = passage.all(arguments(tree, outside).subjects, passage.lexicon.signatures["says"].subject)
            return subjects[0] if subjects else None
    return None
