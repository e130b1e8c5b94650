"""Relations that a noun names: "CEO van Xiaomi", "Xiaomi-CEO Lei Jun", "haar EV-eenheid", "Airbus-eigenaar EADS"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import arguments
from kg.extract.claim import DESCRIPTION, NAME, Claim, Mention
from kg.extract.mentions import typed
from kg.extract.passage import Passage
from kg.extract.signatures import Signature

UNKNOWN = (DESCRIPTION, "THING")  # "the world's largest maker"
NAMEABLE = ("NOUN", "PROPN", "ADJ", "X", "VERB")


def relational(passage: Passage) -> Iterator[Claim]:
    """Claims from nouns of the lexicon's `roles`: the holder of the role stands to the thing it is a role of."""
    tree = passage.tree
    told: set[tuple[int, int]] = set()
    for i in range(len(tree)):
        if tree[i].upos not in NAMEABLE or _is_inside_title(passage, i):
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
    front, title = _split(passage, i)
    title = _in_full(passage, i, title)
    for relation in passage.lexicon.role_relations(_with_adjective(passage, i, title)):
        signature = passage.lexicon.signatures[relation]
        wholes = [front] if front and front.type in signature.object else _wholes(passage, i, signature)
        role = _title(passage, i) if signature.subject[0] == "PER" else None
        for holder in _holders(passage, i, title, signature):
            for whole in wholes or _behind(passage, holder, signature.object):
                if holder.start != whole.start:
                    yield passage.claim(holder, relation, whole, "relational", i, role=role)


def _behind(passage: Passage, holder: Mention, types: tuple[str, ...]) -> list[Mention]:
    """What a name is of: "financieel directeur Marc de Vries van Xiaomi"."""
    tree, of = passage.tree, passage.lexicon.lists["of"]
    if holder.kind != NAME or holder.sentence != passage.index:
        return []
    return passage.all([c for c in tree.children(holder.head, "nmod") if tree.preposition(c) in of], types)


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


def _split(passage: Passage, i: int) -> tuple[Mention | None, str]:
    """A word's role and the name in front of it: "Xiaomi-CEO" -> (Xiaomi, "ceo"), "topman" -> (None, "topman")."""
    tree = passage.tree
    lemma = tree.lemma(i)
    entity = tree.entity(i)
    if nation := nation_in_front(passage, i):
        return nation, lemma.rpartition("-")[2]
    if entity is None or "-" not in tree[i].text:
        return None, lemma
    name = passage.mentions.of_entity(entity)
    tail = tree[i].text.rsplit("-", 1)[-1].lower()
    if name is None or name.kind != NAME or name.end >= tree[i].end:
        return None, lemma
    return (name if name.type != "PER" else replace(name, type="ORG")), tail


def _is_inside_title(passage: Passage, i: int) -> bool:
    """Whether a noun only adds to a title: "executive" in "executive vice president"."""
    return any(i in range(*span) and passage.tree[i].head in range(*span) for span in passage.titles)


def _title_start(passage: Passage, i: int) -> int:
    """Where a title of several words that ends with the noun begins; the noun itself if it is the whole title."""
    return min((first for first, last in passage.titles if last == i + 1), default=i)


def _in_full(passage: Passage, i: int, last: str) -> str:
    """A title with the words in front that belong to it: "vice president" for the noun "president"."""
    return " ".join([*map(passage.tree.lower, range(_title_start(passage, i), i)), last])


def _with_adjective(passage: Passage, i: int, title: str) -> str:
    """The title with the adjective behind it, if the lexicon has both as one: "directeur général"."""
    tree = passage.tree
    following = [c for c in tree.children(i, "amod") if c == i + 1]
    longer = f"{title} {tree.lemma(i + 1)}" if following else title
    return longer if any(longer in words.exact for words in passage.lexicon.roles.values()) else title


def _title(passage: Passage, i: int) -> str:
    """The role as in the text, without the name in front of a hyphen; a plural in the singular."""
    word = passage.tree[i]
    entity = passage.tree.entity(i)
    name = passage.mentions.of_entity(entity) if entity else None
    if name and name.kind == NAME and word.start < name.end < word.end:
        return passage.text[name.end : word.end].lstrip("- ")
    last = passage.tree.lemma(i) if "Number=Plur" in word.feats and word.text[:1].islower() else word.text
    return passage.text[passage.tree[_title_start(passage, i)].start : word.start] + last


def _coordinated(passage: Passage, i: int) -> list[int]:
    """The other titles that one is coordinated with: "chairman" for the second of "chairman and CEO of X"."""
    tree, first = passage.tree, i
    while tree.is_a(first, "conj"):
        first = tree[first].head
    titles = {c: _in_full(passage, c, tree.lemma(c)) for c in tree.conjuncts(first) if c != i}
    return [c for c, title in titles.items() if passage.lexicon.role_relations(title)]


def _named_beside(passage: Passage, i: int, types: tuple[str, ...]) -> Mention | None:
    """The name that stands with a title: "topman Lei Jun"."""
    if (beside := passage.mentions.apposed_name(i)) and beside.type in types:
        return beside
    following = next((e for e in passage.tree.entities if e.first == i + 1 and e.type in types), None)
    return passage.mentions.of_entity(following) if following else None


def _holders(passage: Passage, i: int, title: str, signature: Signature) -> list[Mention]:
    """Who has the role."""
    types = signature.subject
    for noun in (i, *(c for c in _coordinated(passage, i) if c > i)):
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
    if tree.is_a(i, "nmod") and tree[word.head].upos in ("NUM", "PRON", "DET") and tree.is_a(word.head, "appos"):
        return [tree[word.head].head]  # "Zang Ziyuan, een van de leidinggevenden"
    if tree.is_a(i, "xcomp", "obl", "advcl") and tree[word.head].upos == "VERB":
        prefix = tree.preposition(i) or next((tree.lower(m) for m in tree.children(i, "mark")), "")
        if word.deprel == "xcomp" or prefix in passage.lexicon.lists["as"]:
            found = arguments(tree, word.head)
            return list(found.objects or found.subjects)
    if tree.is_a(i, "conj"):
        return _predicated(passage, word.head)
    return []


def _wholes(passage: Passage, i: int, signature: Signature) -> list[Mention]:
    """What the role is a role of; coordinated roles may share it."""
    nouns = (i, *_coordinated(passage, i))
    return next((found for n in nouns if (found := _own_wholes(passage, n, signature.object))), [])


def _own_wholes(passage: Passage, i: int, types: tuple[str, ...]) -> list[Mention]:
    tree, mentions = passage.tree, passage.mentions
    of = passage.lexicon.lists["of"]
    below = [*tree.children(i, "nmod", "obl"), *_beside(passage, i)]
    heads = [c for c in below if tree.preposition(c) in of]
    found = [m for h in heads for c in tree.conjuncts(h) for m in _owner_or_self(passage, c, types)]
    found = [m for m in found if m.kind != NAME or tree.entity(m.head)]  # "Commissioner for Competition"
    found += [m for p in mentions.possessives(i) if (m := typed(p, types)) and (p.kind, p.type) != UNKNOWN]
    if not found:
        first = _phrase_start(passage, i)
        before = next((e for e in tree.entities if e.last == first and e.type in types), None)
        name = mentions.of_entity(before) if before else None
        found += [name] if name else []
    if not found and "LOC" in types:
        found += [m for c in tree.children(i, "amod") if (m := nationality(passage, c))]
    return found


def _phrase_start(passage: Passage, i: int) -> int:
    """The first of the words that add to a title: "senior" in "Ford senior vice president"."""
    tree, first = passage.tree, _title_start(passage, i)
    while first > 0 and tree[first - 1].head == i and tree[first - 1].upos in ("ADJ", "NOUN"):
        if tree.entity(first - 1):
            break
        first -= 1
    return first


def _beside(passage: Passage, i: int) -> list[int]:
    """What hangs on the noun that completes a title: "hoofd aandelenhandel bij X"."""
    tree, n = passage.tree, i + 1
    if n >= len(tree) or tree[n].upos != "NOUN" or tree.children(n, "case", "det") or tree.entity(n):
        return []
    return tree.children(n, "nmod", "obl") if tree[n].head in (i, tree[i].head) else []


def _owner_or_self(passage: Passage, head: int, types: tuple[str, ...]) -> list[Mention]:
    """The thing itself; for an unnamed part of an organisation, whose it is ("de marketingafdeling van Xiaomi")."""
    mention = passage.mention(head, types)
    if mention and mention.kind != NAME:
        owners = [m for p in passage.mentions.possessives(head) if (m := typed(p, types))]
        owners += [m for m in passage.owners(head, types) if m.kind == NAME]
        return owners or [mention]
    return [mention] if mention else []


def nationality(passage: Passage, i: int) -> Mention | None:
    """The place that an adjective of nationality names, as a mention of type NORP; the gazetteer tells which place."""
    tree, word = passage.tree, passage.tree[i]
    entity = tree.entity(i)
    if entity is None and not (word.upos == "ADJ" and word.text.islower() and _may_be_demonym(passage, tree.lemma(i))):
        return None
    if entity and (entity.type != "NORP" or word.upos not in ("ADJ", "PROPN", "NOUN")):
        return None
    return Mention(word.start, word.end, word.text, NAME, "NORP", passage.index, i)


def nation_in_front(passage: Passage, i: int) -> Mention | None:
    """The place in a noun that says where a thing is from: "US-Konzern", "US-Präsident", "l'américain Genzyme"."""
    word, entity = passage.tree[i], passage.tree.entity(i)
    if word.upos == "NOUN" and word.text.islower() and _may_be_demonym(passage, passage.tree.lemma(i)):
        beside = passage.mentions.apposed_name(i)  # "l'américain Genzyme"
        return Mention(word.start, word.end, word.text, NAME, "NORP", passage.index, i) if beside else None
    front, hyphen, _ = word.text.partition("-")
    if not hyphen or not front.isupper() or not _may_be_demonym(passage, front.lower()):
        return None
    if entity and entity.last - entity.first > 1:  # "US-Bank" as part of a name
        return None
    return Mention(word.start, word.start + len(front), front, NAME, "LOC", passage.index, i)


def _may_be_demonym(passage: Passage, lemma: str) -> bool:
    return lemma in passage.lexicon.lists["demonyms"]
