"""Who has a role: the name beside its title, or whom a clause says it of."""

from kg.extract.appointments import Appointment, is_as
from kg.extract.arguments import arguments
from kg.extract.claim import Mention
from kg.extract.kinds import examples
from kg.extract.mentions import typed
from kg.extract.passage import Passage
from kg.extract.signatures import Signature
from kg.extract.titles import coordinated_titles


def holders(passage: Passage, i: int, title: str, signature: Signature, appointed: Appointment | None) -> list[Mention]:
    """Who has the role with a title; appointed: the appointment that it is told in."""
    types = signature.subject
    if appointed and (people := [m for p in appointed.people if (m := typed(p, types))]):
        return people
    for noun in (i, *(c for c in coordinated_titles(passage, i) if c > i)):
        if name := _named_beside(passage, noun, types):
            return [name]
    if shown := [m for example in examples(passage, i) if (m := typed(example, types))]:
        return shown
    if holders := [m for h in _predicated(passage, i) for m in passage.all([h], types) if m.kind != "description"]:
        return holders
    if title in passage.lexicon.lists["units"] and (own := passage.mention(i, types)):
        return [own]
    return []


def _named_beside(passage: Passage, i: int, types: tuple[str, ...]) -> Mention | None:
    """The name that stands with a title: "topman Lei Jun"."""
    if (beside := passage.mentions.apposed_name(i)) and beside.type in types:
        return beside
    following = next((e for e in passage.tree.entities if e.first == i + 1 and e.type in types), None)
    return passage.mentions.of_entity(following) if following else None


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
    is_said_of = word.deprel == "xcomp" or (tree.is_a(i, "xcomp", "obl", "advcl") and is_as(passage, i))
    if is_said_of and tree[word.head].upos == "VERB":
        found, posts = arguments(tree, word.head), passage.lexicon.lists["posts"]
        return [o for o in found.objects if tree.lemma(o) not in posts] or list(found.subjects)
    if tree.is_a(i, "conj"):
        return _predicated(passage, word.head)
    return []


def _is_part(passage: Passage, i: int) -> bool:
    """Whether a word says that one of several is meant: "een" of "een van de leidinggevenden"."""
    return passage.tree[i].upos in ("NUM", "PRON", "DET")
