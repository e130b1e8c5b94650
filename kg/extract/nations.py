"""The place that an adjective of nationality names: "Chinese", "US-" in "US-Konzern"."""

from kg.extract.claim import NAME, Mention
from kg.extract.passage import Passage


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
    lemma = passage.tree.lemma(i)
    is_free = word.text.islower() and not passage.lexicon.is_common(lemma)
    if word.upos == "NOUN" and (is_free or (entity and entity.type == "NORP")) and _may_be_demonym(passage, lemma):
        beside = passage.mentions.apposed_name(i)  # "l'américain Genzyme", "l'Américain Boeing"
        is_of_it = beside and (is_free or beside.type == "ORG")
        return Mention(word.start, word.end, word.text, NAME, "NORP", passage.index, i) if is_of_it else None
    front, hyphen, _ = word.text.partition("-")
    if not hyphen or not front.isupper() or not _may_be_demonym(passage, front.lower()):
        return None
    if entity and entity.last - entity.first > 1:  # "US-Bank" as part of a name
        return None
    return Mention(word.start, word.start + len(front), front, NAME, "LOC", passage.index, i)


def _may_be_demonym(passage: Passage, lemma: str) -> bool:
    return lemma in passage.lexicon.lists["demonyms"] and (lemma,) not in passage.lexicon.modal_phrases
