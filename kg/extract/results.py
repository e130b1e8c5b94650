"""What an organisation earns, sells, employs and cuts: "een verlies van 2,24 miljard", "verkocht 1 miljoen tv's"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments, is_passive
from kg.extract.claim import NAME, Claim, Mention
from kg.extract.measures import Measure, figure_of, measures
from kg.extract.mentions import typed
from kg.extract.passage import Passage

VERBS = ("VERB", "AUX")
MONEY = {"revenue": "reportsRevenue", "profit": "reportsProfit", "loss": "reportsLoss", "price": "hasPrice"}
COUNTS = {"sold": "unitsSold", "cuts": "cutsJobs", "employs": "employs"}


def results(passage: Passage) -> Iterator[Claim]:
    """Claims of revenue, profit, loss, price, units sold, jobs cut and people employed."""
    for measure in measures(passage):
        if _is_money(measure):
            yield from _money(passage, measure)
        elif measure.amount.unit is None and measure.amount.value is not None:
            yield from _counted(passage, measure)


def _is_money(measure: Measure) -> bool:
    return measure.amount.unit not in (None, "%", "points") and measure.amount.value is not None


def _money(passage: Passage, measure: Measure) -> Iterator[Claim]:
    """An amount of money that a noun or verb of the lexicon calls a result or a price."""
    tree = passage.tree
    for name, relation in MONEY.items():
        words = passage.lexicon.figures[name]
        types = passage.lexicon.signatures[relation].subject
        noun = _noun(passage, measure, name)
        if noun >= 0:
            yield from _claims(passage, relation, noun, measure, owners(passage, noun, types))
        elif tree.lemma(measure.above) in words["verbs"] and tree[measure.above].upos in (*VERBS, "ADJ"):
            fits = measure.preposition in words["words"] if measure.preposition else tree.is_a(measure.head, "obj")
            if fits or (not measure.preposition and name == "price"):
                yield from _claims(passage, relation, measure.above, measure, _doers(passage, measure, types))


def _noun(passage: Passage, measure: Measure, name: str) -> int:
    """The noun that an amount is the size of: "een winst van ...", "de winst bedroeg ...", "... winst"."""
    tree, words = passage.tree, passage.lexicon.figures[name]["nouns"]
    above = measure.above
    if tree.lemma(above) in words and tree[above].upos == "NOUN":
        return above
    if _is_sum(passage, measure):
        roles = arguments(tree, above)
        return next((s for s in roles.subjects or roles.objects if tree.lemma(s) in words), -1)
    return -1


def _is_sum(passage: Passage, measure: Measure) -> bool:
    """Whether the amount is what its clause's subject comes to, not by how much it moved."""
    tree, figures, lemma = passage.tree, passage.lexicon.figures, passage.tree.lemma(measure.above)
    if tree[measure.above].upos not in VERBS:
        return bool(tree.children(measure.above, "cop"))
    moves = any(lemma in figures[name]["verbs"] for name in ("rise", "fall"))
    if measure.preposition in (figures["level"] if moves else figures["by"])["words"]:
        return moves and lemma in figures["amounts_to"]["verbs"]
    return not moves and lemma in figures["amounts_to"]["verbs"]


def owners(passage: Passage, noun: int, types: tuple[str, ...]) -> list[Mention]:
    """Whose result it is: "van X", "zijn", or the subject of the clause."""
    tree = passage.tree
    if owned := passage.owners(noun, types):
        return owned
    if owners := [m for p in passage.mentions.possessives(noun) if (m := typed(p, types))]:
        return owners
    verb = tree.predicate(tree[noun].head) if tree[noun].head >= 0 else -1
    if verb < 0 or tree.is_a(noun, "nsubj"):
        return []
    return passage.all(arguments(tree, verb).subjects, types)


def _doers(passage: Passage, measure: Measure, types: tuple[str, ...]) -> list[Mention]:
    """The subject of the verb; with a preposition ("verkocht voor ...") or in the passive what it is done to."""
    roles = arguments(passage.tree, measure.above)
    is_done = measure.preposition or is_passive(passage.tree, measure.above)
    heads = (roles.objects or roles.subjects) if is_done else roles.subjects
    return passage.all([h for h in heads if h != measure.head], types)


def _counted(passage: Passage, measure: Measure) -> Iterator[Claim]:
    """A number of things or people that is the object of a verb: "verkocht 21 miljoen iPods", "schrapt 500 banen"."""
    tree = passage.tree
    counted = _counted_noun(passage, measure)
    verb = tree[counted].head
    if verb < 0 or tree[verb].upos not in VERBS:
        yield from _cuts_by_noun(passage, measure, counted)
        return
    roles = arguments(tree, verb)
    if counted not in roles.objects:
        return
    for name, relation in COUNTS.items():
        words = passage.lexicon.figures[name]
        if tree.lemma(verb) in words["verbs"] and (not words["nouns"] or tree.lemma(counted) in words["nouns"]):
            types = passage.lexicon.signatures[relation].subject
            who = passage.all(roles.subjects, types)
            if not who and relation == "unitsSold" and (sold := passage.mentions.at(counted)):
                who = [m for m in [typed(sold, types)] if m and m.kind == NAME]
            yield from _claims(passage, relation, verb, measure, who)


def _cuts_by_noun(passage: Passage, measure: Measure, counted: int) -> Iterator[Claim]:
    """Jobs that a noun says are cut: "der Abbau von 3500 Stellen", "la suppression de 500 postes"."""
    tree, noun, words = passage.tree, passage.tree[counted].head, passage.lexicon.figures["cuts"]
    if noun >= 0 and tree.lemma(noun) in words["words"] and tree.lemma(counted) in words["nouns"]:
        who = owners(passage, noun, passage.lexicon.signatures["cutsJobs"].subject)
        yield from _claims(passage, "cutsJobs", noun, measure, who)


def _counted_noun(passage: Passage, measure: Measure) -> int:
    """The noun that a number counts; the number itself where it stands alone."""
    tree = passage.tree
    above = tree[measure.head].head
    is_count = tree.is_a(measure.head, "nummod", "amod", "nmod", "compound", "det")
    return above if is_count and above >= 0 and tree[above].upos in ("NOUN", "PROPN") else measure.head


def _claims(passage: Passage, relation: str, trigger: int, measure: Measure, who: list[Mention]) -> Iterator[Claim]:
    figure = figure_of(measure.amount)
    start = passage.sentence.start + measure.start
    for subject in who:
        span = (start, start + len(measure.amount.text))
        yield passage.claim(subject, relation, figure.text, "results", trigger, object_span=span, figure=figure)
