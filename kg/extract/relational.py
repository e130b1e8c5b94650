"""Relations that a noun names: "CEO van Xiaomi", "Xiaomi-CEO Lei Jun", "haar EV-eenheid", "Airbus-eigenaar EADS"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import arguments
from kg.extract.claim import NAME, Claim, Mention
from kg.extract.mentions import typed
from kg.extract.passage import Passage
from kg.extract.signatures import Signature

NAMEABLE = ("NOUN", "PROPN", "ADJ", "X", "VERB")


def relational(passage: Passage) -> Iterator[Claim]:
    """Claims from nouns of the lexicon's `roles`: the holder of the role stands to the thing it is a role of."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree[i].upos not in NAMEABLE:
            continue
        taken: set[tuple[int, int]] = set()
        for claim in _by_role(passage, i):
            assert isinstance(claim.object, Mention)
            pair = (claim.subject.start, claim.object.start)
            if pair not in taken:  # a title that names several relations ("president") names the first that fits
                taken.add(pair)
                yield claim
    yield from _affiliations(passage)


def _by_role(passage: Passage, i: int) -> Iterator[Claim]:
    front, title = _split(passage, i)
    for relation in passage.lexicon.role_relations(title):
        signature = passage.lexicon.signatures[relation]
        wholes = [front] if front and front.type in signature.object else _wholes(passage, i, signature)
        role = _title(passage, i) if signature.subject[0] == "PER" else None
        for holder in _holders(passage, i, title, signature):
            for whole in wholes:
                if holder.start != whole.start:
                    yield passage.claim(holder, relation, whole, "relational", i, role=role)


def _affiliations(passage: Passage) -> Iterator[Claim]:
    """ "David Buik van BGC Partners": a person's name with an organisation's."""
    tree = passage.tree
    for entity in tree.entities:
        head = tree.entity_head(entity)
        person = passage.mentions.of_entity(entity) if entity.type == "PER" else None
        of = [c for c in tree.children(head, "nmod") if tree.preposition(c) in passage.lexicon.lists["employed_by"]]
        for organisation in passage.all(of, ("ORG",)) if person else []:
            if organisation.kind == NAME and person:
                yield passage.claim(person, "worksFor", organisation, "relational", head)


def _split(passage: Passage, i: int) -> tuple[Mention | None, str]:
    """A word's role and the name in front of it: "Xiaomi-CEO" -> (Xiaomi, "ceo"), "topman" -> (None, "topman")."""
    tree = passage.tree
    lemma = tree.lemma(i)
    entity = tree.entity(i)
    if entity is None or "-" not in tree[i].text:
        return None, lemma
    name = passage.mentions.of_entity(entity)
    tail = tree[i].text.rsplit("-", 1)[-1].lower()
    if name is None or name.kind != NAME or name.end >= tree[i].end:
        return None, lemma
    return (name if name.type != "PER" else replace(name, type="ORG")), tail


def _title(passage: Passage, i: int) -> str:
    """The role as in the text, without the name in front of a hyphen; a plural in the singular."""
    word = passage.tree[i]
    entity = passage.tree.entity(i)
    name = passage.mentions.of_entity(entity) if entity else None
    if name and name.kind == NAME and word.start < name.end < word.end:
        return passage.text[name.end : word.end].lstrip("- ")
    return passage.tree.lemma(i) if "Number=Plur" in word.feats and word.text[:1].islower() else word.text


def _holders(passage: Passage, i: int, title: str, signature: Signature) -> list[Mention]:
    """Who has the role."""
    types = signature.subject
    mentions = passage.mentions
    if (beside := mentions.apposed_name(i)) and beside.type in types:
        return [beside]
    following = next((e for e in passage.tree.entities if e.first == i + 1 and e.type in types), None)
    if following and (name := mentions.of_entity(following)):
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
    """What the role is a role of."""
    tree, mentions = passage.tree, passage.mentions
    types = signature.object
    of = passage.lexicon.lists["of"]
    below = [*tree.children(i, "nmod", "obl"), *_beside(passage, i)]
    heads = [c for c in below if tree.preposition(c) in of]
    found = [m for h in heads for c in tree.conjuncts(h) for m in _owner_or_self(passage, c, types)]
    found += [m for p in mentions.possessives(i) if (m := typed(p, types))]
    if not found:
        before = next((e for e in tree.entities if e.last == i and e.type in types), None)
        name = mentions.of_entity(before) if before else None
        found += [name] if name else []
    if not found and "LOC" in types:
        found += [m for c in tree.children(i, "amod") if (m := nationality(passage, c))]
    return found


def _beside(passage: Passage, i: int) -> list[int]:
    """What hangs on the noun that completes a title: "hoofd aandelenhandel bij X"."""
    tree, n = passage.tree, i + 1
    if n >= len(tree) or tree[n].upos != "NOUN" or tree.children(n, "case", "det") or tree.entity(n):
        return []
    return tree.children(n, "nmod", "obl") if tree[n].head in (i, tree[i].head) else []


def _owner_or_self(passage: Passage, head: int, types: tuple[str, ...]) -> list[Mention]:
    """The thing itself; for an unnamed part of an organisation, whose part it is ("Xiaomi's marketingafdeling")."""
    mention = passage.mention(head, types)
    if mention and mention.kind != NAME:
        owners = [m for p in passage.mentions.possessives(head) if (m := typed(p, types))]
        return owners or [mention]
    return [mention] if mention else []


def nationality(passage: Passage, i: int) -> Mention | None:
    """The place that an adjective of nationality names, as a mention of type NORP; the gazetteer tells which place."""
    entity = passage.tree.entity(i)
    if entity is None or entity.type != "NORP" or passage.tree[i].upos not in ("ADJ", "PROPN", "NOUN"):
        return None
    word = passage.tree[i]
    return Mention(word.start, word.end, word.text, NAME, "NORP", passage.index, i)
