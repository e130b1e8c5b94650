"""How sales and production grow and shrink: "de verkoop van Opel daalde met 12 procent", "Toyota cuts output 10%"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments
from kg.extract.claim import Claim, Mention
from kg.extract.lexicon import Words
from kg.extract.measures import Measure, figure_of, measures
from kg.extract.movement import RISE_AND_FALL, mover
from kg.extract.passage import Passage
from kg.extract.results import owners
from kg.extract.titles import name_and_title

RELATIONS = {"sales": "salesChange", "production": "productionChange"}
MOVES = (*RISE_AND_FALL, (1, "grow"), (-1, "shrink"))


def volumes(passage: Passage) -> Iterator[Claim]:
    """salesChange and productionChange claims: percents with a word of growing or shrinking."""
    every = measures(passage)
    for measure in every:
        moved = mover(passage, measure, every, MOVES) if measure.amount.unit == "%" else None
        if moved:
            yield from _claims(passage, measure, *moved)


def _claims(passage: Passage, measure: Measure, trigger: int, sign: int) -> Iterator[Claim]:
    figure = figure_of(measure.amount, sign)
    start = passage.sentence.start + measure.start
    span = (start, start + len(measure.amount.text))
    for name, relation in RELATIONS.items():
        nouns = passage.lexicon.figures[name]["nouns"]
        whose = [m for noun in _moving(passage, trigger, nouns) for m in _whose(passage, noun, relation)]
        for subject in dict.fromkeys(whose):
            yield passage.claim(subject, relation, figure.text, "volumes", trigger, object_span=span, figure=figure)


def _moving(passage: Passage, trigger: int, nouns: Words) -> list[int]:
    """The words for what moves: the subject or object of the clause, or what a noun of movement is of."""
    tree = passage.tree
    if any(tree.lemma(trigger).startswith(noun) for noun in nouns.exact) and tree[trigger].upos == "NOUN":
        return [trigger]  # "omzetgroei", "Umsatzrückgang"
    if tree[trigger].upos == "NOUN":
        beside = tree.children(trigger, "nmod", "compound")
        if of := [c for c in beside if name_and_title(passage, c)[1] in nouns]:
            return of
    clause = tree.predicate(trigger)
    found = arguments(tree, clause) if clause >= 0 else None
    near = (*found.subjects, *found.objects) if found else ()
    return [h for h in near if name_and_title(passage, h)[1] in nouns]


def _whose(passage: Passage, noun: int, relation: str) -> list[Mention]:
    """Whose sales or production a noun means: "Opel-Absatz", "iPhone sales", "de verkoop van Opel"."""
    tree, types = passage.tree, passage.lexicon.signatures[relation].subject
    front, _ = name_and_title(passage, noun)
    if front:
        return [front] if front.type in types else []
    named = [c for c in tree.children(noun, "compound") if tree.entity(c)]
    return passage.all(named, types) or owners(passage, noun, types)
