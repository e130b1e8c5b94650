"""The title in a phrase: of one word or several, with a name in front of its hyphen, with others beside it."""

from dataclasses import replace

from kg.extract.claim import NAME, Mention
from kg.extract.nations import nation_in_front
from kg.extract.passage import Passage


def name_and_title(passage: Passage, i: int) -> tuple[Mention | None, str]:
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


def is_inside_title(passage: Passage, i: int) -> bool:
    """Whether a noun only adds to a title: "executive" in "executive vice president"."""
    return any(
        i in range(*span) and (passage.tree[i].head in range(*span) or _ends_in_noun(passage, i, span[1] - 1))
        for span in passage.titles
    )


def _ends_in_noun(passage: Passage, i: int, last: int) -> bool:
    """Whether the noun of a title stands behind one of its words, not in front: "chief executive"."""
    return i < last and passage.tree[last].upos == "NOUN"


def _start(passage: Passage, i: int) -> int:
    """Where a title of several words that ends with the noun begins; the noun itself if it is the whole title."""
    return min((first for first, last in passage.titles if last == i + 1), default=i)


def in_full(passage: Passage, i: int, last: str) -> str:
    """A title with the words in front that belong to it: "vice president" for the noun "president"."""
    return " ".join([*map(passage.tree.lower, range(_start(passage, i), i)), last])


def with_adjective(passage: Passage, i: int, title: str) -> str:
    """The title with the adjective behind it, if the lexicon has both as one: "directeur général"."""
    tree = passage.tree
    following = [c for c in tree.children(i, "amod") if c == i + 1]
    longer = f"{title} {tree.lemma(i + 1)}" if following else title
    return longer if any(longer in words.exact for words in passage.lexicon.roles.values()) else title


def title_in_text(passage: Passage, i: int) -> str:
    """The role as in the text, without the name in front of a hyphen; a plural in the singular."""
    word = passage.tree[i]
    entity = passage.tree.entity(i)
    name = passage.mentions.of_entity(entity) if entity else None
    if name and name.kind == NAME and word.start < name.end < word.end:
        return passage.text[name.end : word.end].lstrip("- ")
    last = passage.tree.lemma(i) if "Number=Plur" in word.feats and word.text[:1].islower() else word.text
    return passage.text[passage.tree[_start(passage, i)].start : word.start] + last


def coordinated_titles(passage: Passage, i: int) -> list[int]:
    """The other titles that one is coordinated with: "chairman" for the second of "chairman and CEO of X"."""
    tree, first = passage.tree, i
    while tree.is_a(first, "conj"):
        first = tree[first].head
    titles = {c: in_full(passage, c, tree.lemma(c)) for c in tree.conjuncts(first) if c != i}
    return [c for c, title in titles.items() if passage.lexicon.role_relations(title)]


def phrase_start(passage: Passage, i: int) -> int:
    """The first of the words that add to a title: "senior" in "Ford senior vice president"."""
    tree, first = passage.tree, _start(passage, i)
    while first > 0 and tree[first - 1].head == i and tree[first - 1].upos in ("ADJ", "NOUN"):
        if tree.entity(first - 1):
            break
        first -= 1
    return first


def beside_title(passage: Passage, i: int) -> list[int]:
    """What hangs on the noun that completes a title: "hoofd aandelenhandel bij X"."""
    tree, n = passage.tree, i + 1
    if n >= len(tree) or tree[n].upos != "NOUN" or tree.children(n, "case", "det") or tree.entity(n):
        return []
    return tree.children(n, "nmod", "obl") if tree[n].head in (i, tree[i].head) else []
