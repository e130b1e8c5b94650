"""How a price, share or index moves: "het aandeel Xiaomi steeg met 5,4%", "de AEX sloot 1 procent lager"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments
from kg.extract.claim import Claim, Figure, Mention
from kg.extract.passage import Passage
from kg.language.amounts import Amount

MOVES = ("%", "points")


def figures(passage: Passage) -> Iterator[Claim]:
    """priceChange claims."""
    for amount, head in passage.amounts:
        if amount.unit not in MOVES or amount.value is None:
            continue
        mover = _mover(passage, head)
        if mover is None:
            continue
        trigger, rises = mover
        figure = _signed(amount, rises)
        start = passage.sentence.start + amount.start
        for subject in _subjects(passage, trigger):
            yield passage.claim(
                subject,
                "priceChange",
                figure.text,
                "figures",
                trigger,
                object_span=(start, start + len(amount.text)),
                figure=figure,
            )


def _signed(amount: Amount, rises: bool) -> Figure:
    assert amount.value is not None
    bare = amount.text.lstrip("+-−– ")
    return Figure(("+" if rises else "-") + bare, abs(amount.value) * (1 if rises else -1), amount.unit)


def _mover(passage: Passage, head: int) -> tuple[int, bool] | None:
    """The verb or noun of rising or falling that an amount measures, and whether it rises."""
    tree = passage.tree
    above = tree[head].head
    if above < 0 or (tree.preposition(head) and tree.preposition(head) not in passage.lexicon.figures["by"]["words"]):
        return None
    for name, rises in (("rise", True), ("fall", False)):
        words = passage.lexicon.figures[name]
        kind = "verbs" if tree[above].upos in ("VERB", "AUX") else "nouns"
        if tree.lemma(above) in words[kind]:
            return above, rises
        if any(tree.lower(c) in words["adverbs"] for c in tree.children(above, "advmod", "xcomp", "obl", "amod")):
            return above, rises
    return None


def _subjects(passage: Passage, trigger: int) -> list[Mention]:
    """Whose price moves: the subject, or what the share that is the subject is of."""
    tree = passage.tree
    verb = trigger if tree[trigger].upos in ("VERB", "AUX") else tree.predicate(tree[trigger].head)
    if verb < 0:
        return []
    return [m for s in arguments(tree, verb).subjects for m in _priced(passage, s)]


def _priced(passage: Passage, head: int) -> list[Mention]:
    tree = passage.tree
    types = passage.lexicon.signatures["priceChange"].subject
    if tree.lemma(head) not in passage.lexicon.lists["shares"]:
        found = passage.mention(head, types)
        return [found] if found and found.kind != "description" else []
    of = [c for c in tree.children(head, "nmod") if tree.preposition(c) in passage.lexicon.lists["of"]]
    beside = [c for c in tree.children(head, "appos", "flat", "compound", "nmod:poss") if tree.entity(c)]
    return passage.all([c for h in of + beside for c in tree.conjuncts(h)], ("ORG", "PROD"))
