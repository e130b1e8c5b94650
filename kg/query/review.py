"""The pairs of entities that may be one, each with sentences to decide by."""

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
    """That two entities may be one, and why."""

    sides: tuple[Side, ...]
    score: float
    reasons: tuple[str, ...]


def proposals(select: Select) -> list[Proposal]:
    """All that the graph holds, the likeliest first."""
    scores: dict[str, float] = {}
    entities: defaultdict[str, dict[str, None]] = defaultdict(dict)  # used as an ordered set, as are the reasons
    reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in select(PROPOSALS):
        proposal = row["proposal"] or ""
        scores[proposal] = float(row["score"] or 0)
        entities[proposal][row["entity"] or ""] = None
        reasons[proposal][row["reason"] or ""] = None
    names, said = entity_names(select), _examples(select, {entity for pair in entities.values() for entity in pair})
    found = [
        Proposal(
            tuple(Side(key_of(e), plain(names[e][0]), said.get(e, ())) for e in entities[p]), score, tuple(reasons[p])
        )
        for p, score in scores.items()
    ]
    return sorted(found, key=lambda p: (-p.score, *(side.key for side in p.sides)))


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
