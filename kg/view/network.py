"""The graph as a networkx.MultiDiGraph: entities are its nodes, claims between entities its edges."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import networkx as nx  # type: ignore[import-untyped]

from kg.view.describe import CLAIMS, DOCUMENTS, ENTITIES, EVIDENCE, Description, Select, Term, described, local_name

TYPES: Mapping[str, str] = {
    "Person": "PER",
    "Organization": "ORG",
    "Place": "LOC",
    "Product": "PROD",
    "Event": "EVENT",
    "CreativeWork": "WORK",
    "Group": "NORP",
}
"""The entity types of the graph's classes; a thing of none of them is a THING."""


class Quote(NamedTuple):
    """A sentence of an article that states a claim, and the file that it stands in."""

    sentence: str
    file: str
    language: str = ""
    published: str = ""
    marks: tuple[tuple[int, int], ...] = ()  # where subject and object stand in the sentence


def to_networkx(select: Select, language: str = "en") -> nx.MultiDiGraph:
    """The whole graph for analysis and drawing.

    select: runs a SPARQL SELECT over the union of all graphs, see `kg.view.describe.Select`.
    language: of the labels, where an entity has several; then nl, en, any.

    A node is an entity's IRI with `label`, `type` (PER ORG LOC PROD EVENT WORK NORP THING), `mentions` (a count), `aliases`
    and `facts`: its claims whose object is a text, a figure or nothing. An edge is a claim between two entities, its key the
    claim's IRI, its ends the subject and the object. Edges and facts carry `claim`, `relation`, `modality`, `source` (a
    label, "" for the article itself), `when` (EDTF), `amount`, `role`, `products`, `confidence` and `quotes`; facts also
    `object`, the text.
    """
    claims = described(select, CLAIMS)
    entities = described(select, ENTITIES)
    quotes = _quotes(described(select, EVIDENCE), described(select, DOCUMENTS))
    ends = {term.value for claim in claims.values() for name in ("subject", "object") for term in claim.terms(name) if term.is_iri}
    graph = nx.MultiDiGraph()
    for iri in sorted(ends | set(entities)):
        graph.add_node(iri, **_entity(iri, entities.get(iri, Description()), language))
    for iri, claim in claims.items():
        statement = _statement(iri, claim, quotes, graph)
        subject, target = claim.value("subject"), next(iter(claim.terms("object")), Term(""))
        if target.is_iri:
            graph.add_edge(subject, target.value, key=iri, **statement)
        else:
            graph.nodes[subject]["facts"].append({**statement, "object": target.value})
    return graph


def _entity(iri: str, entity: Description, language: str) -> dict[str, Any]:
    classes = {local_name(value) for value in entity.values("type")}
    label = _preferred(entity.terms("label"), language) or local_name(iri)
    names = {term.value for name in ("label", "altLabel") for term in entity.terms(name)}
    return {
        "label": label,
        "type": next((type_ for name, type_ in TYPES.items() if name in classes), "THING"),
        "mentions": int(entity.value("mentionCount") or 0),
        "aliases": sorted(names - {label}),
        "facts": [],
    }


def _preferred(labels: Sequence[Term], language: str) -> str:
    """The label in the language asked for, else in nl, en or the first of the others."""
    order = {code: rank for rank, code in reversed(list(enumerate((language, "nl", "en"))))}
    return min(labels, key=lambda term: (order.get(term.language, len(order)), term), default=Term("")).value


def _statement(iri: str, claim: Description, quotes: Mapping[str, tuple[Quote, list[str]]], graph: nx.MultiDiGraph) -> dict[str, Any]:
    """What edges and facts have in common; a role may stand on the claim or, where articles differ, on their evidence."""
    evidence = [quotes[value] for value in claim.values("evidence") if value in quotes]
    roles = {role for _, found in evidence for role in found} | set(claim.values("role"))
    return {
        "claim": iri,
        "relation": local_name(claim.value("predicate")),
        "modality": local_name(claim.value("modality")) or "Asserted",
        "source": _names(claim.values("source"), graph),
        "when": claim.value("when"),
        "amount": claim.value("amount"),
        "role": ", ".join(sorted(roles)),
        "products": _names(claim.values("product"), graph),
        "confidence": float(claim.value("confidence") or 1),
        "quotes": sorted({quote for quote, _ in evidence}, key=lambda quote: (quote.file, quote.sentence)),
    }


def _names(iris: Sequence[str], graph: nx.MultiDiGraph) -> str:
    return ", ".join(graph.nodes[iri]["label"] if iri in graph else local_name(iri) for iri in iris)


def _quotes(
    evidence: Mapping[str, Description], documents: Mapping[str, Description]
) -> dict[str, tuple[Quote, list[str]]]:
    """The quotation of each piece of evidence, with the roles that it gives."""
    return {iri: (_quote(found, documents), found.values("role")) for iri, found in evidence.items()}


def _quote(evidence: Description, documents: Mapping[str, Description]) -> Quote:
    exact = next(iter(evidence.terms("exact")), Term(""))
    document = documents.get(evidence.value("wasDerivedFrom"), Description())
    return Quote(exact.value, document.value("file"), exact.language, document.value("datePublished"), _marks(evidence, len(exact.value)))


def _marks(evidence: Description, length: int) -> tuple[tuple[int, int], ...]:
    """The spans of subject and object ("512-518" in the document) within the sentence; those that lie outside are left out."""
    begin = int(evidence.value("start") or 0)
    spans = [tuple(int(place) - begin for place in value.split("-")) for name in ("subjectSpan", "objectSpan") for value in evidence.values(name)]
    return tuple(sorted((start, end) for start, end in spans if 0 <= start < end <= length))
