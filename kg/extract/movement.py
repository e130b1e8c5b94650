"""How a price, share or index moves: "het aandeel Xiaomi steeg met 5,4%", "de AEX sloot 1 procent lager"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments
from kg.extract.claim import Claim, Mention
from kg.extract.measures import Measure, dealt_out, figure_of, measures
from kg.extract.mentions import typed
from kg.extract.passage import Passage

VERBS = ("VERB", "AUX")


def movement(passage: Passage) -> Iterator[Claim]:
    """priceChange claims: for each word of rising or falling, its amounts with whose price it is."""
    by_trigger: dict[tuple[int, int], list[Measure]] = {}
    for measure in measures(passage):
        if measure.amount.unit and (mover := _mover(passage, measure)):
            by_trigger.setdefault(mover, []).append(measure)
    for (trigger, sign), found in sorted(by_trigger.items()):
        subjects = list(dict.fromkeys(priced(passage, trigger)))
        dealt = dealt_out(passage, subjects, found, together=True)
        for subject, measure in dealt:
            same = [m.amount.unit for s, m in dealt if s == subject]
            if measure.amount.unit != "%" and "%" in same:
                continue  # points beside a percentage say the same
            figure = figure_of(measure.amount, sign)
            start = passage.sentence.start + measure.start
            span = (start, start + len(measure.amount.text))
            yield passage.claim(
                subject, "priceChange", figure.text, "movement", trigger, object_span=span, figure=figure
            )


def _mover(passage: Passage, measure: Measure) -> tuple[int, int] | None:
    """The word of rising or falling that an amount measures, and the sign."""
    tree, figures = passage.tree, passage.lexicon.figures
    above = measure.above
    if measure.preposition and measure.preposition not in figures["by"]["words"]:
        return None
    for sign, name in ((1, "rise"), (-1, "fall")):
        words = figures[name]
        if tree.lower(above) in words["adverbs"] and tree[above].head >= 0:
            return above, sign
        if any(
            tree.lower(c) in words["adverbs"] for c in tree.children(above, "advmod", "xcomp", "obl", "amod", "advcl")
        ):
            return above, sign
        if tree.lemma(above) in words["verbs" if tree[above].upos in VERBS else "nouns"]:
            return above, sign
    return None


def priced(passage: Passage, trigger: int) -> Iterator[Mention]:
    """Whose price a word of movement is about: the subject of its clause, or what the share that is the subject is of."""
    tree = passage.tree
    if tree[trigger].upos not in VERBS:
        of = [c for c in tree.children(trigger, "nmod") if tree.preposition(c) in passage.lexicon.lists["of"]]
        if own := [m for c in of for m in _owner(passage, c)]:
            yield from own
            return
    verb = trigger if tree[trigger].upos in VERBS else tree.predicate(tree[trigger].head)
    if verb >= 0:
        for subject in arguments(tree, verb).subjects or arguments(tree, verb).objects:
            yield from _owner(passage, subject)


def _owner(passage: Passage, head: int) -> list[Mention]:
    """A thing with a price of its own (an index, a listed company, a good), or what a share or price is of."""
    tree = passage.tree
    types = passage.lexicon.signatures["priceChange"].subject
    if tree.lemma(head) not in passage.lexicon.lists["shares"]:
        found = passage.mention(head, types)
        if found is None or (found.kind == "description" and not _has_price(passage, head)):
            return []
        return [found]
    of = [c for c in tree.children(head, "nmod") if tree.preposition(c) in passage.lexicon.lists["of"]]
    beside = [c for c in tree.children(head, "appos", "flat", "compound") if tree.entity(c)]
    owned = passage.all([c for h in of + beside for c in tree.conjuncts(h)], ("ORG", "PROD", "THING"))
    return owned or [m for p in passage.mentions.possessives(head) if (m := typed(p, ("ORG", "PROD")))]


def _has_price(passage: Passage, head: int) -> bool:
    return passage.tree.lemma(head) in passage.lexicon.lists["markets"]
