"""Relations that a noun names: "CEO van Xiaomi", "Xiaomi-CEO Lei Jun", "haar EV-eenheid", "Airbus-eigenaar EADS"."""

from collections.abc import Iterator

from kg.extract.arguments import arguments
from kg.extract.claim import DESCRIPTION, NAME, Claim, Mention
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
    for relation in passage.lexicon.role_relations(with_adjective(passage, i, title)):
        signature = passage.lexicon.signatures[relation]
        wholes = [front] if front and front.type in signature.object else _wholes(passage, i, signature)
        role = title_in_text(passage, i) if signature.subject[0] == "PER" else None
        for holder in _holders(passage, i, title, signature):
            for whole in (
                wholes or _behind(passage, holder, signature.object) or _appointer(passage, i, signature.object)
            ):
                if holder.start != whole.start:
                    yield passage.claim(holder, relation, whole, "relational", i, role=role)


def _behind(passage: Passage, holder: Mention, types: tuple[str, ...]) -> list[Mention]:
    """What a name is of: "financieel directeur Marc de Vries van Xiaomi"."""
    tree, of = passage.tree, passage.lexicon.lists["of"]
    if holder.kind != NAME or holder.sentence != passage.index:
        return []
    return passage.all([c for c in tree.children(holder.head, "nmod") if tree.preposition(c) in of], types)


def _appointer(passage: Passage, i: int, types: tuple[str, ...]) -> list[Mention]:
    """Who gives the role: "Philips heeft Roy Jakobs benoemd tot CEO"."""
    tree, verb = passage.tree, passage.tree[i].head
    if (
        verb < 0
        or not tree.is_a(i, "xcomp", "obl", "advcl")
        or tree.lemma(verb) not in passage.lexicon.lists["appoint"]
    ):
        return []
    return passage.all(arguments(tree, verb).subjects, types)


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


def _named_beside(passage: Passage, i: int, types: tuple[str, ...]) -> Mention | None:
    """The name that stands with a title: "topman Lei Jun"."""
    if (beside := passage.mentions.apposed_name(i)) and beside.type in types:
        return beside
    following = next((e for e in passage.tree.entities if e.first == i + 1 and e.type in types), None)
    return passage.mentions.of_entity(following) if following else None


def _holders(passage: Passage, i: int, title: str, signature: Signature) -> list[Mention]:
    """Who has the role."""
    types = signature.subject
    for noun in (i, *(c for c in coordinated_titles(passage, i) if c > i)):
        if name := _named_beside(passage, noun, types):
            return [name]
    if holders := [m for h in _predicated(passage, i) for m in passage.all([h], types) if m.kind != "description"]:
        return holders
    if title in passage.lexicon.lists["units"] and (own := passage.mention(i, types)):
        return [own]
    return []


def _predicated(passage: Passage, i: int) -> list[int]:
    """The words that the role is said of: by apposition, by a copula, by "wordt CEO" or "benoemd tot CEO"."""
    tree = passage.tree
    word = tree[i]
    if tree.children(i, "cop"):
        return [s for n in tree.children(i, "nsubj") for s in tree.conjuncts(n)]
    if word.head < 0:
        return []
    if tree.is_a(i, "appos"):
        return [word.head]
    if tree.is_a(i, "nsubj") and tree.children(word.head, "cop") and tree.entity(word.head):
        return [word.head]  # "CEO van Xiaomi is Lei Jun"
    if tree.is_a(i, "nsubj") and (names := [c for c in tree.children(word.head, "xcomp") if tree.entity(c)]):
        return names  # "Chef von Adidas wird Bjørn Gulden"
    if tree.is_a(i, "nmod") and _is_part(passage, word.head) and tree.is_a(word.head, "appos"):
        return [tree[word.head].head]  # "Zang Ziyuan, een van de leidinggevenden"
    if tree.is_a(i, "nmod") and any(
        word.head < c < i and _is_part(passage, c) for c in tree.children(word.head, "appos")
    ):
        return [word.head]  # the same, with both on the name
    if tree.is_a(i, "xcomp", "obl", "advcl") and tree[word.head].upos == "VERB":
        prefix = tree.preposition(i) or next((tree.lower(m) for m in tree.children(i, "mark")), "")
        if word.deprel == "xcomp" or prefix in passage.lexicon.lists["as"]:
            found = arguments(tree, word.head)
            return list(found.objects or found.subjects)
    if tree.is_a(i, "conj"):
        return _predicated(passage, word.head)
    return []


def _is_part(passage: Passage, i: int) -> bool:
    """Whether a word says that one of several is meant: "een" of "een van de leidinggevenden"."""
    return passage.tree[i].upos in ("NUM", "PRON", "DET")


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
