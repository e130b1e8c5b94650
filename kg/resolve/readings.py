"""Persons whose bare name the model takes for a firm or a place: "Henry Paulson ... Paulson", "Jack London ... London".

An article names a person in full first and by the family name later. So what it calls by that name before, or together
with the person ("Michael Dell van Dell"), or after a preposition of place, is something else.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extract.claim import Mention
from kg.extract.lexicon import Words
from kg.language.annotated import Sentence
from kg.resolve.introductions import IsKnown
from kg.resolve.name_words import NameWords
from kg.resolve.names import Name

ADJECTIVAL = ("LOC", "NORP")  # "Chinese" may be a place or its people


@dataclass(frozen=True)
class Readings:
    """What decides about the names of one article. in_place: prepositions of place; is_known: in the gazetteer."""

    mentions: Sequence[Mention]  # in the order of the text
    sentences: Sequence[Sentence]
    words: NameWords
    in_place: Words
    is_known: IsKnown

    def all(self) -> tuple[Mention, ...]:
        """The mentions, with PER as the type of those that mean a person whom the article names in full."""
        return tuple(replace(m, type="PER") if self._is_person(m) else m for m in self.mentions)

    @cached_property
    def _persons(self) -> Mapping[str, list[Mention]]:
        """Where persons are named in full, by each word of their names."""
        found = defaultdict(list)
        for mention in self.mentions:
            if mention.type == "PER" and len(tokens := self._tokens(mention)) > 1:
                for token in set(tokens):
                    found[token].append(mention)
        return found

    @cached_property
    def _same(self) -> Mapping[str, list[Mention]]:
        """The mentions by their text."""
        found = defaultdict(list)
        for mention in self.mentions:
            found[mention.text].append(mention)
        return found

    def _is_person(self, mention: Mention) -> bool:
        if mention.type not in (*ADJECTIVAL, "ORG") or not self._persons:
            return False
        name, *more = self._tokens(mention)
        full, same = self._persons.get(name), self._same[mention.text]
        if more or not full or self._is_in_place(mention):
            return False
        if mention.type in ADJECTIVAL and any(m.type == "PER" for m in same):
            return True
        is_later = same[0].start > full[0].start
        is_beside = bool({m.sentence for m in same} & {person.sentence for person in full})
        return is_later and not is_beside and self._may_be(mention, full)

    def _may_be(self, mention: Mention, full: Sequence[Mention]) -> bool:
        """Whether one is called so: a firm by a family name alone, a known place too, and then only as a subject."""
        is_family = any(self._tokens(person)[-1:] == self._tokens(mention) for person in full)
        is_known = self.is_known(mention.text, mention.type)
        if mention.type == "ORG":
            return is_family and not is_known
        word = self.sentences[mention.sentence].words[mention.head]
        return (is_family or not is_known) and word.deprel.startswith("nsubj")

    def _is_in_place(self, mention: Mention) -> bool:
        words = self.sentences[mention.sentence].words
        return any(w.head == mention.head and w.deprel == "case" and w.text.lower() in self.in_place for w in words)

    def _tokens(self, mention: Mention) -> tuple[str, ...]:
        return Name(mention.text, "PER", self.words).tokens
