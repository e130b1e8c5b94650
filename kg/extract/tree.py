"""A sentence's dependency tree, with the questions that extractors ask of it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kg.extract.lexicon import Lexicon
from kg.language.annotated import EntitySpan, Sentence, Word

PREPOSITIONS = ("ADP", "ADV", "SCONJ", "VERB", "ADJ", "NOUN")
CONTENT = ("NOUN", "PROPN", "PRON", "NUM", "SYM")


class Tree:
    """Words are named by their index in the sentence; -1 is no word."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.words = _mended(sentence.words)
        self.lexicon = lexicon
        self._children: list[list[int]] = [[] for _ in self.words]
        for i, word in enumerate(self.words):
            if word.head >= 0:
                self._children[word.head].append(i)
        self._entities = {i: e for e in sentence.entities for i in range(e.first, e.last)}
        self.entities = sentence.entities

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, i: int) -> str:
        return self.words[i].text.lower()

    def is_a(self, i: int, *relations: str) -> bool:
        """Whether the word hangs on its head by one of the relations; "obl" covers "obl:arg"."""
        deprel = self.words[i].deprel
        return deprel in relations or deprel.split(":")[0] in relations

    def children(self, i: int, *relations: str) -> list[int]:
        """The words that hang on i, all or those with one of the relations, in text order."""
        return [c for c in self._children[i] if not relations or self.is_a(c, *relations)]

    def subtree(self, i: int) -> list[int]:
        """i and all below it, in text order."""
        found, stack = [], [i]
        while stack:
            node = stack.pop()
            found.append(node)
            stack += self._children[node]
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads of i from the nearest to the root."""
        while (i := self.words[i].head) >= 0:
            yield i

    def conjuncts(self, i: int) -> list[int]:
        """i and what is coordinated with it: "A, B en C" from A."""
        return [i, *(c for child in self.children(i, "conj") for c in self.conjuncts(child))]

    def lemma(self, i: int) -> str:
        """The lemma in lower case, with its particle, in front of it ("kondigde ... aan": aankondigen) or behind."""
        return self._lemmas[i]

    @cached_property
    def _lemmas(self) -> list[str]:
        return [self._lemma(i) for i in range(len(self.words))]

    def _lemma(self, i: int) -> str:
        word = self.words[i]
        base = self.lexicon.base_form(word.text, word.lemma.lower(), word.upos)
        particle = "".join(self.lower(c) for c in self.children(i, "compound:prt"))
        if particle and self.lexicon.phrasal_verbs:
            return phrasal if (phrasal := f"{base} {particle}") in self.lexicon.phrasal_verbs else base
        particle = particle or self._stray_particle(i, base)
        return base if base.startswith(particle) else self.lexicon.forms.get(particle + base, particle + base)

    def _stray_particle(self, i: int, base: str) -> str:
        """The particle of a separable verb that the tree takes for an adverb: "arbeitet ... zusammen"."""
        behind = [self.lower(c) for c in self.children(i, "advmod") if c > i]
        return next((word for word in behind if word + base in self.lexicon.listed_verbs), "")

    def preposition(self, i: int) -> str:
        """The preposition of a phrase, "" without one; a fixed one whole ("in plaats van"), a contracted one bare."""
        for c in self.children(i, "case", "det"):
            if self.words[c].upos in PREPOSITIONS if self.is_a(c, "case") else self._is_contracted(c):
                parts = [c, *self.children(c, "fixed")]
                return " ".join(self.lexicon.forms.get(self.lower(p), self.lower(p)) for p in sorted(parts))
        return ""

    def _is_contracted(self, c: int) -> bool:
        """Whether a word that the tree takes for an article is a preposition with one: "zum"."""
        word = self.words[c]
        return word.upos == "ADP" or (
            self.lower(c) == word.lemma.lower() != self.lexicon.forms.get(self.lower(c), word.lemma.lower())
        )

    def entity(self, i: int) -> EntitySpan | None:
        """The named entity that the word is part of."""
        return self._entities.get(i)

    def entity_head(self, entity: EntitySpan) -> int:
        """The word of the entity on which its others hang."""
        inside = range(entity.first, entity.last)
        return next((i for i in inside if self.words[i].head not in inside), entity.first)

    def is_predicate(self, i: int) -> bool:
        """A verb, or a noun or adjective with a copula."""
        return self.words[i].upos in ("VERB", "AUX") or bool(self.children(i, "cop")) or bool(self.children(i, "nsubj"))

    def predicate(self, i: int) -> int:
        """The nearest predicate at or above i, -1 if there is none."""
        return next((n for n in (i, *self.ancestors(i)) if self.is_predicate(n)), -1)

    def matches(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of the phrase (lower case) stand at i."""
        return len(phrase) <= len(self) - i and all(self.lower(i + n) == part for n, part in enumerate(phrase))

    def find(self, phrases: frozenset[tuple[str, ...]]) -> list[tuple[int, int]]:
        """Where phrases stand: (first, last) word spans, the longest at each place."""
        found = []
        for i in range(len(self)):
            fitting = [p for p in self.lexicon.starting(phrases, self.lower(i)) if self.matches(i, p)]
            if fitting:
                found.append((i, i + max(map(len, fitting))))
        return found


def _mended(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A time or place behind "..., said X" belongs to the saying, though parsers hang it on what is said."""
    return tuple(replace(word, head=_said_behind(words, i)) for i, word in enumerate(words))


def _said_behind(words: tuple[Word, ...], i: int) -> int:
    """The head of a word; for a phrase on a clause whose governing verb stands between the two, that verb."""
    clause = words[i].head
    while clause >= 0 and words[clause].deprel == "conj":
        clause = words[clause].head
    if clause < 0 or words[i].deprel.split(":")[0] != "obl" or words[clause].deprel not in ("ccomp", "parataxis"):
        return words[i].head
    return words[clause].head if clause < words[clause].head < i else words[i].head
