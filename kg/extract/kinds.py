"""What a named thing is: "smartphonemaker Xiaomi", "Reuters, een persbureau", "Xiaomi is een fabrikant"."""

from collections.abc import Iterator

from kg.extract.claim import NAME, Claim, Mention
from kg.extract.passage import Passage


def kinds(passage: Passage) -> Iterator[Claim]:
    """isA claims between a name and a common noun that stands beside it or is said of it."""
    tree = passage.tree
    for i in range(len(tree)):
        if tree[i].upos != "NOUN" or tree.entity(i) or not _is_kind(passage, i):
            continue
        types = passage.lexicon.signatures["isA"].subject
        for name in _named(passage, i):
            if name.kind == NAME and name.type in types:
                yield passage.claim(
                    name, "isA", _noun(passage, i), "kinds", i, object_span=(tree[i].start, tree[i].end)
                )


def _is_kind(passage: Passage, i: int) -> bool:
    """Whether the noun says what a thing is: no offices (they are relations), shares, titles or amounts."""
    lexicon, lemma = passage.lexicon, passage.tree.lemma(i)
    offices = [
        r for r in lexicon.role_relations(lemma) if r != "worksFor" and lexicon.signatures[r].subject == ("PER",)
    ]
    return (
        not offices
        and lemma not in lexicon.lists["shares"]
        and lemma not in lexicon.lists["titles"]
        and i not in passage.measured
    )


def _named(passage: Passage, i: int) -> list[Mention]:
    """The names that the noun is said of."""
    tree = passage.tree
    if (beside := passage.mentions.apposed_name(i)) is not None:
        return [beside]
    if tree.preposition(i):
        return []
    if tree.is_a(i, "appos") and tree.entity(tree[i].head):
        heads = [tree[i].head]
    elif tree.children(i, "cop") and not _is_definite_event(passage, i):
        heads = [s for n in tree.children(i, "nsubj") for s in tree.conjuncts(n) if tree.entity(s)]
    else:
        return []
    return [m for h in heads if (m := passage.mentions.at(h))]


def _is_definite_event(passage: Passage, i: int) -> bool:
    """A predicate that points rather than classifies ("X is het probleem")."""
    return any("Poss=Yes" in passage.tree[c].feats for c in passage.tree.children(i, "nmod:poss", "det:poss"))


def _noun(passage: Passage, i: int) -> str:
    """The noun in the singular, as in the text."""
    word = passage.tree[i]
    return passage.tree.lemma(i) if "Number=Plur" in word.feats else word.text
