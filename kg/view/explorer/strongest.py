"""Of a graph that is too large for a page, the part that says most."""

from collections.abc import Iterator

from kg.rdf import vocabulary as v
from kg.view.explorer.contents import Contents, ends
from kg.view.explorer.nquads import Thing, iris, number

MOST = 200_000
"""Triples that a page carries; above, it takes long to open and to ask."""


def strongest(contents: Contents, most: int = MOST, first: str | None = None) -> Contents:
    """The claims that most articles support, of equal ones those of the entities with most claims, as many as fit.

    A claim counts with the triples of all that it speaks of: evidence, entities, articles. first: an entity whose
    claims go before all others.
    """
    taken, triples, kept = set[str](), 0, []
    for claim in sorted(contents.claims, key=lambda claim: _rank(contents, claim, first)):
        new = set(_spoken(contents, claim)) - taken
        triples += sum(_size(contents.things.get(iri, {})) for iri in new)
        if triples > most:
            break
        taken |= new
        kept.append(claim)
    return contents.part(kept, [first] if first else [])


def described(contents: Contents) -> set[str]:
    """What the statements of a part of a graph are about; not mentions, which are many and which no picture needs."""
    everything = {*contents.claims, *contents.entities, *contents.documents}
    pieces = {piece for claim in contents.claims for piece in contents.evidence(claim)}
    return everything | pieces


def _rank(contents: Contents, claim: str, first: str | None) -> tuple[bool, float, int, str]:
    thing = contents.things[claim]
    degree = sum(contents.degrees[end] for end in ends(thing))
    return first not in ends(thing), -number(thing, v.KG + "support", 1), -degree, claim


def _spoken(contents: Contents, claim: str) -> Iterator[str]:
    thing = contents.things[claim]
    yield claim
    yield from ends(thing)
    for property_ in (v.KG + "source", v.KG + "product"):
        yield from iris(thing, property_)
    for piece in contents.evidence(claim):
        yield piece
        yield from iris(contents.things[piece], v.PROV + "wasDerivedFrom")


def _size(thing: Thing) -> int:
    return sum(map(len, thing.values()))
