"""When a claim holds: the time expression that belongs to its predicate."""

from kg.extract.claim import Claim
from kg.extract.modality import clause_of_noun
from kg.extract.passage import Passage
from kg.extract.tree import Tree

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
        owner = _owner(passage, head)
        if time.edtf and owner >= 0:
            owned.setdefault(owner, time.edtf)
    while i >= 0:
        if i in owned:
            return owned[i]
        i = _governor(tree, i)
    return None


def _owner(passage: Passage, head: int) -> int:
    """The predicate that a time hangs on, -1 if it dates a thing rather than an event ("de overeenkomst uit 1991")."""
    tree = passage.tree
    if head < 0:
        return -1
    for i in tree.ancestors(head):
        if _is_adjunct(tree, i):
            continue
        if tree[i].upos in CLAUSAL or tree.children(i, "cop", "nsubj"):
            return i
        if tree[i].upos in ("NOUN", "PROPN") and i not in passage.measured:
            return -1
    return -1


def _is_adjunct(tree: Tree, i: int) -> bool:
    """A bare participle that adds to the clause above it: "verspreid over de komende tien jaar"."""
    participle = tree[i].upos in CLAUSAL and "VerbForm=Part" in tree[i].feats
    return participle and tree.is_a(i, "advcl", "acl", "xcomp") and not tree.children(i, "nsubj", "obj", "aux")


def _governor(tree: Tree, i: int) -> int:
    """The predicate above that shares its subject and so its time, -1 if there is none."""
    head = tree[i].head
    shares = tree[i].deprel in ("xcomp", "conj") or (tree.is_a(i, "advcl", "csubj") and "VerbForm=Inf" in tree[i].feats)
    return head if head >= 0 and shares and not (tree[i].deprel == "conj" and tree.children(i, "nsubj")) else -1
