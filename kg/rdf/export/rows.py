"""Entities, claims and evidence as rows, for tables and networks: one column a property."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import vocabulary as v
from kg.rdf.export.nodes import Node, local_name
from kg.rdf.export.source import Source

JOINT = " | "  # between several values in one column


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing. names: its other names; same_as: its IRIs elsewhere."""

    id: str
    type: str
    label: str
    mentions: int
    names: str
    same_as: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim. object: the IRI of an entity, else None and text is the literal; start, end: days as YYYY-MM-DD."""

    id: str
    subject: str
    relation: str
    object: str | None
    text: str | None
    modality: str
    source: str | None
    source_label: str | None
    role: str | None
    when: str | None
    start: str | None
    end: str | None
    amount: str | None
    amount_value: float | None
    amount_unit: str | None
    products: str
    confidence: float | None
    support: int
    sources: int
    evidence: int  # how many pieces


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that states a claim; offsets are Unicode code points of the document's kg:text."""

    id: str
    claim: str | None
    document: str | None
    sentence: str
    language: str | None
    start: int | None
    end: int | None
    subject_span: str | None
    object_span: str | None
    role: str | None
    extractor: str | None
    confidence: float | None


def entities(source: Source) -> Iterator[Entity]:
    """All entities, by IRI."""
    for node in source.nodes():
        if node.type:
            names = JOINT.join(
                sorted({*node.values(v.SKOS + "altLabel"), *node.values(v.RDFS + "label")} - {node.label})
            )
            count = int(node.value(v.KG + "mentionCount") or 0)
            yield Entity(node.iri, node.type, node.label, count, names, JOINT.join(node.values(v.OWL + "sameAs")))


def labels(source: Source) -> dict[str, str]:
    """What entities are called."""
    return {entity.id: entity.label for entity in entities(source)}


def claims(source: Source) -> Iterator[Claim]:
    """All claims, by IRI."""
    names = labels(source)
    roles = _roles(source)
    return (_claim(node, names, roles) for node in source.nodes() if node.is_claim)


def evidence(source: Source) -> Iterator[Evidence]:
    """All pieces of evidence, by IRI."""
    of = {piece: node.iri for node in source.nodes() if node.is_claim for piece in node.values(v.KG + "evidence")}
    return (_evidence(node, of.get(node.iri)) for node in source.nodes() if node.is_evidence)


def _roles(source: Source) -> dict[str, str]:
    """The role that a piece of evidence names."""
    pieces = ((node.iri, node.value(v.KG + "role")) for node in source.nodes() if node.is_evidence)
    return {piece: role for piece, role in pieces if role}


def _claim(node: Node, names: Mapping[str, str], roles: Mapping[str, str]) -> Claim:
    value, text = _object(node)
    source, pieces = node.value(v.KG + "source"), node.values(v.KG + "evidence")
    role = {*node.values(v.KG + "role"), *(roles[piece] for piece in pieces if piece in roles)}
    return Claim(
        id=node.iri,
        subject=node.value(v.RDF + "subject") or "",
        relation=local_name(node.value(v.RDF + "predicate") or ""),
        object=value,
        text=text,
        modality=local_name(node.value(v.KG + "modality") or ""),
        source=source,
        source_label=names.get(source, local_name(source)) if source else None,
        role=JOINT.join(sorted(role)) or None,
        when=node.value(v.KG + "when"),
        start=node.value(v.KG + "start"),
        end=node.value(v.KG + "end"),
        amount=node.value(v.KG + "amount"),
        amount_value=_number(node, v.KG + "amountValue"),
        amount_unit=node.value(v.KG + "amountUnit"),
        products=JOINT.join(names.get(product, local_name(product)) for product in node.values(v.KG + "product")),
        confidence=_number(node, v.KG + "confidence"),
        support=_count(node, v.KG + "support") or 1,
        sources=_count(node, v.KG + "sourceCount") or 1,
        evidence=len(pieces),
    )


def _object(node: Node) -> tuple[str | None, str | None]:
    """The entity, or the literal; a claim without an object says that it is so."""
    for term in node.properties.get(v.RDF + "object", ()):
        return (term.value, None) if isinstance(term, ox.NamedNode) else (None, str(getattr(term, "value", term)))
    return None, "true"


def _evidence(node: Node, claim: str | None) -> Evidence:
    exact = next((t for t in node.properties.get(v.OA + "exact", ()) if isinstance(t, ox.Literal)), ox.Literal(""))
    return Evidence(
        id=node.iri,
        claim=claim,
        document=node.value(v.PROV + "wasDerivedFrom"),
        sentence=exact.value,
        language=exact.language,
        start=_count(node, v.OA + "start"),
        end=_count(node, v.OA + "end"),
        subject_span=node.value(v.KG + "subjectSpan"),
        object_span=node.value(v.KG + "objectSpan"),
        role=node.value(v.KG + "role"),
        extractor=node.value(v.KG + "extractor"),
        confidence=_number(node, v.KG + "confidence"),
    )


def _number(node: Node, name: str) -> float | None:
    value = node.value(name)
    return None if value is None else float(value)


def _count(node: Node, name: str) -> int | None:
    value = node.value(name)
    return None if value is None else int(value)
