"""Claims and their evidence as triples."""

from collections.abc import Iterator, Sequence

from kg.extract.claim import ASSERTED, Figure
from kg.language.times.edtf import bounds
from kg.rdf import vocabulary as v
from kg.rdf.iris import Iris
from kg.rdf.terms import Triple, a, decimal, integer, iri, literal
from kg.resolve.resolved import Evidence, Fact
from kg.resolve.support import Support


def claim(fact: Fact, evidence: Sequence[Evidence], iris: Iris) -> Iterator[Triple]:
    """What one document says of a claim. evidence: the fact's evidence in that document."""
    node, object_ = iris.claim(fact), _object(fact, iris)
    subject, relation = iris.entity(fact.subject), iri(v.KG + fact.relation)
    yield a(node, v.KG + "Claim")
    yield Triple(node, iri(v.RDF + "subject"), subject)
    yield Triple(node, iri(v.RDF + "predicate"), relation)
    if object_:
        yield Triple(node, iri(v.RDF + "object"), object_)
    yield Triple(node, iri(v.KG + "modality"), iri(v.KG + fact.modality))
    if fact.source:
        yield Triple(node, iri(v.KG + "source"), iris.entity(fact.source))
    if fact.figure:
        yield from _amount(node, fact.figure, stated=not fact.is_literal)
    if fact.when:
        yield from _when(node, fact.when)
    for product in sorted({product for piece in evidence for product in piece.products}):
        yield Triple(node, iri(v.KG + "product"), iris.entity(product))
    for piece in evidence:
        yield Triple(node, iri(v.KG + "evidence"), iris.evidence(fact, piece))
        yield from _evidence(fact, piece, iris)
    if fact.modality == ASSERTED:
        yield Triple(subject, relation, object_ or literal("true", datatype=v.XSD + "boolean"))


def derived(fact: Fact, support: Support, iris: Iris) -> Iterator[Triple]:
    """What holds for a claim over all documents: as sure as its surest evidence, and who else says so."""
    node, surest = iris.claim(fact), max(piece.confidence for piece in fact.evidence)
    yield Triple(node, iri(v.KG + "confidence"), decimal(surest))
    yield Triple(node, iri(v.KG + "support"), integer(support.documents))
    yield Triple(node, iri(v.KG + "sourceCount"), integer(support.sources))


def _object(fact: Fact, iris: Iris) -> str | None:
    if fact.object is None:
        return None
    return literal(fact.object, fact.object_language) if fact.is_literal else iris.entity(fact.object)


def _amount(node: str, figure: Figure, stated: bool) -> Iterator[Triple]:
    """stated: whether the amount as in the text is wanted too; that of a figure relation is its object."""
    if stated:
        yield Triple(node, iri(v.KG + "amount"), literal(figure.text))
    if figure.value is not None:
        yield Triple(node, iri(v.KG + "amountValue"), decimal(figure.value))
    if figure.unit:
        yield Triple(node, iri(v.KG + "amountUnit"), literal(figure.unit))


def _when(node: str, when: str) -> Iterator[Triple]:
    yield Triple(node, iri(v.KG + "when"), literal(when))
    for name, day in zip(("start", "end"), bounds(when), strict=True):
        if day:
            yield Triple(node, iri(v.KG + name), literal(day.isoformat(), datatype=v.XSD + "date"))


def _evidence(fact: Fact, piece: Evidence, iris: Iris) -> Iterator[Triple]:
    node = iris.evidence(fact, piece)
    yield a(node, v.OA + "TextQuoteSelector")
    yield a(node, v.OA + "TextPositionSelector")
    yield Triple(node, iri(v.PROV + "wasDerivedFrom"), iris.document(piece.document))
    yield Triple(node, iri(v.OA + "exact"), literal(piece.exact, piece.language))
    yield Triple(node, iri(v.OA + "start"), integer(piece.start))
    yield Triple(node, iri(v.OA + "end"), integer(piece.end))
    yield Triple(node, iri(v.KG + "subjectSpan"), _span(piece.subject_span))
    if piece.object_span:
        yield Triple(node, iri(v.KG + "objectSpan"), _span(piece.object_span))
    yield Triple(node, iri(v.KG + "extractor"), literal(piece.extractor))
    yield Triple(node, iri(v.KG + "confidence"), decimal(piece.confidence))
    if piece.role:
        yield Triple(node, iri(v.KG + "role"), literal(piece.role))


def _span(offsets: tuple[int, int]) -> str:
    return literal(f"{offsets[0]}-{offsets[1]}")
