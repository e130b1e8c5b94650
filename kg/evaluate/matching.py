"""When a claim is the fact that a person annotated."""

from kg.evaluate.claims import FoundClaim
from kg.evaluate.figures import same_figure
from kg.evaluate.gold import GoldFact
from kg.evaluate.names import contained, same_thing


def matches(fact: GoldFact, claim: FoundClaim) -> bool:
    """Whether a claim of the same article and relation has the fact's subject and object."""
    if fact.signature.symmetric and _crosswise(fact, claim):
        return True
    return same_thing(fact.subject.names, claim.subject.names) and _same_object(fact, claim)


def _crosswise(fact: GoldFact, claim: FoundClaim) -> bool:
    return same_thing(fact.subject.names, claim.object.names) and same_thing(fact.object.names, claim.subject.names)


def _same_object(fact: GoldFact, claim: FoundClaim) -> bool:
    if fact.relation == "says":  # where reported content begins and ends is a matter of taste, its sentence is not
        return contained([fact.sentence], claim.sentences)
    match fact.signature.kind:
        case "none":
            return True
        case "figure":
            return same_figure(fact.object.names, claim.object.names)
        case "text":
            return contained(fact.object.names, claim.object.names)
        case _:
            return same_thing(fact.object.names, claim.object.names)
