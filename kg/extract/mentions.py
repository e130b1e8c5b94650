"""From the head word of a phrase to a mention: a name, a description or a pronoun."""

import re
from dataclasses import replace

from kg.extract.claim import DESCRIPTION, NAME, PRONOUN, Mention
from kg.extract.compounds import compound_tail
from kg.extract.descriptions import complement, described
from kg.extract.tree import Tree
from kg.language.annotated import Annotated, EntitySpan, Word

POSSESSIVE = re.compile(r"(?:['’´`]\s?s?|(?<=\w)['’]s)$", re.IGNORECASE)
CAPACITY = re.compile(r"\d+ ?[KMGT]B", re.IGNORECASE)  # "the 16GB model"
APOSTROPHES = ("'", "’")
GENITIVE = re.compile(r"[^\Wsxzßui]s$")  # "Volkswagens"; of itself no genitive: "Adidas", "Airbus", "Paris"
BESIDE = ("appos", "flat", "compound", "nmod:unmarked", "nmod:desc")  # relations of a name beside a noun
SEPARATE_ENTITIES = ("NORP",)  # adjectives of nationality are no things of their own


class Mentions:
    """Makes the mentions of one sentence."""

    def __init__(self, annotated: Annotated, sentence: int, tree: Tree, names: frozenset[str]) -> None:
        self.text = annotated.document.text
        self.sentence = sentence
        self.tree = tree
        self.names = names  # names that stand alone somewhere in the article

    def at(self, head: int) -> Mention | None:
        """What the phrase with this head names, describes or points to; None for a clause, an adjective ..."""
        tree = self.tree
        entity = tree.entity(head)
        if entity and entity.type not in SEPARATE_ENTITIES:
            beside = self.apposed_name(head) if self._is_titled(head) else None
            return beside or (self._description(head) if self._is_holder(head) else self.of_entity(entity))
        word = tree[head]
        if is_pronoun(word):
            return self._pronoun(head)
        if word.upos not in ("NOUN", "PROPN", "X"):
            return None
        return self.apposed_name(head) or self._contained(head) or self._description(head)

    def _contained(self, head: int) -> Mention | None:
        """What a noun like "versie" or "lijn" is said to hold: "de nieuwste versie van iOS"."""
        tree = self.tree
        if tree.lemma(head) not in tree.lexicon.lists["containers"]:
            return None
        of = [c for c in tree.children(head, "nmod") if tree.preposition(c) in tree.lexicon.lists["made_by"]]
        held = [c for c in of if tree.entity(c) or not tree.children(c, "nummod")]  # not "de versie van 16 GB"
        return next((m for c in held if (m := self.at(c)) and m.kind != PRONOUN), None)

    def of_entity(self, entity: EntitySpan) -> Mention | None:
        """A named entity: its name without a possessive ending or the common noun of a compound ("Xiaomi-CEO")."""
        tree = self.tree
        first, last = tree[entity.first], tree[entity.last - 1]
        head = tree.entity_head(entity)
        end = (
            last.end
            if last.text.lower() not in ("'s", "’s", "'", "’") or entity.last - entity.first == 1
            else tree[entity.last - 2].end
        )
        name = self.text[first.start : end]
        if tail := compound_tail(name, tree, self.names):
            if tail == name:
                return self._description(head)
            name = name[: -len(tail) - 1]
        name = POSSESSIVE.sub("", name).rstrip(" -,.„“”»") if not name.endswith(".") else name
        name = name[:-1] if self._has_genitive_ending(name, head) else name
        if not any(c.isalnum() for c in name) or CAPACITY.fullmatch(name):
            return None
        return Mention(first.start, first.start + len(name), name, NAME, entity.type, self.sentence, head)

    def _has_genitive_ending(self, name: str, head: int) -> bool:
        """Whether a name has the -s of a bare genitive: "Volkswagens Chef", "der Umsatz Volkswagens"."""
        tree = self.tree
        is_cut = self.text[tree[head].end : tree[head].end + 1] in APOSTROPHES  # "Siemens' Chef"
        if not tree.lexicon.has_bare_genitive or not GENITIVE.search(name) or is_cut:
            return False
        return tree.is_a(head, "nmod", "obl") and not tree.preposition(head) and not tree.children(head, "det")

    def _is_holder(self, head: int) -> bool:
        """Whether a compound with a name is another than the name: "Google-Mutter", "Xiaomi-CEO"."""
        tail = self.tree[head].text.rpartition("-")[2].lower()
        return "-" in self.tree[head].text and bool(self.tree.lexicon.role_relations(tail))

    def _is_titled(self, head: int) -> bool:
        """Whether a name is only the first part of a title or kind: "Xiaomi-CEO" in "Xiaomi-CEO Lei Jun"."""
        tail = self.tree[head].text.rpartition("-")[2].lower()
        lexicon = self.tree.lexicon
        return "-" in self.tree[head].text and (bool(lexicon.role_relations(tail)) or lexicon.is_common(tail))

    def apposed_name(self, head: int) -> Mention | None:
        """The name that stands beside a common noun: "smartphonemaker Xiaomi", "de Nasdaq index", "de iOS software"."""
        tree = self.tree
        if tree.lemma(head) in tree.lexicon.lists["shares"]:
            return None
        for child in tree.children(head, *BESIDE, *(() if tree.lexicon.has_bare_genitive else ("nmod",))):
            entity = tree.entity(child)
            if (
                entity
                and entity.type != "NORP"
                and child > head
                and not tree.preposition(child)
                and child == tree.entity_head(entity)
            ):
                return self.of_entity(entity)
        return self._name_behind(head) or self._name_in_front(head) or self._name_of_complement(head)

    def _name_of_complement(self, head: int) -> Mention | None:
        """A name that the tree hangs on what completes a noun of its type: "le fabricant de pneus Michelin"."""
        inner = complement(self.tree, head)
        name = self.apposed_name(inner) if inner != head else None
        return name if name and name.type == self.tree.lexicon.type_of(self.tree.lemma(head)) else None

    def _name_behind(self, head: int) -> Mention | None:
        """A name of the noun's own type right behind it, whichever of the two the tree makes the head."""
        tree = self.tree
        is_free = not tree.entity(head) or self._is_holder(head)
        entity = tree.entity(head + 1) if head + 1 < len(tree) and is_free else None
        if entity is None or entity.first != head + 1 or entity.type != tree.lexicon.type_of(tree.lemma(head)):
            return None
        top = tree.entity_head(entity)
        is_joined = tree[head].head in range(entity.first, entity.last) or tree[top].head == head
        are_subjects = tree[top].head == tree[head].head and tree[top].deprel == tree[head].deprel == "nsubj"
        return self.of_entity(entity) if (is_joined and not tree.preposition(top)) or are_subjects else None

    def _name_in_front(self, head: int) -> Mention | None:
        """A name right before a noun of its own type, words between them: "iPod draagbare muziekspelers"."""
        tree = self.tree
        i = head - 1
        while i >= 0 and tree[i].upos in ("ADJ", "NOUN") and tree[i].head == head and not tree.entity(i):
            i -= 1
        entity = tree.entity(i) if i >= 0 else None
        if (
            entity is None
            or POSSESSIVE.search(tree[entity.last - 1].text)
            or tree.entity(head)
            or not tree.is_a(tree.entity_head(entity), *BESIDE, "amod", "nmod")
        ):
            return None
        if tree[tree.entity_head(entity)].head != head or tree.preposition(tree.entity_head(entity)):
            return None
        name, lemma = self.of_entity(entity), tree.lemma(head)
        if name and lemma in tree.lexicon.lists["units"]:  # "GM's Opel unit", but not "a GM unit", "its Ohio unit"
            is_own_name = entity.type == "PROD" or (entity.type == "ORG" and self.possessives(head))
            return replace(name, type="ORG") if is_own_name else None
        if tree.lexicon.role_relations(lemma):  # "Airbus parent EADS"
            return None
        same = {entity.type, tree.lexicon.type_of(tree.lemma(head))}
        return name if name and (len(same) == 1 or same <= {"PROD", "WORK"}) else None

    def _pronoun(self, head: int) -> Mention | None:
        word = self.tree[head]
        types = self.tree.lexicon.pronoun_types(word.text)
        if not types or not is_third_person(word) or word.deprel.startswith("expl"):
            return None
        return Mention(word.start, word.end, word.text, PRONOUN, types, self.sentence, head)

    def is_definite(self, head: int) -> bool:
        """Whether a noun in the singular points back: "het bedrijf", "deze fabrikant"."""
        tree = self.tree
        plural = "Number=Plur" in tree[head].feats
        return not plural and any(
            tree.lower(c) in tree.lexicon.lists["definite"] for c in tree.children(head, "det", "case")
        )

    def _description(self, head: int) -> Mention | None:
        """A common noun with the adjectives and nouns before it, without article, possessive and "eigen", "nieuw"."""
        tree = self.tree
        words = described(tree, head)
        noun = words.noun
        start, end = tree[words.first].start, tree[words.last].end
        is_name = tree[head].upos == "PROPN" and not tree.entity(head) and tree[head].text[:1].isupper()
        kind = NAME if is_name else DESCRIPTION
        type_ = tree.lexicon.type_of(tree.lemma(noun).rsplit("-", 1)[-1])
        return Mention(start, end, self.text[start:end], kind, type_, self.sentence, noun)

    def possessives(self, head: int) -> list[Mention]:
        """Whose the thing is: "haar EV-eenheid", "Xiaomi's marketingafdeling", "Apple's CEO"."""
        owned = ("nmod:poss", "det:poss", "det")
        children = [c for c in self.tree.children(head, *owned) if self.tree[c].deprel != "det" or self._is_own(c)]
        return [m for child in children if (m := self.at(child))]

    def _is_own(self, i: int) -> bool:
        return "Poss=Yes" in self.tree[i].feats


def is_pronoun(word: Word) -> bool:
    """A pronoun that may stand for a thing, or a possessive."""
    return word.upos == "PRON" or _is_possessive(word)


def is_third_person(word: Word) -> bool:
    """Whether a pronoun is of the third person; of possessives not every treebank says it."""
    return "Person=3" in word.feats or (_is_possessive(word) and "Person=" not in word.feats)


def _is_possessive(word: Word) -> bool:
    return "Poss=Yes" in word.feats or word.deprel == "det:poss"


def typed(mention: Mention, types: tuple[str, ...]) -> Mention | None:
    """The mention if it may be of one of the types; a pronoun keeps those of its types that fit ("PER|ORG")."""
    if mention.kind == PRONOUN:
        fitting = [t for t in mention.type.split("|") if t in types]
        return replace(mention, type="|".join(fitting)) if fitting else None
    if mention.type in types:
        return mention
    if mention.type == "THING" and mention.kind == NAME:
        return replace(mention, type=types[0])
    return None
