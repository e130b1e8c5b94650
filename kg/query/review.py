"""The pairs of entities that may be one, those first of which an answer is worth most, with sentences to decide by."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from kg.language.sentences import sentences
from kg.plain import plain, short
from kg.query.entities import entity_names
from kg.query.places import Select, articles
from kg.resolve.decisions import key_of

PROPOSALS = """
PREFIX kg: <https://kg.example/ontology#>
SELECT DISTINCT ?proposal ?entity ?score ?reason WHERE {
  ?proposal a kg:Proposal ; kg:entity ?entity ; kg:score ?score ; kg:reason ?reason
} ORDER BY DESC(?score) ?proposal ?entity ?reason
"""
CLAIMS = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?entity (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
  { SELECT DISTINCT ?entity WHERE { ?proposal a kg:Proposal ; kg:entity ?entity } }
  VALUES ?role { rdf:subject rdf:object kg:source kg:product }
  ?claim ?role ?entity
} GROUP BY ?entity
"""
MENTIONS = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?entity ?document ?language ?start WHERE {{
  VALUES ?entity {{ {} }}
  ?mention kg:refersTo ?entity ; kg:mentionKind "name" ; prov:wasDerivedFrom ?document ; oa:start ?start .
  ?document schema:inLanguage ?language
}}
"""
EXAMPLES, LONGEST = 2, 300


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities. key: the end of its IRI."""

    key: str
    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """That two entities may be one, and why. claims: how many would go from one entity to the other."""

    sides: tuple[Side, ...]
    score: float
    reasons: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """A proposal of the graph, by IRIs."""

    entities: tuple[str, ...]
    score: float
    reasons: tuple[str, ...]
    claims: int

    @property
    def order(self) -> tuple[object, ...]:
        """What is worth most comes first: what is likely, and changes much."""
        return -self.score * (1 + self.claims), -self.score, self.entities


def proposals(select: Select, limit: int | None = None) -> tuple[list[Proposal], int]:
    """Those of the graph, what is worth most first, at most so many; and how many there are in all."""
    pairs = sorted(_pairs(select), key=lambda pair: pair.order)
    shown = pairs[:limit]
    names, said = entity_names(select), _examples(select, {entity for pair in shown for entity in pair.entities})

    def side(entity: str) -> Side:
        return Side(key_of(entity), plain(names[entity][0]), said.get(entity, ()))

    found = [Proposal(tuple(map(side, p.entities)), p.score, p.reasons, p.claims) for p in shown]
    return found, len(pairs)


def _pairs(select: Select) -> list[_Pair]:
    claims = {row["entity"]: int(row["claims"] or 0) for row in select(CLAIMS)}
    scores: dict[str, float] = {}
    entities: defaultdict[str, dict[str, None]] = defaultdict(dict)  # used as an ordered set, as are the reasons
    reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in select(PROPOSALS):
        proposal = row["proposal"] or ""
        scores[proposal] = float(row["score"] or 0)
        entities[proposal][row["entity"] or ""] = None
        reasons[proposal][row["reason"] or ""] = None
    return [
        _Pair(tuple(entities[p]), score, tuple(reasons[p]), min(claims.get(entity, 0) for entity in entities[p]))
        for p, score in scores.items()
    ]


def _examples(select: Select, entities: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The first sentences that name each entity, in the order of the files."""
    rows = list(select(MENTIONS.format(" ".join(f"<{entity}>" for entity in sorted(entities)))))
    sources = articles(select, {row["document"] or "" for row in rows})
    split = cache(lambda document, language: sentences(sources[document].text, language))
    places: defaultdict[str, list[tuple[tuple[str, ...], int, str, str]]] = defaultdict(list)
    for row in rows:
        document = row["document"] or ""
        place = (sources[document].files, int(row["start"] or 0), document, row["language"] or "")
        places[row["entity"] or ""].append(place)
    found = {}
    for entity, own in places.items():
        texts: dict[str, None] = {}
        for _, start, document, language in sorted(own):
            if len(texts) < EXAMPLES:
                span = next((s for s in split(document, language) if s.start <= start < s.end), None)
                if span:
                    texts[short(sources[document].text[span.start : span.end], LONGEST)] = None
        found[entity] = tuple(texts)
    return found
