"""What the page is given, as its script reads it: columns of equal length, a reference is a place in another table.

The contract, with the meaning of every field, is kg/view/web/src/payload.ts; these are its types.
"""

import msgspec

Sparse = dict[str, object]
"""Values that only some have, by their place: {"12": "CEO"}."""


class Words(msgspec.Struct, frozen=True, rename="camel"):
    nl: str
    en: str


class Type(msgspec.Struct, frozen=True, rename="camel"):
    key: str
    label: Words


class Modality(msgspec.Struct, frozen=True, rename="camel"):
    key: str
    label: Words
    comment: Words


class Relation(msgspec.Struct, frozen=True, rename="camel"):
    key: str
    label: Words
    comment: Words
    pattern: Words
    kind: str
    group: str
    symmetric: bool
    patterns: dict[str, Words]


class Vocabulary(msgspec.Struct, frozen=True, rename="camel"):
    types: list[Type]
    modalities: list[Modality]
    relations: list[Relation]


class Query(msgspec.Struct, frozen=True, rename="camel"):
    name: str
    description: str
    sparql: str
    parameters: tuple[str, ...]


class Selection(msgspec.Struct, frozen=True, rename="camel"):
    entities: int
    of_entities: int
    claims: int
    of_claims: int
    command: str | None
    query: str | None


class Entities(msgspec.Struct, frozen=True, rename="camel"):
    iri: list[str]
    label: list[str]
    label_in: dict[str, Sparse]
    type: list[int]
    mentions: list[int]
    degree: list[int]
    x: list[int]
    y: list[int]
    community: list[int]


class Communities(msgspec.Struct, frozen=True, rename="camel"):
    name: list[str]
    x: list[int]
    y: list[int]
    radius: list[int]
    size: list[int]


class Claims(msgspec.Struct, frozen=True, rename="camel"):
    subject: list[int]
    relation: list[int]
    object: list[int]
    modality: list[int]


class Plain(msgspec.Struct, frozen=True, rename="camel"):
    subject: list[int]
    predicate: list[str]
    object: list[int]
    made: list[int]


class Graph(msgspec.Struct, frozen=True, rename="camel"):
    version: int
    title: str
    language: str | None
    base: str
    vocabulary_iri: str
    endpoint: str | None
    labels: str | None
    selection: Selection | None
    vocabulary: Vocabulary
    prefixes: dict[str, str]
    queries: list[Query]
    entities: Entities
    communities: Communities
    claims: Claims
    plain: Plain | None
    triples: int
    kg: str


class EntityDetails(msgspec.Struct, frozen=True, rename="camel"):
    aliases: Sparse
    same_as: Sparse


class ClaimDetails(msgspec.Struct, frozen=True, rename="camel"):
    iri: list[str]
    confidence: list[int]
    documents: list[int]
    sources: list[int]
    source: Sparse
    when: Sparse
    start: Sparse
    end: Sparse
    role: Sparse
    amount: Sparse
    products: Sparse


class Evidence(msgspec.Struct, frozen=True, rename="camel"):
    claim: list[int]
    document: list[int]
    start: list[int]
    end: list[int]
    subject_start: list[int]
    subject_end: list[int]
    object_start: list[int]
    object_end: list[int]
    confidence: list[int]


class Documents(msgspec.Struct, frozen=True, rename="camel"):
    iri: list[str]
    title: list[str]
    files: list[list[str]]
    date: list[str]
    publisher: list[str]
    language: list[str]
    url: list[str]


class Disagreement(msgspec.Struct, frozen=True, rename="camel"):
    claims: tuple[int, int]
    kind: str
    reason: Words


class Facts(msgspec.Struct, frozen=True, rename="camel"):
    literals: list[str]
    entities: EntityDetails
    claims: ClaimDetails
    evidence: Evidence
    documents: Documents
    disagreements: list[Disagreement]
