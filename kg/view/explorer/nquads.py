"""Reads a graph from the lines of N-Quads: what is said of each thing. It takes a second for 400,000 lines."""

import math
from collections.abc import Iterable

from kg.rdf.terms import unescaped

Thing = dict[str, list[str]]
"""The values of each property of a thing, by the property's IRI, as N-Triples; in no graph they stand twice."""

Things = dict[str, Thing]
"""What a graph says of each thing, by its IRI; of what has no IRI nothing."""


def things(lines: Iterable[str]) -> Things:
    """The union of all graphs. lines: N-Quads, each in a named graph, without line ends."""
    found: Things = {}
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        found.setdefault(subject[1:-1], {}).setdefault(predicate[1:-1], []).append(rest.rsplit(" ", 2)[0])
    for thing in found.values():
        for predicate, values in thing.items():
            if len(values) > 1:
                thing[predicate] = sorted(set(values))
    return found


def text(term: str) -> str:
    """The lexical form of a literal, or an IRI: '"3"^^<...>' -> "3"."""
    if not term.startswith('"'):
        return term[1:-1]
    return unescaped(term[1 : term.rindex('"')])


def language(term: str) -> str:
    """The language of a literal, "" without one."""
    return term[term.rindex('"') + 2 :] if term.startswith('"') and not term.endswith(('"', ">")) else ""


def iris(thing: Thing, predicate: str) -> list[str]:
    """The IRIs among the values of a property, sorted."""
    return [term[1:-1] for term in thing.get(predicate, ()) if term.startswith("<")]


def value(thing: Thing, predicate: str) -> str:
    """The first value of a property, "" without one."""
    terms = thing.get(predicate)
    return text(terms[0]) if terms else ""


def number(thing: Thing, predicate: str, otherwise: float = 0) -> float:
    """The first value of a property as a number; otherwise: where it is none."""
    try:
        found = float(value(thing, predicate))
    except ValueError:
        return otherwise
    return found if math.isfinite(found) else otherwise
