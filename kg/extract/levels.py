"""Where an index or a share stands: "sloot op 4907,20", "daalde tot onder de 9.000 punten"."""

from collections.abc import Iterator

from kg.extract.claim import Claim, Mention
from kg.extract.measures import Measure, dealt_out, figure_of, measures
from kg.extract.movement import priced
from kg.extract.passage import Passage


def levels(passage: Passage) -> Iterator[Claim]:
    """priceLevel claims."""
    by_trigger: dict[int, list[Measure]] = {}
    for measure in measures(passage):
        if _is_level(passage, measure):
            by_trigger.setdefault(measure.above, []).append(measure)
    for trigger, mine in sorted(by_trigger.items()):
        subjects = list(dict.fromkeys(priced(passage, trigger)))
        yield from _claims(passage, trigger, dealt_out(passage, subjects, mine, together=False))


def _claims(passage: Passage, trigger: int, dealt: list[tuple[Mention, Measure]]) -> Iterator[Claim]:
    for subject, measure in dealt:
        is_good = subject.type not in ("ORG", "LOC") and measure.amount.unit not in (None, "points")
        relation = "hasPrice" if is_good else "priceLevel"
        figure = figure_of(measure.amount)
        start = passage.sentence.start + measure.start
        span = (start, start + len(measure.amount.text))
        yield passage.claim(subject, relation, figure.text, "levels", trigger, object_span=span, figure=figure)


def _is_level(passage: Passage, measure: Measure) -> bool:
    """Points, money or a bare number after "op", "tot" with a word of closing or moving; not "tot onder 9.000"."""
    tree, level = passage.tree, passage.lexicon.figures["level"]
    if measure.preposition not in level["words"] or measure.amount.unit == "%" or measure.amount.value is None:
        return False
    bounds = passage.lexicon.lists["bounds"]
    if any(tree.lower(c) in bounds for c in tree.children(measure.head, "case", "advmod")):
        return False
    if tree.children(measure.above, "cop"):
        return True
    lemma = tree.lemma(measure.above)
    moving = [w for name in ("rise", "fall") for w in passage.lexicon.figures[name].values()]
    return lemma in level["verbs"] or lemma in level["nouns"] or any(lemma in w for w in moving)
