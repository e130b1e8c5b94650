"""The part of a graph that a query's answer is about."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import UsageError
from kg.query.result import Result
from kg.rdf import vocabulary as v
from kg.view.explorer.contents import Contents, Plain, ends
from kg.view.explorer.nquads import Thing, Things, iris

Statement = tuple[str, str, str]
LABEL = v.RDFS + "label"
CLASSES = {f"<{iri}>" for iri in v.CLASSES.values()}


def answered(contents: Contents, result: Result) -> Contents:
    """The claims that the answer names, as IRIs or as the triples of a CONSTRUCT, and the entities that it names.

    Where it names no claim: all claims between its entities. Triples of a CONSTRUCT that the graph does not state are
    plain statements, whatever they link. UsageError if there is nothing of all this.
    """
    triples = _triples(result)
    named, stated = _named(result, triples)
    claims = {claim for claim in contents.claims if claim in named or _statement(contents.things[claim]) in stated}
    entities = named.intersection(contents.entities)
    if not claims:
        claims = {claim for claim in contents.claims if entities.issuperset(ends(contents.things[claim]))}
    told = {_statement(contents.things[claim]) for claim in contents.claims} - {None}
    lines = told | {f"<{claim}>" for claim in contents.claims}  # what is drawn as a line already
    made, plain = _made(contents.things, (each for each in triples if lines.isdisjoint((_iris(each), *map(str, each)))))
    if not claims and not entities and not plain:
        raise UsageError("the query's answer names no claim and no entity of the graph, so there is nothing to show")
    known = replace(contents, things={**contents.things, **made}, plain=plain, made=frozenset(made))
    return known.part(claims, entities)


def _triples(result: Result) -> list[Triple]:
    """Those of a CONSTRUCT, in an order that does not hang on the names of blank nodes."""
    if result.turtle is None:
        return []
    found = [quad.triple for quad in parse(result.turtle, format=RdfFormat.TURTLE)]
    return sorted(found, key=lambda triple: ["_" if isinstance(term, BlankNode) else str(term) for term in triple])


def _named(result: Result, triples: Iterable[Triple]) -> tuple[set[str], set[Statement]]:
    """The IRIs of an answer, and its triples between two of them."""
    if result.turtle is None:
        return {term.value for row in result.rows for term in row.values() if term.kind == "iri"}, set()
    named = {
        term.value for triple in triples for term in (triple.subject, triple.object) if isinstance(term, NamedNode)
    }
    return named, {linked for triple in triples if (linked := _iris(triple))}


def _iris(triple: Triple) -> Statement | None:
    """A triple of three IRIs."""
    parts = [term.value for term in triple if isinstance(term, NamedNode)]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def _made(things: Things, triples: Iterable[Triple]) -> tuple[Things, tuple[Plain, ...]]:
    """What a query made: the nodes that are not in the graph, with what they are called, and the statements.

    What names a new node, or tells its type, is no statement.
    """
    blank: dict[str, str] = {}
    nodes: dict[str, Thing] = {}
    plain = []
    for subject, predicate, object_ in triples:
        if str(object_) in things.get(_node(subject, blank), {}).get(predicate.value, ()):
            continue
        for term in (subject, object_):
            if (node := _node(term, blank)) not in things:
                nodes.setdefault(node, {LABEL: [str(term)]} if isinstance(term, Literal) else {})
        one, other = _node(subject, blank), _node(object_, blank)
        if one in nodes and (predicate.value == LABEL or str(object_) in CLASSES):
            nodes[one].setdefault(predicate.value, []).append(str(object_))
        else:
            plain.append(Plain(one, predicate.value, other))
    linked = {end for statement in plain for end in (statement.subject, statement.object)}
    return {node: thing for node, thing in nodes.items() if node in linked}, tuple(plain)


def _node(term: object, blank: dict[str, str]) -> str:
    """What a node of the picture is called in the page's data; blank nodes are counted."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        return f"literal:{quote(term.value, safe='')}"
    return blank.setdefault(str(term), f"_:{len(blank) + 1}")


def _statement(claim: Thing) -> Statement | None:
    parts = [next(iter(iris(claim, v.RDF + name)), "") for name in ("subject", "predicate", "object")]
    return (parts[0], parts[1], parts[2]) if all(parts) else None
