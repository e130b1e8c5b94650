"""When a claim holds: the time expression that belongs to its predicate."""

from kg.extract.claim import Claim
from kg.extract.modality import clause_of_noun
from kg.extract.passage import Passage
from kg.extract.tree import Tree
from kg.language.times.find import TimeExpression

CLAUSAL = ("VERB", "AUX")


def when(passage: Passage, claim: Claim) -> str | None:
    """The time as EDTF, or None where the text gives none for this claim.

    A time belongs to the predicate that it hangs on, directly or through a participle ("verspreid over tien jaar"); a
    predicate without a time of its own takes that of the one that governs it and shares its subject.
    """
    tree, i = passage.tree, claim.trigger
    if tree[i].upos not in CLAUSAL and not tree.children(i, "cop"):
        own = [time.edtf for time, head in passage.times if time.edtf and tree[head].head == i]
        i = clause_of_noun(passage, claim)
        if own and i >= 0:
            return own[0]
    owned: dict[int, str] = {}
    for time, head in passage.times:
        predicate = owner(passage, time, head)
        if time.edtf and predicate >= 0:
            owned.setdefault(predicate, time.edtf)
    while i >= 0:
        if i in owned:
            return owned[i]
        i = _governor(tree, i)
    return None


def owner(passage: Passage, time: TimeExpression, head: int) -> int:
    """The predicate that a time hangs on, -1 if it dates a thing rather than an event ("de overeenkomst uit 1991")."""
    tree = passage.tree
    if head < 0 or _is_of_extreme(passage, time):
        return -1
    is_loose = False
    for i in tree.ancestors(head):
        if _is_adjunct(tree, i):
            is_loose = is_loose or tree[i - 1].text == ","  # "10 miljard in een divisie, verspreid over tien jaar"
            continue
        if tree[i].upos in CLAUSAL or tree.children(i, "cop", "nsubj"):
            return i
        if tree[i].upos in ("NOUN", "PROPN") and i not in passage.measured and not is_loose:
            return -1
    return next((c for c in tree.children(head) if tree.is_predicate(c)), -1)  # "il y a six mois, X annonçait"


def _is_of_extreme(passage: Passage, time: TimeExpression) -> bool:
    """Whether a time says how rare a level is: "het dieptepunt in de afgelopen 20 jaar", whatever the tree says."""
    first = next(iter(passage.words(time.start, time.end)), 0)
    before = [i for i in (first - 1, first - 2) if i >= 0 and passage.tree[i].upos not in ("VERB", "AUX")]
    return any(passage.tree.lemma(i) in passage.lexicon.lists["extremes"] for i in before)


def _is_adjunct(tree: Tree, i: int) -> bool:
    """A bare participle that adds to the clause above it: "verspreid over de komende tien jaar"."""
    participle = tree[i].upos in CLAUSAL and "VerbForm=Part" in tree[i].feats
    return participle and tree.is_a(i, "advcl", "acl", "xcomp") and not tree.children(i, "nsubj", "obj", "aux")


def _governor(tree: Tree, i: int) -> int:
    """The predicate above that shares its subject and so its time, -1 if there is none."""
    head = tree[i].head
    shares = tree[i].deprel in ("xcomp", "conj") or (tree.is_a(i, "advcl", "csubj") and "VerbForm=Inf" in tree[i].feats)
    return head if head >= 0 and shares and not (tree[i].deprel == "conj" and tree.children(i, "nsubj")) else -1
