"""The part of a graph that a query's answer is about."""

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.errors import UsageError
from kg.query.result import Result
from kg.rdf import vocabulary as v
from kg.view.explorer.contents import Contents, ends
from kg.view.explorer.nquads import Thing, iris

Statement = tuple[str, str, str]


def answered(contents: Contents, result: Result) -> Contents:
    """The claims that the answer names, as IRIs or as the triples of a CONSTRUCT, and the entities that it names.

    Where it names no claim: all claims between its entities. UsageError if it names neither.
    """
    named, stated = _named(result)
    claims = {claim for claim in contents.claims if claim in named or _statement(contents.things[claim]) in stated}
    entities = named.intersection(contents.entities)
    if not claims:
        claims = {claim for claim in contents.claims if entities.issuperset(ends(contents.things[claim]))}
    if not claims and not entities:
        raise UsageError("the query's answer names no claim and no entity of the graph, so there is nothing to show")
    return contents.part(claims, entities)


def _named(result: Result) -> tuple[set[str], set[Statement]]:
    """The IRIs of an answer, and its triples between two of them."""
    if result.turtle is None:
        return {term.value for row in result.rows for term in row.values() if term.kind == "iri"}, set()
    terms = [(q.subject, q.predicate, q.object) for q in parse(result.turtle, format=RdfFormat.TURTLE)]
    linked = {tuple(term.value for term in triple) for triple in terms if all(isinstance(t, NamedNode) for t in triple)}
    named = {term.value for triple in terms for term in triple[::2] if isinstance(term, NamedNode)}
    return named, {(one, relation, other) for one, relation, other in linked}


def _statement(claim: Thing) -> Statement | None:
    parts = [next(iter(iris(claim, v.RDF + name)), "") for name in ("subject", "predicate", "object")]
    return (parts[0], parts[1], parts[2]) if all(parts) else None
