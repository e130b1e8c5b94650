"""What a named thing is: "smartphonemaker Xiaomi", "Reuters, een persbureau", "de FTSE-index", "banken zoals HSBC"."""

from collections.abc import Iterator

from kg.extract.claim import DESCRIPTION, NAME, Claim, Mention
from kg.extract.compounds import compound_tail
from kg.extract.descriptions import complement
from kg.extract.nations import nation_in_front
from kg.extract.passage import Passage

GOODS = {"PROD", "WORK"}  # the model does not always tell one from the other


def kinds(passage: Passage) -> Iterator[Claim]:
    """isA claims between a name and the common noun that is said of it."""
    tree = passage.tree
    types = passage.lexicon.signatures["isA"].subject
    for i in range(len(tree)):
        is_noun = tree[i].upos == "NOUN" and not tree.entity(i)
        if (is_noun or _behind_nation(passage, i)) and _is_kind(passage, i):
            for name in named(passage, i):
                if name.kind == NAME and name.type in types:
                    span = (_start(passage, i), tree[complement(tree, i)].end)
                    yield passage.claim(name, "isA", _noun(passage, i), "kinds", i, object_span=span)
    yield from _in_compounds(passage)


def _is_kind(passage: Passage, i: int) -> bool:
    """Whether the noun says what a thing is: no offices (they are relations), shares, titles, versions or amounts."""
    lexicon, lemma = passage.lexicon, passage.tree.lemma(i)
    lemma = lemma.rpartition("-")[2] if _behind_nation(passage, i) else lemma
    is_titled = any(last == i + 1 for _, last in passage.titles)
    offices = [
        r for r in lexicon.role_relations(lemma) if r != "worksFor" and lexicon.signatures[r].subject[0] == "PER"
    ]
    excluded = any(lemma in lexicon.lists[name] for name in ("shares", "titles", "no_kind"))
    return not offices and not is_titled and not excluded and i not in passage.measured


def _behind_nation(passage: Passage, i: int) -> str:
    """The noun that a nation is compounded with, "Konzern" of "US-Konzern"; "" for any other word."""
    nation = nation_in_front(passage, i)
    return passage.tree[i].text.rpartition("-")[2] if nation and nation.type == "LOC" else ""


def named(passage: Passage, i: int) -> list[Mention]:
    """The names that a common noun is said of."""
    tree = passage.tree
    if shown := examples(passage, i):
        return shown
    if (beside := passage.mentions.apposed_name(i)) is not None:
        heads = tree.conjuncts(beside.head) if "Number=Plur" in tree[i].feats else []
        return [m for m in passage.all(heads, (beside.type,)) or [beside] if _agrees(passage, i, m)]
    if tree.preposition(i):
        return []
    if tree.is_a(i, "appos") and tree.entity(tree[i].head):
        heads = tree.conjuncts(tree[i].head) if "Number=Plur" in tree[i].feats else [tree[i].head]
    elif tree.children(i, "cop") and all(m.kind == DESCRIPTION for m in passage.mentions.possessives(i)):
        heads = [s for n in tree.children(i, "nsubj") for s in tree.conjuncts(n) if tree.entity(s)]
    else:
        return []
    found = [m for h in heads if (m := passage.mentions.at(h))]
    return [m for m in found if _is_indefinite(passage, i) or _agrees(passage, i, m)]


def examples(passage: Passage, i: int) -> list[Mention]:
    """The names after "zoals", "waaronder": "banken, zoals Citibank en HSBC"."""
    tree = passage.tree
    if "Number=Plur" not in tree[i].feats:
        return []
    heads = [c for c in tree.children(i, "nmod", "appos", "conj", "acl", "advcl", "obl") if _introduces(passage, c)]
    return [m for h in heads for m in passage.all(tree.conjuncts(h), passage.lexicon.signatures["isA"].subject)]


def _introduces(passage: Passage, c: int) -> bool:
    tree, words = passage.tree, passage.lexicon.lists["such_as"]
    opens = tree.children(c, "case", "mark", "advmod", "cc")
    return tree.preposition(c) in words or any(tree.lower(m) in words for m in opens)


def _is_indefinite(passage: Passage, i: int) -> bool:
    tree = passage.tree
    return any(tree.lower(c) in passage.lexicon.lists["indefinite"] for c in tree.children(i, "det", "nummod"))


def _agrees(passage: Passage, i: int, name: Mention) -> bool:
    """Whether the lexicon knows the noun as one for things of the name's type."""
    both = {passage.lexicon.type_of(passage.tree.lemma(i)), name.type}
    return len(both) == 1 or both <= GOODS


def _in_compounds(passage: Passage) -> Iterator[Claim]:
    """ "de FTSE-index", "MacBook Air-laptops": the noun that a name is compounded with."""
    tree, lexicon = passage.tree, passage.lexicon
    for entity in tree.entities:
        name = passage.mentions.of_entity(entity)
        last = tree[entity.last - 1]
        tail = compound_tail(passage.text[tree[entity.first].start : last.end], tree, passage.mentions.names)
        if not name or name.kind != NAME or not tail or len(tail) >= last.end - tree[entity.first].start:
            continue
        lemma = lexicon.forms.get(tail.lower(), tree.lemma(entity.last - 1).rpartition("-")[2])
        both = {lexicon.type_of(lemma), entity.type}
        if (
            (len(both) == 1 or both <= GOODS)
            and not lexicon.role_relations(lemma)
            and lemma not in lexicon.lists["shares"]
        ):
            span = (last.end - len(tail), last.end)
            kind = lemma if "Number=Plur" in last.feats else tail
            yield passage.claim(name, "isA", kind, "kinds", entity.last - 1, object_span=span)


def _noun(passage: Passage, i: int) -> str:
    """The noun in the singular, as in the text, with the nouns that it is a compound of and what completes it."""
    word = passage.tree[i]
    first = passage.text[_start(passage, i) : word.start] + _singular(passage, i)
    end = complement(passage.tree, i)
    behind = f" {passage.text[passage.tree[end - 1].start : passage.tree[end].end]}" if end > i else ""
    return first + behind


def _singular(passage: Passage, i: int) -> str:
    """A noun as in the text but in the singular, and without the -s of a genitive where a language has that."""
    word, lemma = passage.tree[i], passage.tree.lemma(i)
    own = _behind_nation(passage, i) or word.text
    is_genitive = passage.lexicon.has_bare_genitive and own.lower().removeprefix(lemma) in ("s", "es")
    if "Number=Plur" not in word.feats and not is_genitive:
        return own
    return lemma.capitalize() if i > 0 and word.text[:1].isupper() else lemma


def _start(passage: Passage, i: int) -> int:
    """The offset at which the kind begins, behind a nation: "Konzern" of "US-Konzern"."""
    tail = _behind_nation(passage, i)
    return passage.tree[i].end - len(tail) if tail else passage.tree[_noun_start(passage, i)].start


def _noun_start(passage: Passage, i: int) -> int:
    """The first of the nouns that stand before one as its modifiers: "market" of "market research firm"."""
    first = i
    while first > 0 and _is_modifier(passage, first - 1, i):
        first -= 1
    return first


def _is_modifier(passage: Passage, c: int, i: int) -> bool:
    tree = passage.tree
    return tree[c].upos == "NOUN" and tree[c].deprel == "compound" and c < tree[c].head <= i and not tree.entity(c)
