"""Amounts in the tree: what an amount hangs on, and which of several subjects it belongs to."""

from dataclasses import dataclass

from kg.extract.claim import Figure, Mention
from kg.extract.passage import Passage
from kg.language.amounts import Amount


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount with the word that it measures and the preposition between them ("" for none)."""

    amount: Amount
    head: int
    above: int
    preposition: str

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.amount.start


def measures(passage: Passage) -> list[Measure]:
    """The amounts of a sentence; one coordinated with another ("53,5 punten of 3,71%") hangs where that one hangs."""
    tree = passage.tree
    heads = {head for _, head in passage.amounts}
    found = []
    for amount, head in passage.amounts:
        top = head
        while tree[top].head in heads and tree.is_a(top, "conj", "appos", "parataxis", "nmod", "nummod", "dep"):
            top = tree[top].head
        above = top if tree.children(top, "cop") else _above(passage, top)
        if head >= 0 and above >= 0:
            preposition = _preposition(passage, amount) or tree.preposition(top)
            is_beside = preposition and tree[above].upos in ("ADJ", "ADV") and tree.is_a(above, "advmod")
            found.append(Measure(amount, head, tree[above].head if is_beside else above, preposition))
    return found


def _above(passage: Passage, top: int) -> int:
    """What a word hangs on; the verb that is left out where another word stands for it: "de Nasdaq met 9 punten"."""
    tree = passage.tree
    above = tree[top].head
    if not tree.is_a(top, "orphan"):
        return above
    while above >= 0 and tree.is_a(above, "conj"):
        above = tree[above].head
    return tree.predicate(above) if above >= 0 else -1


def _preposition(passage: Passage, amount: Amount) -> str:
    """The preposition in front of an amount, on whichever of its words the tree hangs it."""
    words = passage.words(amount.start, amount.end)
    return next((found for word in words if (found := passage.tree.preposition(word))), "")


def dealt_out(
    passage: Passage, subjects: list[Mention], amounts: list[Measure], together: bool
) -> list[tuple[Mention, Measure]]:
    """Which amount is whose: each subject its own where they alternate or stand in the same order, none if unclear.

    "de Dow met 200 punten, de Nasdaq met 9 punten" and "Exxon en Chevron daalden met respectievelijk 1,5 en 3 procent".
    together: whether one amount, or one in several units, may hold for several subjects.
    """
    if len(subjects) < 2:
        return [(s, a) for s in subjects for a in amounts]
    subjects = sorted(subjects, key=lambda m: m.start)
    offset = passage.sentence.start
    before = {a: [s for s in subjects if s.start < a.start + offset] for a in amounts}
    nearest = {a: (b[-1] if b else subjects[0]) for a, b in before.items()}
    if set(nearest.values()) == set(subjects):
        return [(nearest[a], a) for a in amounts]
    if together and len({a.amount.unit for a in amounts}) == len(amounts):  # "20 punten of 3 procent" is one step
        return [(s, a) for s in subjects for a in amounts]
    return list(zip(subjects, amounts, strict=True)) if len(amounts) == len(subjects) else []


def figure_of(amount: Amount, sign: int = 0) -> Figure:
    """The amount as a figure; sign 1 or -1 writes it in front ("-2,99 %")."""
    if not sign or amount.value is None:
        return Figure(amount.text, amount.value, amount.unit)
    bare = amount.text.lstrip("+-−– ")
    return Figure(("+" if sign > 0 else "-") + bare, abs(amount.value) * sign, amount.unit)
