"""Where an index or share stands and what a thing costs: "sloot op 4907,20", "de iPhone kost 199 dollar"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments
from kg.extract.claim import Claim, Mention
from kg.extract.measures import Measure, dealt_out, figure_of, measures
from kg.extract.movement import VERBS, priced
from kg.extract.passage import Passage


def levels(passage: Passage) -> Iterator[Claim]:
    """priceLevel and hasPrice claims."""
    found = measures(passage)
    by_trigger: dict[int, list[Measure]] = {}
    for measure in found:
        if _is_level(passage, measure):
            by_trigger.setdefault(measure.above, []).append(measure)
    for trigger, mine in sorted(by_trigger.items()):
        subjects = list(dict.fromkeys(priced(passage, trigger)))
        yield from _claims(passage, "priceLevel", trigger, dealt_out(passage, subjects, mine, together=False))
    yield from _prices(passage, found)


def _claims(passage: Passage, relation: str, trigger: int, dealt: list[tuple[Mention, Measure]]) -> Iterator[Claim]:
    for subject, measure in dealt:
        figure = figure_of(measure.amount)
        start = passage.sentence.start + measure.start
        span = (start, start + len(measure.amount.text))
        yield passage.claim(subject, relation, figure.text, "levels", trigger, object_span=span, figure=figure)


def _is_level(passage: Passage, measure: Measure) -> bool:
    """A bare number, points or money after "op", "tot" with a verb or noun of closing or moving."""
    tree, level = passage.tree, passage.lexicon.figures["level"]
    if measure.preposition not in level["words"] or measure.amount.unit == "%" or measure.amount.value is None:
        return False
    lemma = tree.lemma(measure.above)
    moving = [w for name in ("rise", "fall") for w in passage.lexicon.figures[name].values()]
    return lemma in level["verbs"] or lemma in level["nouns"] or any(lemma in w for w in moving)


def _prices(passage: Passage, found: list[Measure]) -> Iterator[Claim]:
    """ "X kost 199 dollar", "de prijs van X is 199 dollar"."""
    tree, price = passage.tree, passage.lexicon.figures["price"]
    types = passage.lexicon.signatures["hasPrice"].subject
    for measure in found:
        if not _is_money(measure) or tree[measure.above].upos not in VERBS:
            continue
        if tree.lemma(measure.above) in price["verbs"] and not (
            measure.preposition and measure.preposition not in price["words"]
        ):
            roles = arguments(tree, measure.above)
            goods = passage.all(
                [h for h in (roles.objects if measure.preposition else roles.subjects) if h != measure.head], types
            )
            yield from _claims(passage, "hasPrice", measure.above, [(g, measure) for g in goods])


def _is_money(measure: Measure) -> bool:
    return measure.amount.unit not in (None, "%", "points") and measure.amount.value is not None
