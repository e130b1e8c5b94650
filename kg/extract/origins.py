"""Where an organisation or person is from, and where a place lies."""

from collections.abc import Iterator

from kg.extract.arguments import arguments
from kg.extract.claim import NAME, Claim, Mention
from kg.extract.kinds import named
from kg.extract.mentions import typed
from kg.extract.nations import nation_in_front, nationality
from kg.extract.passage import Passage

MODIFIERS = ("amod", "compound", "nmod:poss")


def origins(passage: Passage) -> Iterator[Claim]:
    """basedIn and locatedIn claims."""
    yield from _by_adjective(passage)
    yield from _by_seat(passage)
    yield from _by_phrase(passage)
    yield from _by_place_within(passage)


def _by_adjective(passage: Passage) -> Iterator[Claim]:
    """ "De Chinese smartphonemaker Xiaomi", "het Amerikaanse Boeing", "US carmaker Ford", "Japan's Toyota"."""
    tree = passage.tree
    types = passage.lexicon.signatures["basedIn"].subject
    for i in range(len(tree)):
        place = nationality(passage, i) if tree.is_a(i, "amod") else _place_in_front(passage, i)
        head = tree[i].head if place else i
        place = place or nation_in_front(passage, i)
        if place is None or tree.lemma(head) in passage.lexicon.lists["shares"] or _is_office(passage, head):
            continue
        for subject in passage.all([head], types) + [m for m in named(passage, head) if m.type in types]:
            if subject.kind == NAME and not place.start <= subject.start < place.end:
                yield passage.claim(subject, "basedIn", place, "origins", i)


def _place_in_front(passage: Passage, i: int) -> Mention | None:
    """The name of a place that modifies the noun behind it."""
    tree, entity = passage.tree, passage.tree.entity(i)
    if entity is None or entity.type != "LOC" or i != tree.entity_head(entity) or tree[i].head < i:
        return None
    return passage.mentions.of_entity(entity) if tree.is_a(i, *MODIFIERS[1:]) else None


def _by_seat(passage: Passage) -> Iterator[Claim]:
    """ "gevestigd in X", "het in X gevestigde Cisco", "het hoofdkantoor van Y in X"."""
    tree, lexicon = passage.tree, passage.lexicon
    types = lexicon.signatures["basedIn"].subject
    for i in range(len(tree)):
        if tree.lemma(i) in lexicon.lists["based"] and tree[i].upos in ("VERB", "ADJ"):
            found = arguments(tree, i)
            heads = found.objects or found.subjects or _modified(passage, i)
            who = [m for h in heads for m in named(passage, h) or passage.all([h], types) if m.type in types]
        elif tree.lemma(i) in lexicon.lists["headquarters"]:
            who = _seated(passage, i, types)
        else:
            continue
        near = [*tree.children(i, "obl", "nmod", "compound"), *_right_behind(passage, i), *_in_clause(passage, i)]
        seats = [c for c in dict.fromkeys(near) if _is_seat(passage, c, i)]
        for subject in who:
            for place in passage.all(seats, ("LOC",)):
                yield passage.claim(subject, "basedIn", place, "origins", i)


def _seated(passage: Passage, i: int, types: tuple[str, ...]) -> list[Mention]:
    """Whose seat a noun is: "het hoofdkantoor van X", "haar zetel", "X met hoofdkantoor in Y"."""
    tree = passage.tree
    of = [c for c in tree.children(i, "nmod") if tree.preposition(c) in passage.lexicon.lists["of"]]
    who = passage.all(of, types) or [m for owner in passage.mentions.possessives(i) if (m := typed(owner, types))]
    return who or (passage.all([tree[i].head], types) if tree.is_a(i, "nmod") and tree.preposition(i) else [])


def _in_clause(passage: Passage, i: int) -> list[int]:
    """The place that the clause of a noun tells: "het hoofdkantoor van X staat in Y", "le siège de X est à Y"."""
    tree = passage.tree
    head = tree[i].head if tree[i].upos == "NOUN" and tree.is_a(i, "nsubj") else -1
    return [head, *tree.children(head, "obl")] if head >= 0 else []


def _right_behind(passage: Passage, i: int) -> list[int]:
    """The phrase right behind a noun, wherever the tree hangs it."""
    tree = passage.tree
    is_case = i + 1 < len(tree) and tree.is_a(i + 1, "case")
    return [tree[i + 1].head] if is_case else []


def _is_seat(passage: Passage, c: int, i: int) -> bool:
    """Whether a word may name a seat: "based in Seattle", "Seattle-based", "its Seattle headquarters"."""
    preposition = passage.tree.preposition(c)
    is_in_front = not preposition and c < i and passage.tree.entity(c) is not None
    return is_in_front or preposition in passage.lexicon.lists["in_place"]


def _by_phrase(passage: Passage) -> Iterator[Claim]:
    """ "de Hang Seng in Hong Kong", "Bank of America, de grootste bank in de VS": a name with the place it is in."""
    tree, lexicon = passage.tree, passage.lexicon
    for i in range(len(tree)):
        if tree[i].upos not in ("NOUN", "PROPN"):
            continue
        places = [c for c in tree.children(i, "nmod") if tree.preposition(c) in lexicon.lists["in_place"]]
        found = passage.all([c for p in places for c in tree.conjuncts(p)], ("LOC",))
        entity = tree.entity(i)
        who = [passage.mentions.of_entity(entity)] if entity and entity.type == "ORG" else named(passage, i)
        for place in found:
            for subject in who:
                if place.kind == NAME and subject and subject.kind == NAME and subject.type == "ORG":
                    yield passage.claim(subject, "basedIn", place, "origins", place.head)


def _is_office(passage: Passage, i: int) -> bool:
    """A public office: its adjective names what it is an office of ("de Amerikaanse president")."""
    return "officeHolderOf" in passage.lexicon.role_relations(passage.tree.lemma(i).rpartition("-")[2])


def _modified(passage: Passage, i: int) -> list[int]:
    return [passage.tree[i].head] if passage.tree.is_a(i, "amod", "acl") else []


def _by_place_within(passage: Passage) -> Iterator[Claim]:
    """ "Cupertino, Californië", "Toulouse in Frankrijk"."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree[i].upos not in ("NOUN", "PROPN", "X"):
            continue
        inside = [c for c in tree.children(i, "appos", "nmod") if _is_around(passage, c)]
        place = passage.mention(i, ("LOC", "EVENT")) if inside else None
        for around in passage.all(inside, ("LOC",)):
            if place and around.kind == NAME and around.start > place.start:
                yield passage.claim(place, "locatedIn", around, "origins", around.head)


def _is_around(passage: Passage, child: int) -> bool:
    """Whether a word below a place names what the place lies in."""
    tree = passage.tree
    entity = tree.entity(child)
    if entity is None or entity.type != "LOC":
        return False
    is_in_brackets = entity.first > 0 and tree[entity.first - 1].text == "("
    return tree.is_a(child, "appos") or is_in_brackets or tree.preposition(child) in passage.lexicon.lists["in_place"]
