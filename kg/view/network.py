"""The graph as a networkx.MultiDiGraph: entities are its nodes, claims between entities its edges."""

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.view.describe import CLAIMS, DOCUMENTS, ENTITIES, EVIDENCE, Description, Select, Term, described, local_name
from kg.view.quotes import Quote, quote

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


def to_networkx(select: Select, language: str = "en") -> nx.MultiDiGraph:
    """The whole graph for analysis and drawing.

    select: runs a SPARQL SELECT over the union of all graphs, see `kg.view.describe.Select`.
    language: of the labels, where an entity has several; then nl, en, any.

    A node is an entity's IRI with `label`, `type` (PER ORG LOC PROD EVENT WORK NORP THING), `mentions` (a count),
    `aliases` and `facts`: its claims whose object is a text, a figure or nothing. An edge is a claim between two
    entities, its key the claim's IRI, its ends the subject and the object. Edges and facts carry `claim`, `relation`,
    `modality`, `source` (a label, "" for the article itself), `when` (EDTF), `amount`, `role`, `products`, `confidence`
    and `quotes`; facts also `object`, the text.
    """
    claims, entities = described(select, CLAIMS), described(select, ENTITIES)
    evidence, documents = described(select, EVIDENCE), described(select, DOCUMENTS)
    ends = {term for claim in claims.values() for name in ("subject", "object") for term in claim.terms(name)}
    graph = nx.MultiDiGraph()
    for iri in sorted({term.value for term in ends if term.is_iri} | set(entities)):
        graph.add_node(iri, **_entity(iri, entities.get(iri, Description()), language))
    for iri, claim in claims.items():
        found = [evidence[value] for value in claim.values("evidence") if value in evidence]
        statement = {"claim": iri, **_statement(claim, found, graph), "quotes": _quotes(found, documents)}
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


def _statement(claim: Description, evidence: Sequence[Description], graph: nx.MultiDiGraph) -> dict[str, Any]:
    """What edges and facts have in common. A role may stand on the claim or, where articles differ, on its evidence."""
    roles = {role for found in (claim, *evidence) for role in found.values("role")}
    return {
        "relation": local_name(claim.value("predicate")),
        "modality": local_name(claim.value("modality")) or "Asserted",
        "source": _labels(claim.values("source"), graph),
        "when": claim.value("when"),
        "amount": claim.value("amount"),
        "role": ", ".join(sorted(roles)),
        "products": _labels(claim.values("product"), graph),
        "confidence": float(claim.value("confidence") or 1),
    }


def _labels(entities: Sequence[str], graph: nx.MultiDiGraph) -> str:
    return ", ".join(graph.nodes[iri]["label"] if iri in graph else local_name(iri) for iri in entities)


def _quotes(evidence: Sequence[Description], documents: Mapping[str, Description]) -> list[Quote]:
    """The quotations, those of one file together; a sentence that a file repeats counts once."""
    quotes = {quote(found, documents) for found in evidence}
    return sorted(quotes, key=lambda one: (one.file, one.sentence, one))
