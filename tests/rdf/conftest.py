"""Graphs that the tests of RDF share."""

from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.documents.document import Document
from kg.extract.claim import ASSERTED, DESCRIPTION, MODALITIES, NAME, PRONOUN, Figure
from kg.extract.signatures import TYPES, Signature, load_signatures
from kg.pipeline import build_graph
from kg.rdf.graphs import quads
from kg.resolve.resolved import Entity, EntityMention, Evidence, Fact, Merge, Resolved, ResolvedDocument, Unsure
from kg.resources import SHIPPED

SAMPLE = Path(kg.__file__).parent.parent / "seeds" / "xiaomi-ev.nl.txt"
LITERALS = {"figure": "-2,99 %", "text": "het nieuws", "none": None}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> list[ox.Quad]:
    """The graph of the sample article."""
    folder = tmp_path_factory.mktemp("sample")
    build_graph([SAMPLE], folder, ontology=SHIPPED)
    return list(ox.parse(path=folder / "kg.nq", format=ox.RdfFormat.N_QUADS))


@pytest.fixture(scope="session")
def everything() -> list[ox.Quad]:
    """A graph with every relation, and one of them in every modality, with all that may stand with a claim."""
    signatures = load_signatures(SHIPPED)
    facts = [_fact(signature, ASSERTED) for signature in signatures.values()]
    facts += [_fact(signatures["ordersFrom"], modality) for modality in MODALITIES if modality != ASSERTED]
    found = quads(_article(facts), "https://a.example/")
    lines = "".join(f"{q.subject} {q.predicate} {q.object} {q.graph} .\n" for q in found)
    return list(ox.parse(lines, format=ox.RdfFormat.N_QUADS))


def _article(facts: list[Fact]) -> Resolved:
    """An article with an entity of each type and a mention of each kind."""
    header = {"title": "Kop", "date": "2021-10", "source": "Krant", "author": "Jan", "url": "https://a.example/"}
    document = Document("d1", "0" * 64, ("a.txt",), "Tekst.", **header)
    entities = [Entity(f"entity/{type_.lower()}", type_, (("nl", type_),)) for type_ in sorted(TYPES)]
    kinds = enumerate((NAME, DESCRIPTION, PRONOUN))
    mentions = [EntityMention("d1", "entity/per", i, i + 1, "T", kind, "nl") for i, kind in kinds]
    merge = Merge("entity/org", ("entity/a", "entity/b"), "A", "B", 1.0, ("the same words (+1.00)",))
    unsure = Unsure(("entity/org", "entity/prod"), ("A", "C"), 0.5, ("one letter differs (+0.50)",))
    documents = (ResolvedDocument(document, "nl", "entity/org"),)
    return Resolved(documents, tuple(entities), tuple(mentions), tuple(facts), (merge,), (unsure,))


def _fact(signature: Signature, modality: str) -> Fact:
    is_entity = signature.kind == "entity"
    return Fact(
        subject=f"entity/{signature.subject[-1].lower()}",
        relation=signature.relation,
        object=f"entity/{signature.object[-1].lower()}" if is_entity else LITERALS[signature.kind],
        is_literal=signature.kind in ("figure", "text"),
        modality=modality,
        source="entity/org",
        figure=Figure("-2,99 %", Decimal("-2.99"), "%"),
        when="2024-01/2024-06",
        object_language="nl" if signature.kind == "text" else None,
        evidence=(Evidence("d1", 0, 6, "Tekst.", "nl", (0, 1), (2, 3), "relational", 0.93, "CEO", ("entity/prod",)),),
    )
