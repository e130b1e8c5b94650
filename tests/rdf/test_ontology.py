"""ontology/kg.ttl and the code say the same: the relations, their types, and every term that a build writes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import pyoxigraph as ox
import pytest
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.extract.claim import DESCRIPTION, MODALITIES, NAME, PRONOUN
from kg.extract.signatures import TYPES, Signature, load_signatures
from kg.rdf import vocabulary as v
from kg.resources import SHIPPED
from kg.view import network
from kg.view.words import relation_words

KG, OA, OWL, RDF, RDFS, SCHEMA, SKOS, XSD = map(Namespace, (v.KG, v.OA, v.OWL, v.RDF, v.RDFS, v.SCHEMA, v.SKOS, v.XSD))
FILE = SHIPPED / "kg.ttl"
ONTOLOGY = Graph().parse(FILE)
SIGNATURES = load_signatures(SHIPPED)
OBJECTS = {"figure": XSD.string, "text": RDF.langString, "none": XSD.boolean}


def names(terms: Iterable[object]) -> set[str]:
    """The local names of those that are terms of kg."""
    return {str(term).removeprefix(KG) for term in terms if str(term).startswith(KG)}


def of_type(kind: URIRef) -> set[str]:
    return names(ONTOLOGY.subjects(RDF.type, kind))


DECLARED = names(ONTOLOGY.subjects(RDF.type))
RELATIONS, QUERY = of_type(KG.Relation), of_type(KG.QueryProperty)
PUSHED = {"digest"}  # of a named graph, which only a push writes
MODEL = (of_type(OWL.ObjectProperty) | of_type(OWL.DatatypeProperty)) - RELATIONS - QUERY - PUSHED


def members(node: Node | None) -> list[Node]:
    """The members of a list, none if there is no list."""
    return list(Collection(ONTOLOGY, node)) if node else []


def classes(of: URIRef, end: URIRef) -> set[Node | None]:
    """The classes of a property's domain or range."""
    found = ONTOLOGY.value(of, end)
    return set(members(ONTOLOGY.value(found, OWL.unionOf))) or {found}


def classes_of(types: Sequence[str]) -> set[URIRef]:
    """The classes of types of entities; any type is a schema:Thing."""
    return {SCHEMA.Thing} if "THING" in types else {URIRef(v.CLASSES[type_]) for type_ in types}


# The file itself


def test_both_parsers_read_the_same() -> None:
    text = ox.serialize(ox.parse(path=FILE, format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
    other = Graph().parse(data=text, format="nt")
    named = [
        {triple for triple in graph if not any(isinstance(t, BNode) for t in triple)} for graph in (ONTOLOGY, other)
    ]
    assert named[0] == named[1]
    assert len(ONTOLOGY) == len(other)


def test_every_term_that_is_used_or_told_of_is_declared() -> None:
    told = {name for text in ONTOLOGY.objects(None, RDFS.comment) for name in re.findall(r"\bkg:(\w+)", str(text))}
    assert names(term for triple in ONTOLOGY for term in triple) | told == DECLARED


@pytest.mark.parametrize("name", sorted(DECLARED))
@pytest.mark.parametrize("words", ["label", "comment"])
def test_every_term_has_one_label_and_one_comment_in_each_language(name: str, words: str) -> None:
    found = [text for text in ONTOLOGY.objects(KG[name], RDFS[words]) if text.strip()]
    assert sorted(text.language for text in found) == ["en", "nl"]


# Relations


def test_the_relations_are_those_of_relations_yaml() -> None:
    assert set(SIGNATURES) == RELATIONS


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_a_relation_takes_the_types_of_relations_yaml(signature: Signature) -> None:
    name, is_entity = signature.relation, signature.kind == "entity"
    assert classes(KG[name], RDFS.domain) == classes_of(signature.subject)
    assert classes(KG[name], RDFS.range) == (classes_of(signature.object) if is_entity else {OBJECTS[signature.kind]})
    assert (name in of_type(OWL.ObjectProperty), name in of_type(OWL.DatatypeProperty)) == (is_entity, not is_entity)
    assert (name in of_type(OWL.SymmetricProperty)) == signature.symmetric


def test_what_is_no_relation_says_nothing_about_entities_but_how_often_they_are_mentioned() -> None:
    about = {name: classes(KG[name], RDFS.domain) for name in MODEL}
    assert about.pop("mentionCount") == {SCHEMA.Thing}
    assert set().union(*about.values()) == {
        *(KG.Claim, KG.Disagreement, KG.Mention, KG.Merge, KG.Proposal, OA.TextQuoteSelector, SCHEMA.NewsArticle)
    }


def test_inverses_point_both_ways() -> None:
    pairs = set(ONTOLOGY.subject_objects(OWL.inverseOf))
    assert pairs == {(b, a) for a, b in pairs}
    directed = {s.relation for s in SIGNATURES.values() if s.kind == "entity" and not s.symmetric}
    assert names(a for a, _ in pairs) == directed | QUERY
    assert all(names(pair) & QUERY for pair in pairs)


def test_what_a_subproperty_takes_its_superproperty_takes_too() -> None:
    pairs = [pair for pair in ONTOLOGY.subject_objects(RDFS.subPropertyOf) if len(names(pair)) == 2]
    assert pairs
    for low, high in pairs:
        for end in (RDFS.domain, RDFS.range):
            assert classes(low, end) <= classes(high, end), (low, high)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_of_the_picture_are_the_labels(language: str) -> None:
    words = relation_words(language, SHIPPED)
    for name in RELATIONS:
        assert Literal(words(name), lang=language) in ONTOLOGY.objects(KG[name], RDFS.label)


# Lists that stand in the code too


def test_the_modalities_are_those_of_claims() -> None:
    different = ONTOLOGY.value(predicate=RDF.type, object=OWL.AllDifferent)
    assert of_type(KG.Modality) == set(MODALITIES)
    assert names(members(ONTOLOGY.value(KG.Modality, OWL.oneOf))) == set(MODALITIES)
    assert names(members(ONTOLOGY.value(different, OWL.distinctMembers))) == set(MODALITIES)


def test_the_kinds_of_mentions_are_those_of_mentions() -> None:
    kinds = members(ONTOLOGY.value(ONTOLOGY.value(KG.mentionKind, RDFS.range), OWL.oneOf))
    assert kinds == [Literal(kind) for kind in (NAME, DESCRIPTION, PRONOUN)]


def test_the_types_of_entities_are_those_of_the_code() -> None:
    types = {str(type_): str(kind) for kind, type_ in ONTOLOGY.subject_objects(SKOS.notation)}
    assert types == v.CLASSES
    assert set(types) == TYPES
    assert {re.split("[#/]", kind)[-1]: type_ for type_, kind in types.items() if type_ != "THING"} == network.TYPES


# What a build writes


def written(graph: Iterable[ox.Quad]) -> set[str]:
    """The names of the terms of kg in a graph."""
    return names(t.value for q in graph for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode))


def test_every_term_in_the_graph_of_the_sample_is_declared(sample: list[ox.Quad]) -> None:
    assert {"Claim", "Mention", "Asserted", "investsIn", "textLine"} <= written(sample) <= DECLARED - QUERY


def test_what_is_written_is_declared_and_what_is_declared_is_written(everything: list[ox.Quad]) -> None:
    between_claims = {"conflictsWith", "supersedes", "Disagreement", "claim"}
    about_the_vocabulary = {"Modality", "Relation", "QueryProperty"}
    assert written(everything) | between_claims == DECLARED - QUERY - about_the_vocabulary - PUSHED


def test_values_are_in_the_range(everything: list[ox.Quad], sample: list[ox.Quad]) -> None:
    kinds = kinds_in([*everything, *sample])
    for name, quad in [*valued(everything, RELATIONS | MODEL), *valued(sample, MODEL)]:
        if isinstance(quad.object, ox.Literal):
            assert is_allowed(ONTOLOGY.value(KG[name], RDFS.range), quad.object), quad
        else:
            assert kinds[quad.object.value] & classes(KG[name], RDFS.range), quad


def test_what_has_values_is_in_the_domain(everything: list[ox.Quad], sample: list[ox.Quad]) -> None:
    kinds = kinds_in([*everything, *sample])
    for name, quad in [*valued(everything, RELATIONS | MODEL), *valued(sample, MODEL)]:
        assert kinds[quad.subject.value] & classes(KG[name], RDFS.domain), quad


def valued(graph: list[ox.Quad], properties: set[str]) -> list[tuple[str, ox.Quad]]:
    """The quads with one of these properties, each with the property's name."""
    wanted = {str(KG[name]): name for name in properties}
    return [(wanted[q.predicate.value], q) for q in graph if q.predicate.value in wanted]


def kinds_in(graph: list[ox.Quad]) -> Mapping[str, set[Node]]:
    """The classes of each node, with all that they are subclasses of."""
    typed = [(q.subject.value, URIRef(q.object.value)) for q in graph if q.predicate.value == str(RDF.type)]
    typed += [(str(modality), KG.Modality) for modality in ONTOLOGY.subjects(RDF.type, KG.Modality)]
    kinds: defaultdict[str, set[Node]] = defaultdict(set)
    for node, kind in typed:
        kinds[node].update(ONTOLOGY.transitive_objects(kind, RDFS.subClassOf))
    return kinds


def is_allowed(range_: Node | None, value: ox.Literal) -> bool:
    """Whether a literal is in a datatype, in one that is cut down by facets, or in a list."""
    if options := members(ONTOLOGY.value(range_, OWL.oneOf)):
        return Literal(value.value) in options
    datatype = ONTOLOGY.value(range_, OWL.onDatatype) or range_
    facets = [f for node in members(ONTOLOGY.value(range_, OWL.withRestrictions)) for f in ONTOLOGY[node]]
    return value.datatype.value == str(datatype) and all(is_within(facet, str(limit), value) for facet, limit in facets)


def is_within(facet: Node, limit: str, value: ox.Literal) -> bool:
    if facet == XSD.pattern:
        return bool(re.fullmatch(limit, value.value))
    below, above = {XSD.minInclusive: (limit, value.value), XSD.maxInclusive: (value.value, limit)}[facet]
    return Decimal(below) <= Decimal(above)
