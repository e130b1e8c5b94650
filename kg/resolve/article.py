"""From the mentions of one article to things: names and what stands for them, known entities, unnamed things."""

from dataclasses import replace
from functools import cached_property

from kg.extract.claim import NAME, PRONOUN, Claim, Mention
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.resolve.full_names import Apart, FullNames
from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.name_words import NameWords
from kg.resolve.names import slug
from kg.resolve.readings import ADJECTIVAL, Readings
from kg.resolve.references import References
from kg.resolve.resolved import Thing

PLACES = ("LOC", "NORP", "ORG")  # what the model may take a place for
QUALIFIERS = {
    "PER": "person",
    "PROD": "product",
    "WORK": "work",
    "EVENT": "event",
}  # of what is called as a known thing
PRICES = ("priceChange", "priceLevel")
GENERIC = ("PER", "ORG")  # an unresolved "het bedrijf" is no thing of its own


class Article:
    """Resolves the mentions of one article."""

    def __init__(
        self, extracted: Extracted, lexicon: Lexicon, gazetteer: Gazetteer, words: NameWords, apart: Apart = frozenset()
    ) -> None:
        """apart: pairs of names that a person said are two things."""
        self.extracted = extracted
        self.language = extracted.annotated.language
        self.document = extracted.annotated.document
        self.lexicon, self.words = lexicon, words
        self.gazetteer = gazetteer
        named = {
            m
            for c in extracted.claims
            for m in (c.subject, c.object, c.source)
            if isinstance(m, Mention) and m.kind == NAME
        }
        names = {m.start: m for m in (*sorted(named, key=lambda m: m.start), *extracted.names)}
        places = [names[start] for start in sorted(names)]
        in_place = lexicon.lists["in_place"]
        found = Readings(places, extracted.annotated.sentences, words, in_place, self._is_known).all()
        self._types = {name.start: name.type for name in found}
        self.full = FullNames(found, self.document.text, words, self._is_known, apart)
        self.names = tuple(replace(name, type=self._type(name)) for name in found)
        self.references = References(
            extracted.annotated, self.names, self.full, self._named_kinds(), extracted.anaphors
        )
        self._things: dict[Mention, Thing | None] = {}

    def _named_kinds(self) -> tuple[Claim, ...]:
        return tuple(c for c in self.extracted.claims if c.relation == "isA" and c.subject.text in self.full)

    def thing(self, mention: Mention) -> Thing | None:
        """What a mention refers to, None if that cannot be told."""
        if mention not in self._things:
            self._things[mention] = self._resolve(mention)
        return self._things[mention]

    def publisher(self) -> Thing | None:
        """Who the article's header says it is from."""
        return self._by_name(" ".join(source.split()), "ORG") if (source := self.document.source) else None

    def _resolve(self, mention: Mention) -> Thing | None:
        if mention.kind == NAME:
            return self._by_name(self._full(mention), self._type(mention))
        if mention.kind == PRONOUN:
            name = self.references.antecedent(mention)
            return self._by_name(name, self.full.types[name]) if name else None
        return self._by_description(mention)

    def _by_description(self, mention: Mention) -> Thing | None:
        if self._is_anaphor(mention):
            if name := self.references.antecedent(mention):
                return self._by_name(name, self.full.types[name])
            if mention.type in GENERIC:
                return None
        label = " ".join(mention.text.split())
        return Thing(f"entity/{self.document.id}/{slug(label)}", mention.type, label, named=False)

    def _is_anaphor(self, mention: Mention) -> bool:
        """A bare definite description of a person, an organisation or a product."""
        return mention.start in self._anaphors and len(mention.text.split()) == 1

    @cached_property
    def _anaphors(self) -> frozenset[int]:
        return frozenset(m.start for m in self.extracted.anaphors)

    def _full(self, mention: Mention) -> str:
        """The fullest name; a place is none of a person's ("Paris Hilton was in Paris")."""
        is_place = self._type(mention) == "LOC" and self.full.type_of(mention.text) == "PER"
        return mention.text if is_place else self.full[mention.text]

    def _type(self, mention: Mention) -> str:
        """The type that the article's other mentions of it give a name; "Chinese" may be a place or its people."""
        own = self._types.get(mention.start, mention.type)
        return own if own in ADJECTIVAL else self.full.type_of(mention.text)

    def _by_name(self, name: str, kind: str) -> Thing | None:
        known = self._known(name, kind)
        if known:
            return Thing(f"entity/{slug(known.id)}", known.type, name, named=True, known=known.id)
        if kind == "NORP" and name[:1].islower():
            return None
        own = slug(name)
        if own in self.gazetteer.entries and kind in QUALIFIERS:
            own += f"-{QUALIFIERS[kind]}"
        return Thing(f"entity/{own}", kind, name, named=True)

    def _is_known(self, name: str, kind: str) -> bool:
        return self._known(name, kind) is not None

    @cached_property
    def _quoted(self) -> frozenset[str]:
        """The names of which only prices are told: what else may be an index of that name does more than move."""
        told = {True: set[str](), False: set[str]()}
        for claim in self.extracted.claims:
            for mention in (claim.subject, claim.object, claim.source):
                if isinstance(mention, Mention):
                    told[claim.relation in PRICES].add(mention.text)
        return frozenset(told[True] - told[False])

    def _known(self, name: str, kind: str) -> Entry | None:
        """The gazetteer's entry for a name, if the types agree."""
        if kind == "NORP":
            return self.gazetteer.by_adjective(name, self.language) or self.gazetteer.by_inhabitant(name, self.language)
        if kind == "PER":
            return None
        entry = self.gazetteer.by_name(self.words.without_article(name), self.language)
        if entry is None:
            return self.gazetteer.index_called(name) if name in self._quoted else None
        return entry if entry.type != "LOC" or kind in PLACES else None
