"""Relations that a noun names: "CEO van Xiaomi", "Xiaomi-CEO Lei Jun", "haar EV-eenheid", "Airbus-eigenaar EADS"."""

from collections.abc import Iterator

from kg.extract.appointments import Appointment, appointment
from kg.extract.arguments import arguments
from kg.extract.claim import DESCRIPTION, NAME, Claim, Mention
from kg.extract.holders import holders
from kg.extract.kinds import examples
from kg.extract.mentions import typed
from kg.extract.nations import nationality
from kg.extract.passage import Passage
from kg.extract.signatures import Signature
from kg.extract.titles import (
    beside_title,
    coordinated_titles,
    in_full,
    is_inside_title,
    name_and_title,
    phrase_start,
    title_in_text,
    with_adjective,
)

UNKNOWN = (DESCRIPTION, "THING")  # "the world's largest maker"
NAMEABLE = ("NOUN", "PROPN", "ADJ", "X", "VERB")


def relational(passage: Passage) -> Iterator[Claim]:
    """Claims from nouns of the lexicon's `roles`: the holder of the role stands to the thing it is a role of."""
    tree = passage.tree
    told: set[tuple[int, int]] = set()
    for i in range(len(tree)):
        if tree[i].upos not in NAMEABLE or is_inside_title(passage, i):
            continue
        taken: set[tuple[int, int]] = set()
        for claim in _by_role(passage, i):
            assert isinstance(claim.object, Mention)
            pair = (claim.subject.start, claim.object.start)
            if pair not in taken:  # a title that names several relations ("president") names the first that fits
                taken.add(pair)
                yield claim
        told |= taken
    yield from _affiliations(passage, told)


def _by_role(passage: Passage, i: int) -> Iterator[Claim]:
    front, title = name_and_title(passage, i)
    title = in_full(passage, i, title)
    appointed = appointment(passage, i)
    for relation in passage.lexicon.role_relations(with_adjective(passage, i, title)):
        signature = passage.lexicon.signatures[relation]
        wholes = [front] if front and front.type in signature.object else _wholes(passage, i, signature)
        role = title_in_text(passage, i) if signature.subject[0] == "PER" else None
        for holder in holders(passage, i, title, signature, appointed):
            own = [w for w in wholes if w.start != holder.start]
            own = own or _behind(passage, holder, signature.object) or _givers(passage, appointed, signature)
            for whole in own or _opponents(passage, i, holder, signature):
                if holder.start != whole.start:
                    yield passage.claim(holder, relation, whole, "relational", i, role=role)


def _behind(passage: Passage, holder: Mention, types: tuple[str, ...]) -> list[Mention]:
    """What a name is of: "financieel directeur Marc de Vries van Xiaomi"."""
    tree, of = passage.tree, passage.lexicon.lists["of"]
    if holder.kind != NAME or holder.sentence != passage.index:
        return []
    return passage.all([c for c in tree.children(holder.head, "nmod") if tree.preposition(c) in of], types)


def _givers(passage: Passage, appointed: Appointment | None, signature: Signature) -> list[Mention]:
    """Who gives or takes the role, for a board whose it is: "Philips heeft Roy Jakobs benoemd tot CEO"."""
    heads = appointed.givers if appointed else ()
    return [m for h in heads for m in _owner_or_self(passage, h, signature.object)]


def _opponents(passage: Passage, i: int, holder: Mention, signature: Signature) -> list[Mention]:
    """Whose rival a name is that only the subject of its clause can tell: "Apple sued rival Samsung"."""
    is_beside = holder.start - passage.tree[i].end == 1 or holder in examples(passage, i)
    if not is_beside:
        return []
    tree = passage.tree
    verb = tree.predicate(tree[i].head) if signature.symmetric and tree[i].head >= 0 else -1
    if verb < 0 or tree.children(i, "det") or tree.is_a(i, "nsubj"):
        return []
    return [m for m in passage.all(arguments(tree, verb).subjects, signature.object) if m.kind == NAME]


def _affiliations(passage: Passage, taken: set[tuple[int, int]]) -> Iterator[Claim]:
    """ "David Buik van BGC Partners": a person's name with an organisation's; not what a role has told already."""
    tree = passage.tree
    for entity in tree.entities:
        head = tree.entity_head(entity)
        person = passage.mentions.of_entity(entity) if entity.type == "PER" else None
        of = [c for c in tree.children(head, "nmod") if tree.preposition(c) in passage.lexicon.lists["employed_by"]]
        for organisation in passage.all(of, ("ORG",)) if person else []:
            if organisation.kind == NAME and person and (person.start, organisation.start) not in taken:
                yield passage.claim(person, "worksFor", organisation, "relational", head)


def _wholes(passage: Passage, i: int, signature: Signature) -> list[Mention]:
    """What the role is a role of; coordinated roles may share it."""
    nouns = (i, *coordinated_titles(passage, i))
    return next((found for n in nouns if (found := _own_wholes(passage, n, signature.object))), [])


def _own_wholes(passage: Passage, i: int, types: tuple[str, ...]) -> list[Mention]:
    tree, mentions = passage.tree, passage.mentions
    of = passage.lexicon.lists["of"]
    below = [*tree.children(i, "nmod", "obl"), *beside_title(passage, i)]
    heads = [c for c in below if tree.preposition(c) in of]
    found = [m for h in heads for c in tree.conjuncts(h) for m in _owner_or_self(passage, c, types)]
    found = [m for m in found if m.kind != NAME or tree.entity(m.head)]  # "Commissioner for Competition"
    found += [m for p in mentions.possessives(i) if (m := typed(p, types)) and (p.kind, p.type) != UNKNOWN]
    if not found:
        first = phrase_start(passage, i)
        before = next((e for e in tree.entities if e.last == first and e.type in types), None)
        name = mentions.of_entity(before) if before else None
        found += [name] if name else []
    if not found and "LOC" in types:
        found += [m for c in tree.children(i, "amod") if (m := nationality(passage, c))]
    return found


def _owner_or_self(passage: Passage, head: int, types: tuple[str, ...]) -> list[Mention]:
    """The thing itself; for an unnamed part of an organisation, whose it is ("de marketingafdeling van Xiaomi")."""
    mention = passage.mention(head, types)
    if mention and mention.kind != NAME:
        owners = [m for p in passage.mentions.possessives(head) if (m := typed(p, types))]
        owners += [m for m in passage.owners(head, types) if m.kind == NAME]
        return owners or [mention]
    return [mention] if mention else []
