"""What resolution hands to RDF: entities, their mentions, and claims between entities with their evidence."""

from dataclasses import dataclass

from kg.documents.document import Document
from kg.extract.claim import Figure


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing. id is its path below the base IRI: "entity/xiaomi"; unnamed, "entity/DOCUMENT-ID/ev-eenheid"."""

    id: str
    type: str  # PER ORG LOC PROD EVENT WORK NORP THING
    labels: tuple[tuple[str, str], ...]  # (language, text), the preferred label of each language
    aliases: tuple[tuple[str, str], ...] = ()  # (language, text), other names in the texts or the gazetteer
    same_as: tuple[str, ...] = ()  # IRIs of the same thing elsewhere
    named: bool = True
    identifiers: tuple[str, ...] = ()  # codes that are no IRIs: ISO 3166-1 of a country, ISO 4217 of a currency


@dataclass(frozen=True, slots=True)
class Thing:
    """What one article speaks of. id is the path below the base IRI that it has if nothing else is known of it."""

    id: str
    type: str
    label: str  # its fullest name in the article, or the description
    named: bool
    known: str | None = None  # Entry.id in the gazetteer
    callings: tuple[str, ...] = ()  # of a person: the nouns beside the name, "voetballer"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A place in a document that refers to an entity."""

    document: str  # Document.id
    entity: str  # Entity.id; in a ResolvedArticle Thing.id, as in all that it holds
    start: int
    end: int
    text: str
    kind: str  # name, description, pronoun
    language: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a document that states a claim."""

    document: str  # Document.id
    start: int
    end: int
    exact: str
    language: str
    subject_span: tuple[int, int]
    object_span: tuple[int, int] | None
    extractor: str
    confidence: float
    role: str | None = None
    products: tuple[str, ...] = ()  # Entity.id, what the sentence says is ordered


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim between entities, with all its evidence. Equal in all other fields: the same claim."""

    subject: str  # Entity.id
    relation: str
    object: str | None  # Entity.id, or the literal if is_literal; None for filesForBankruptcy
    is_literal: bool
    modality: str
    source: str | None  # Entity.id
    figure: Figure | None
    when: str | None
    object_language: str | None  # of a literal that is text, not a figure
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ResolvedDocument:
    """An article, the language it was read in, and the entity that published it."""

    document: Document
    language: str
    publisher: str | None = None  # Entity.id


@dataclass(frozen=True, slots=True)
class ResolvedArticle:
    """One article by itself: the things in it, its mentions of them, and its facts between them; each part sorted."""

    document: ResolvedDocument
    things: tuple[Thing, ...]
    mentions: tuple[EntityMention, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """That two names are of one entity, and why."""

    entity: str  # Entity.id
    keys: tuple[str, str]  # what people's decisions call the two, see kg.resolve.decisions
    name: str
    other: str
    score: float  # 0 to 1
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """That two entities may be one, and why: a question for a person."""

    entities: tuple[str, str]  # Entity.id
    names: tuple[str, str]
    score: float  # 0 to 1
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Everything that a graph is made of; each part sorted, so that equal input gives equal bytes."""

    documents: tuple[ResolvedDocument, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[EntityMention, ...]
    facts: tuple[Fact, ...]
    merges: tuple[Merge, ...] = ()
    unsure: tuple[Unsure, ...] = ()  # the likeliest first
