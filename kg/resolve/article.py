"""From the mentions of one article to things: names and what stands for them, known entities, unnamed things."""

from dataclasses import dataclass

from kg.extract.claim import NAME, PRONOUN, Claim, Mention
from kg.extract.extracted import Extracted
from kg.extract.lexicon import Lexicon
from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.names import canonical, slug
from kg.resolve.references import References

PLACES = ("LOC", "NORP", "ORG")  # what the model may take a place for
GENERIC = ("PER", "ORG")  # an unresolved "het bedrijf" is no thing of its own


@dataclass(frozen=True, slots=True)
class Thing:
    """What a mention refers to. id is the entity's path below the base IRI."""

    id: str
    type: str
    label: str
    named: bool
    known: Entry | None = None


class Article:
    """Resolves the mentions of one article."""

    def __init__(self, extracted: Extracted, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.extracted = extracted
        self.language = extracted.annotated.language
        self.document = extracted.annotated.document
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        named = {
            m
            for c in extracted.claims
            for m in (c.subject, c.object, c.source)
            if isinstance(m, Mention) and m.kind == NAME
        }
        names = {m.start: m for m in (*sorted(named, key=lambda m: m.start), *extracted.names)}
        self.names = tuple(names[start] for start in sorted(names))
        self.full = canonical(self.names)
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
            return self._by_name(self.full[mention.text], mention.type)
        if mention.kind == PRONOUN:
            name = self.references.antecedent(mention)
            return self._by_name(name, self._type_of(name)) if name else None
        return self._by_description(mention)

    def _by_description(self, mention: Mention) -> Thing | None:
        if self._is_anaphor(mention):
            if name := self.references.antecedent(mention):
                return self._by_name(name, self._type_of(name))
            if mention.type in GENERIC:
                return None
        label = " ".join(mention.text.split())
        return Thing(f"entity/{self.document.id}/{slug(label)}", mention.type, label, named=False)

    def _is_anaphor(self, mention: Mention) -> bool:
        """A bare definite description of a person, an organisation or a product."""
        return mention.start in {m.start for m in self.extracted.anaphors} and len(mention.text.split()) == 1

    def _type_of(self, name: str) -> str:
        return next(m.type for m in self.names if self.full[m.text] == name)

    def _by_name(self, name: str, kind: str) -> Thing | None:
        known = self._known(name, kind)
        if known:
            return Thing(f"entity/{slug(known.id)}", known.type, name, named=True, known=known)
        if kind == "NORP" and name[:1].islower():
            return None
        return Thing(f"entity/{slug(name)}", kind, name, named=True)

    def _known(self, name: str, kind: str) -> Entry | None:
        """The gazetteer's entry for a name, if the types agree."""
        if kind == "NORP":
            return self.gazetteer.by_adjective(name, self.language) or self.gazetteer.by_inhabitant(name, self.language)
        entry = self.gazetteer.by_name(name, self.language)
        if entry is None or kind == "PER":
            return None
        return entry if entry.type != "LOC" or kind in PLACES else None
