"""How a price, share or index moves: "het aandeel Xiaomi steeg met 5,4%", "de AEX sloot 1 procent lager"."""

from collections.abc import Iterator
from decimal import Decimal

from kg.extract.arguments import arguments
from kg.extract.claim import Claim, Mention
from kg.extract.measures import Measure, dealt_out, figure_of, measures
from kg.extract.mentions import typed
from kg.extract.passage import Passage

VERBS = ("VERB", "AUX")
OWNERS = ("ORG", "PROD", "THING")
MILLION = 1_000_000
RISE_AND_FALL = ((1, "rise"), (-1, "fall"))
ADVERBIAL = ("advmod", "xcomp", "obl", "amod", "advcl", "compound:prt")


def movement(passage: Passage) -> Iterator[Claim]:
    """priceChange claims: for each word of rising or falling, its amounts with whose price it is."""
    by_trigger: dict[tuple[int, int], list[Measure]] = {}
    every = measures(passage)
    for measure in every:
        if _is_step(measure) and (moved := mover(passage, measure, every)):
            by_trigger.setdefault(moved, []).append(measure)
    for (trigger, sign), found in sorted(by_trigger.items()):
        own = [m for measure in found for m in _in_front(passage, measure) if not _is_of_another(passage, trigger)]
        subjects = list(dict.fromkeys([*priced(passage, trigger), *own]))
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


def _is_step(measure: Measure) -> bool:
    """Whether an amount may be a move of a price: percents, points, or less money than a result or a value."""
    unit, value = measure.amount.unit, measure.amount.value
    return unit is not None and (unit in ("%", "points") or abs(value or Decimal(0)) < MILLION)


def _in_front(passage: Passage, measure: Measure) -> list[Mention]:
    """Whose move an amount is that stands right behind a name without a verb: "..., the Nasdaq (by almost) 2.1%"."""
    tree, by = passage.tree, passage.lexicon.figures["by"]["words"]
    i = next(iter(passage.words(measure.amount.start, measure.amount.end)), 0) - 1
    while i >= 0 and (tree[i].upos == "ADV" or tree.lower(i) in by) and tree.entity(i) is None:
        i -= 1
    entity = tree.entity(i) if i >= 0 else None
    found = passage.mentions.of_entity(entity) if entity else None
    return [found] if found and typed(found, ("ORG", "PROD")) else []


def mover(
    passage: Passage, measure: Measure, every: list[Measure], moves: tuple[tuple[int, str], ...] = RISE_AND_FALL
) -> tuple[int, int] | None:
    """The word of rising or falling that an amount measures, and the sign.

    every: all measures of the sentence; moves: signs with the figures of the lexicon that have words for them.
    """
    tree, figures = passage.tree, passage.lexicon.figures
    above = measure.above
    if measure.preposition and measure.preposition not in figures["by"]["words"]:
        return None
    beside = [above, *(m.head for m in every if m.above == above and _moves_or_stands(passage, above))]
    for sign, name in moves:
        words = figures[name]
        if tree.lower(above) in words["adverbs"] and (tree[above].head >= 0 or tree.is_predicate(above)):
            return above, sign
        if any(tree.lower(c) in words["adverbs"] for b in beside for c in tree.children(b, *ADVERBIAL)):
            return above, sign
        if tree.lemma(above) in words["verbs" if tree[above].upos in VERBS else "nouns"]:
            return above, sign
    return None


def _moves_or_stands(passage: Passage, verb: int) -> bool:
    """Whether a verb tells of a price: "closed at 5, up 3%", but not "reported revenue of $5 billion, up 3%"."""
    return any(passage.tree.lemma(verb) in passage.lexicon.figures[name]["verbs"] for name in ("rise", "fall", "level"))


def priced(passage: Passage, trigger: int) -> Iterator[Mention]:
    """Whose price a word of movement is about: the subject of its clause, or what the share that is subject is of."""
    tree = passage.tree
    if tree[trigger].upos not in VERBS:
        own = [m for c in tree.children(trigger, "nmod") if _is_of(passage, c) for m in _owner(passage, c)]
        if own or _is_of_another(passage, trigger):
            yield from own
            return
    names_move = any(tree.lemma(trigger) in passage.lexicon.figures[name]["nouns"] for name in ("rise", "fall"))
    is_verb = tree[trigger].upos in VERBS
    verb = trigger if is_verb or not names_move else tree[trigger].head
    verb = tree.predicate(verb) if verb >= 0 else -1
    if verb >= 0 and names_move and not is_verb and tree.preposition(trigger) and not _tells_price(passage, verb):
        return  # "annonce un bénéfice de 2 milliards, en hausse de 5 %"
    if verb >= 0 and not (is_verb and _changes_another(passage, verb)):
        for subject in arguments(tree, verb).subjects or arguments(tree, verb).objects:
            yield from _owner(passage, subject)


def _changes_another(passage: Passage, verb: int) -> bool:
    """Whether a verb of rising or falling has an object that is no amount: "Toyota cut production by 10 percent"."""
    tree = passage.tree
    moves = any(tree.lemma(verb) in passage.lexicon.figures[name]["verbs"] for name in ("rise", "fall"))
    return moves and any(_is_other(passage, o) for o in tree.children(verb, "obj"))


def _tells_price(passage: Passage, verb: int) -> bool:
    return _moves_or_stands(passage, verb) or bool(passage.tree.children(verb, "cop"))


def _is_of(passage: Passage, c: int) -> bool:
    return passage.tree.preposition(c) in passage.lexicon.lists["of"]


def _is_of_another(passage: Passage, trigger: int) -> bool:
    """Whether a noun of movement says that something without a price moves."""
    tree = passage.tree
    beside = [c for c in tree.children(trigger, "nmod") if _is_of(passage, c) or not tree.preposition(c)]
    return tree[trigger].upos not in VERBS and any(_is_other(passage, c) for c in beside)


def _is_other(passage: Passage, c: int) -> bool:
    """Whether a noun names something without a price: "wages" of "a rise of wages of 8 %"."""
    tree, lists = passage.tree, passage.lexicon.lists
    is_thing = tree[c].upos == "NOUN" and c not in passage.measured and not tree.entity(c)
    return is_thing and tree.lemma(c) not in lists["shares"] and tree.lemma(c) not in lists["markets"]


def _owner(passage: Passage, head: int) -> list[Mention]:
    """A thing with a price of its own (an index, a listed company, a good), or what a share or price is of."""
    tree = passage.tree
    types = (*passage.lexicon.signatures["priceChange"].subject, "EVENT", "WORK")  # the model errs on indices
    is_share = tree.lemma(head) in passage.lexicon.lists["shares"] and not tree.entity(head)  # "BASF-Aktie"
    if not is_share or tree.lemma(head) in passage.lexicon.lists["markets"].exact:
        found = passage.mention(head, types)
        if found is None or (found.kind == "description" and not _has_price(passage, head)):
            return []
        return [found]
    beside = [c for c in tree.children(head, "appos", "flat", "compound") if tree.entity(c)]
    owned = passage.owners(head, OWNERS) + passage.all([c for h in beside for c in tree.conjuncts(h)], OWNERS)
    return owned or [m for p in passage.mentions.possessives(head) if (m := typed(p, ("ORG", "PROD")))]


def _has_price(passage: Passage, head: int) -> bool:
    return passage.tree.lemma(head) in passage.lexicon.lists["markets"]
