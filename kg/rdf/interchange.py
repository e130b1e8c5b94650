"""The graph as an rdflib dataset, for the tools that work with rdflib."""

from collections.abc import Iterable

import pyoxigraph as ox
import rdflib

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """A dataset in memory whose default graph is the union of all graphs.

    The terms are taken over one by one: nothing is parsed, so nothing is fetched and no lexical form changes.
    """
    dataset = rdflib.Dataset(default_union=True)
    for quad in quads:
        graph = dataset.graph(_term(quad.graph_name))
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return dataset


def _term(term: object) -> rdflib.URIRef | rdflib.Literal:
    """The same term in rdflib's classes; a graph of kg has IRIs and literals only."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, ox.Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value  # rdflib takes a plain literal and an xsd:string for different terms
    return rdflib.Literal(term.value, datatype=None if datatype == XSD_STRING else datatype, normalize=False)
