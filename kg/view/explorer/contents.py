"""What of a graph goes into a page: which claims, entities and documents."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from kg.rdf import vocabulary as v
from kg.view.explorer.nquads import Thing, Things, iris

TYPE = v.RDF + "type"
ENDS = (v.RDF + "subject", v.RDF + "object")
OTHERS = (v.KG + "source", v.KG + "product")


class Plain(NamedTuple):
    """A statement that a query made, without a claim: two nodes and an IRI."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True)
class Contents:
    """IRIs in sorted order. things: what the graph says of these and of everything else.

    plain: statements of a query beside the claims. made: nodes of theirs that are not in the graph.
    """

    things: Things
    claims: list[str]
    entities: list[str]
    documents: list[str]
    plain: tuple[Plain, ...] = ()
    made: frozenset[str] = frozenset()

    @cached_property
    def degrees(self) -> Counter[str]:
        """Of how many claims each entity is the subject or the object."""
        return Counter(end for claim in self.claims for end in set(ends(self.things[claim])))

    def evidence(self, claim: str) -> list[str]:
        """The pieces of evidence of a claim that the graph describes."""
        return [iri for iri in iris(self.things[claim], v.KG + "evidence") if iri in self.things]

    def part(self, claims: Iterable[str], entities: Iterable[str] = ()) -> "Contents":
        """These claims with all that they speak of, these entities, and all plain statements."""
        kept = sorted(claims)
        spoken = {entity for claim in kept for entity in _entities(self.things[claim])}
        sources = {
            document
            for claim in kept
            for piece in self.evidence(claim)
            for document in iris(self.things[piece], v.PROV + "wasDerivedFrom")
        }
        documents = sorted(sources.intersection(self.documents))
        publishers = {each for document in documents for each in iris(self.things[document], v.SCHEMA + "publisher")}
        linked = {end for statement in self.plain for end in (statement.subject, statement.object)}
        return replace(
            self, claims=kept, entities=sorted(spoken | publishers | linked | set(entities)), documents=documents
        )


def contents(things: Things) -> Contents:
    """Everything. An entity is what has a label, or what a claim speaks of, if it is no term of the vocabulary."""
    claims = sorted(_of_class(things, v.KG + "Claim", needed=(v.RDF + "subject", v.RDF + "predicate")))
    labelled = {iri for iri, thing in things.items() if v.RDFS + "label" in thing and not iri.startswith(v.KG)}
    spoken = {entity for claim in claims for entity in _entities(things[claim])}
    documents = sorted(_of_class(things, v.SCHEMA + "NewsArticle"))
    publishers = {each for document in documents for each in iris(things[document], v.SCHEMA + "publisher")}
    return Contents(things, claims, sorted(labelled | spoken | publishers), documents)


def ends(claim: Thing) -> list[str]:
    """The entities that are a claim's subject and object."""
    return [iri for end in ENDS for iri in iris(claim, end)[:1]]


def _entities(claim: Thing) -> Iterator[str]:
    yield from ends(claim)
    for property_ in OTHERS:
        yield from iris(claim, property_)


def _of_class(things: Things, class_: str, needed: Iterable[str] = ()) -> Iterator[str]:
    term, needed = f"<{class_}>", set(needed)
    return (iri for iri, thing in things.items() if term in thing.get(TYPE, ()) and needed <= thing.keys())
