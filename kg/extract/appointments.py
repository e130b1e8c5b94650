"""Who is given a role or loses it: "named X CEO", "volgt Y op als CEO", "ontslaat topman X", "de benoeming van X"."""

from dataclasses import dataclass

from kg.extract.arguments import arguments, is_passive
from kg.extract.claim import ENDED, Mention
from kg.extract.mentions import typed
from kg.extract.passage import Passage
from kg.extract.titles import phrase_start

BETWEEN = ("ADP", "SCONJ", "DET", "PRON", "ADV", "PART", "ADJ")  # "as its next", "zum neuen"
PERSON = ("PER",)


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a clause or noun phrase tells of a role."""

    event: int  # the verb or noun
    people: tuple[Mention, ...] = ()  # who gets or loses it, where not the name beside the title
    givers: tuple[int, ...] = ()  # the words for who gives or takes it


def appointment(passage: Passage, i: int) -> Appointment | None:
    """The appointment, succession or dismissal that a title is told in; None for any other."""
    return _by_verb(passage, i) or _dismissal(passage, i) or _by_noun(passage, i)


def is_as(passage: Passage, i: int) -> bool:
    """Whether a phrase opens with a word like "als" or "tot"."""
    tree = passage.tree
    opener = tree.preposition(i) or next((tree.lower(m) for m in tree.children(i, "mark")), "")
    return opener in passage.lexicon.lists["as"]


def _by_verb(passage: Passage, i: int) -> Appointment | None:
    """ "benoemt X tot CEO", "named X CEO", "volgt Y op als CEO", "leaves his post as CEO"."""
    tree, lists = passage.tree, passage.lexicon.lists
    top, name = _post(passage, i), _name_before(passage, i)
    verb = _verb_above(passage, top, name)
    if verb < 0:
        return None
    subjects = arguments(tree, verb).subjects
    if tree.lemma(verb) in lists["appoint"]:
        return Appointment(verb, (name,) if name else (), subjects)
    leaves = top != i and passage.lexicon.modal_verbs.get(tree.lemma(verb)) == ENDED
    if leaves or (tree.lemma(verb) in lists["succeed"] and is_as(passage, i)):
        return Appointment(verb, tuple(passage.all(subjects, PERSON)))
    return None


def _post(passage: Passage, i: int) -> int:
    """The noun that a title completes: "poste" of "son poste de directeur"; the title itself without one."""
    tree, above = passage.tree, passage.tree[i].head
    is_post = above >= 0 and tree.is_a(i, "nmod", "acl") and tree.lemma(above) in passage.lexicon.lists["posts"]
    return above if is_post else i


def _name_before(passage: Passage, i: int) -> Mention | None:
    """The person whose name stands right before a title, at most words like "as its" between them."""
    tree, first = passage.tree, phrase_start(passage, i)
    while first > 0 and not tree.entity(first - 1) and _may_stand_between(passage, first - 1):
        first -= 1
    entity = tree.entity(first - 1) if first > 0 else None
    return passage.mentions.of_entity(entity) if entity and entity.type in PERSON else None


def _may_stand_between(passage: Passage, i: int) -> bool:
    return passage.tree[i].upos in BETWEEN or passage.tree.lemma(i) in passage.lexicon.lists["posts"]


def _verb_above(passage: Passage, top: int, name: Mention | None) -> int:
    """The verb that a title is a phrase of, whether the tree hangs it there or on the name before it; -1 if none."""
    tree, above = passage.tree, passage.tree[top].head
    is_post = tree.lemma(top) in passage.lexicon.lists["posts"]
    objects = ("obj",) if name or is_post else ()  # but not "makes directors happy"
    if name and above >= 0 and tree.entity(above) == tree.entity(name.head):
        above = next((a for a in tree.ancestors(above) if tree.entity(a) != tree.entity(name.head)), -1)
    elif not tree.is_a(top, "xcomp", "obl", "advcl", *objects):
        return -1
    return above if above >= 0 and tree[above].upos == "VERB" else -1


def _dismissal(passage: Passage, i: int) -> Appointment | None:
    """ "ontslaat topman X", "CEO X was ousted by the board"."""
    tree, top = passage.tree, i
    behind = tree.entity(i + 1) if i + 1 < len(tree) else None
    if behind and tree[i].head in range(behind.first, behind.last):
        top = tree.entity_head(behind)
    verb = tree[top].head
    if verb < 0 or passage.lexicon.modal_verbs.get(tree.lemma(verb)) != ENDED or tree[verb].upos != "VERB":
        return None
    signatures = (passage.lexicon.signatures[r] for r in passage.lexicon.role_relations(tree.lemma(i)))
    if all(signature.subject[0] != "PER" for signature in signatures):
        return None  # "plans to sell its subsidiary X"
    is_object = tree.is_a(top, "obj") or (tree.is_a(top, "nsubj") and is_passive(tree, verb))
    return Appointment(verb, givers=arguments(tree, verb).subjects) if is_object else None


def _by_noun(passage: Passage, i: int) -> Appointment | None:
    """ "de benoeming van X tot CEO", "his resignation as chairman"."""
    tree, lists = passage.tree, passage.lexicon.lists
    above = tree[i].head
    if above < 0 or not is_as(passage, i):
        return None
    subjects = tree.children(above, "nsubj") if tree.is_a(i, "obl") else []  # the tree may hang it on the verb
    for noun in (above, *(s for s in subjects if s < i)):
        if tree.lemma(noun) in lists["appointments"]:
            of = [
                c for c in tree.children(noun, "nmod") if tree.preposition(c) in lists["of"] and not is_as(passage, c)
            ]
            owners = (typed(p, PERSON) for p in passage.mentions.possessives(noun))
            return Appointment(noun, (*passage.all(of, PERSON), *(m for m in owners if m)))
    return None
