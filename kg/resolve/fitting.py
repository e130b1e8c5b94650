"""Claims between entities of types that their relation does not take.

A claim is read for the types that one sentence suggests. All mentions together, the gazetteer or a person may say that
the thing is of another type: then one of the two is wrong, and the claim is the weaker one.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.signatures import Signature
from kg.resolve.resolved import Entity, Fact

ANY = "THING"  # in a signature; ontology/kg.ttl has schema:Thing there, of which every type is a kind


def fitting(facts: Iterable[Fact], entities: Iterable[Entity], signatures: Mapping[str, Signature]) -> Iterator[Fact]:
    """The facts whose subject and object are of types that the relation takes; those of an unknown relation too."""
    types = {entity.id: entity.type for entity in entities}
    for fact in facts:
        signature = signatures.get(fact.relation)
        if signature is None or (
            _takes(signature.subject, types[fact.subject])
            and (fact.is_literal or fact.object is None or _takes(signature.object, types[fact.object]))
        ):
            yield fact


def _takes(known: tuple[str, ...], type_: str) -> bool:
    return not known or ANY in known or type_ in known
