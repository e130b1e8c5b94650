"""A graph as the data of a page."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg import __version__
from kg.extract.signatures import load_signatures
from kg.plain import plain
from kg.query.saved import saved_queries
from kg.rdf import vocabulary as v
from kg.view.explorer.claims import (
    Claim,
    Numbers,
    claim_details,
    claim_table,
    disagreements,
    evidence_table,
    literals,
    modality,
    numbered,
    relation,
)
from kg.view.explorer.columns import Facts, Graph, Plain, Query, Selection, Vocabulary
from kg.view.explorer.contents import Contents
from kg.view.explorer.documents import document_table, texts
from kg.view.explorer.entities import entity_details, entity_table, label, ranked
from kg.view.explorer.places import layout, named
from kg.view.explorer.vocabulary import vocabulary

DOCUMENT, ENTITY = "document/", "entity/"


@dataclass(frozen=True, slots=True)
class Payload:
    """The blocks of data of a page, see kg/view/web/src/payload.ts. texts: of the documents, in their order."""

    graph: Graph
    facts: Facts
    texts: list[str]


def payload(
    contents: Contents,
    title: str,
    triples: int,
    selection: Selection | None = None,
    endpoint: str | None = None,
    labels_at: str | None = None,
    ontology: Path | None = None,
) -> Payload:
    """Equal contents give an equal payload.

    triples: how many the whole graph has. selection: what the contents are of it, None for all. endpoint: of SPARQL,
    where the page is served. labels_at: the address of names there. ontology: the user's folder, for the words of
    relations and the saved queries.
    """
    language, base, entities = _language(contents), _base(contents), ranked(contents)
    labels = [label(contents.things.get(iri, {}), language or "nl", iri) for iri in entities]
    words, texts_as_objects = _vocabulary(contents, ontology, bool(endpoint and selection)), literals(contents)
    numbers = _numbers(contents, entities, words, texts_as_objects)
    claims, places = numbered(contents, numbers), layout(contents, entities, labels)
    graph = Graph(
        version=1,
        title=plain(title),
        language=language or None,
        base=base,
        vocabulary_iri=v.KG,
        endpoint=endpoint,
        labels=labels_at,
        selection=selection,
        vocabulary=words,
        prefixes=v.PREFIXES,
        queries=[Query(q.name, q.description, q.sparql, q.parameters) for q in saved_queries(ontology)],
        entities=entity_table(contents, entities, labels, places, base),
        communities=named(places, labels, [contents.degrees[iri] for iri in entities]),
        claims=claim_table(claims),
        plain=_plain(contents, numbers.entities) if contents.plain else None,
        triples=triples,
        kg=__version__,
    )
    return Payload(graph, _facts(contents, entities, labels, claims, numbers, texts_as_objects, graph), texts(contents))


def _facts(
    contents: Contents,
    entities: list[str],
    labels: list[str],
    claims: list[Claim],
    numbers: Numbers,
    texts_as_objects: list[str],
    graph: Graph,
) -> Facts:
    return Facts(
        literals=texts_as_objects,
        entities=entity_details(contents, entities, labels),
        claims=claim_details(contents, claims, numbers, graph.base),
        evidence=evidence_table(contents, claims, numbers),
        documents=document_table(contents, graph.language or "nl", graph.base),
        disagreements=disagreements(contents, claims),
    )


def _vocabulary(contents: Contents, ontology: Path | None, more: bool) -> Vocabulary:
    """more: claims of other relations may come."""
    things = [contents.things[claim] for claim in contents.claims]
    relations = chain(map(relation, things), load_signatures(ontology) if more else ())
    return vocabulary(relations, map(modality, things), ontology)


def _numbers(contents: Contents, entities: list[str], words: Vocabulary, texts_as_objects: list[str]) -> Numbers:
    return Numbers(
        entities=_places(entities),
        documents=_places(contents.documents),
        relations=_places(each.key for each in words.relations),
        modalities=_places(each.key for each in words.modalities),
        literals=_places(texts_as_objects),
    )


def _places(values: Iterable[str]) -> dict[str, int]:
    return {value: place for place, value in enumerate(values)}


def _plain(contents: Contents, place: Mapping[str, int]) -> Plain:
    rows = sorted((place[one], predicate, place[other]) for one, predicate, other in contents.plain)
    subjects, predicates, objects = (list(column) for column in zip(*rows, strict=True))
    return Plain(subjects, predicates, objects, sorted(place[node] for node in contents.made))


def _language(contents: Contents) -> str:
    """Of most of the articles."""
    property_ = v.SCHEMA + "inLanguage"
    counts = Counter(each for iri in contents.documents for each in contents.things[iri].get(property_, ()))
    return min(counts, key=lambda each: (-counts[each], each)).strip('"') if counts else ""


def _base(contents: Contents) -> str:
    """What the IRIs begin with, read off those of the documents or else of the entities."""
    bases = Counter(
        iri[: iri.index(part)]
        for iris, part in ((contents.documents, DOCUMENT), (contents.entities, ENTITY))
        for iri in iris
        if part in iri
    )
    return min(bases, key=lambda each: (-bases[each], each)) if bases else "https://kg.example/"
