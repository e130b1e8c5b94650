"""How sure the text is of a claim: asserted, planned, possible, alleged, negated or ended."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.appointments import appointment
from kg.extract.claim import ALLEGED, ASSERTED, ENDED, NEGATED, PLANNED, POSSIBLE, Claim
from kg.extract.passage import Passage
from kg.extract.tree import Tree

STRONGEST_FIRST = (NEGATED, ENDED, POSSIBLE, ALLEGED, PLANNED)
HAPPENINGS = ("events", "movement", "results", "volumes")  # the extractors whose nouns stand for events
ON_GOVERNOR = ("xcomp", "advcl", "csubj", "ccomp", "acl", "obj", "nmod", "obl")


def modality(passage: Passage, claim: Claim) -> str | None:
    """The modality of a claim; None where the text only asks whether it is so.

    A role or a kind ("de voormalige CEO") is qualified by the words at the noun, an event by its clause and by the
    verbs and nouns that govern it ("wil ... overnemen", "het plan om ... te bouwen").
    """
    tree = passage.tree
    if tree[claim.trigger].upos not in ("VERB", "AUX") and not tree.children(claim.trigger, "cop", "nsubj"):
        found = {claim.modality, *_at_noun(passage, claim.trigger), *_around_noun(passage, claim)}
    else:
        chain = list(_governors(tree, claim.trigger))
        if any(_asks(passage, i) for i in chain):
            return None
        found = {claim.modality, *(m for i in chain for m in _in_clause(passage, i))}
        found |= {m for i in _governing(tree, chain) if (m := passage.lexicon.modal_verbs.get(tree.lemma(i)))}
    return next((m for m in STRONGEST_FIRST if m in found), ASSERTED)


def _around_noun(passage: Passage, claim: Claim) -> Iterator[str]:
    """What qualifies the clause that a noun stands for: "expects a loss of ...", "will become CEO"."""
    tree, verb = passage.tree, clause_of_noun(passage, claim)
    chain = list(_governors(tree, verb)) if verb >= 0 else []
    yield from (m for i in chain for m in _in_clause(passage, i))
    modals = (passage.lexicon.modal_verbs.get(tree.lemma(i)) for i in (*chain[:1], *_governing(tree, chain)))
    yield from filter(None, modals)


def clause_of_noun(passage: Passage, claim: Claim) -> int:
    """The verb of the clause whose event a noun tells: "reported a loss", "was named CEO"; -1 if there is none."""
    tree, noun = passage.tree, claim.trigger
    appointed = appointment(passage, noun) if claim.extractor == "relational" else None
    if appointed:
        return appointed.event
    tells: tuple[str, ...] = ("obj", "nsubj") if claim.extractor in HAPPENINGS else ("xcomp", "obl", "advcl")
    if tree.is_a(noun, "nsubj") and any(tree.entity(c) for c in tree.children(tree[noun].head, "xcomp")):
        tells = ("nsubj",)  # "Chef von X wird Y"
    is_event = claim.extractor in (*HAPPENINGS, "relational") and tree.is_a(noun, *tells)
    return tree[noun].head if is_event and tree[noun].head >= 0 and tree[tree[noun].head].upos == "VERB" else -1


def _governors(tree: Tree, i: int) -> Iterator[int]:
    """The predicate and what governs it, up to the first that neither shares its subject nor is a modal word."""
    yield i
    while (head := tree[i].head) >= 0:
        modal = tree.lexicon.modal_verbs.get(tree.lemma(head))
        shares_subject = tree[i].deprel in ("xcomp", "conj") or "VerbForm=Inf" in tree[i].feats
        if not (tree.is_a(i, *ON_GOVERNOR, "conj") and (modal or shares_subject)):
            return
        if tree[i].deprel == "conj" and tree.children(i, "nsubj"):
            return
        yield head
        i = head


def _governing(tree: Tree, chain: list[int]) -> list[int]:
    """Those of a chain of governors on which the one below depends, rather than being coordinated with it."""
    return [head for i, head in pairwise(chain) if tree[i].deprel != "conj" and not _is_next(tree, i, head)]


def _is_next(tree: Tree, i: int, verb: int) -> bool:
    """Whether a clause tells what somebody does after an end: "left Intel to join AMD"."""
    is_end = tree.lexicon.modal_verbs.get(tree.lemma(verb)) == ENDED
    return is_end and tree.is_a(i, "advcl") and tree[i].upos == "VERB"


def _asks(passage: Passage, i: int) -> bool:
    """Whether the clause is an indirect question ("of het de auto's zelf zal produceren")."""
    return any(passage.tree.lower(c) in passage.lexicon.lists["whether"] for c in passage.tree.children(i, "mark"))


def _in_clause(passage: Passage, i: int) -> Iterator[str]:
    tree, lexicon = passage.tree, passage.lexicon
    passive = lexicon.lists["passive_auxiliaries"]
    marks = tree.children(i, "mark") if tree.children(i, "nsubj") else []  # "Oracle to buy Sun"
    near = [
        *(
            c
            for c in (i, *tree.children(i, "aux", "cop"))
            if tree[c].deprel != "aux:pass" or tree.lower(c) not in passive
        ),
        *marks,
    ]
    beside = set(map(tree.lower, near))
    yield from (found for forms, found in lexicon.auxiliaries.items() if beside.issuperset(forms.split()))
    if lexicon.endings and (found := lexicon.endings.get(_ending(tree, i))):
        is_told = found == ALLEGED and tree.is_a(i, "ccomp")  # "annonce qu'il lancerait": the future of the past
        yield PLANNED if is_told else found
    for first, last in tree.find(lexicon.modal_phrase_set):
        outside = [tree[w].head for w in range(first, last) if not first <= tree[w].head < last]
        heads = {*outside, *(tree[h].head for h in outside if h >= 0 and tree[h].upos in ("ADV", "ADJ"))}
        found = lexicon.modal_phrases[tuple(tree.lower(w) for w in range(first, last))]
        arguments = [h for h in outside if h >= 0 and tree.is_a(h, "obj", "nsubj", "obl") and tree[h].head == i]
        if i in heads or (arguments and found != ENDED):  # who was chief once may act now
            yield found


def _ending(tree: Tree, i: int) -> str:
    """What a verb's form adds to its infinitive, "" if it does not begin so: "ait" of "lancerait"."""
    form, stem = _without_accents(tree.lower(i)), _without_accents(tree.lemma(i)).removesuffix("e")
    return form[len(stem) :] if tree[i].upos in ("VERB", "AUX") and form.startswith(stem) else ""


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _at_noun(passage: Passage, i: int) -> Iterator[str]:
    """Words that qualify the noun: "voormalig", "ex-", "toekomstig"."""
    tree, lexicon = passage.tree, passage.lexicon
    for c in tree.children(i, "amod", "advmod", "compound"):
        if found := lexicon.modal_phrases.get((tree.lower(c),)) or lexicon.modal_phrases.get((tree.lemma(c),)):
            yield found
    prefix = tree.lower(i).split("-")[0]
    if prefix != tree.lower(i) and (found := lexicon.modal_phrases.get((prefix + "-",))):
        yield found
