"""The claims of a page and their evidence as columns."""

import datetime
from dataclasses import dataclass

from kg.rdf import vocabulary as v
from kg.view.explorer.columns import ClaimDetails, Claims, Disagreement, Evidence, Words
from kg.view.explorer.contents import Contents
from kg.view.explorer.entities import sparse
from kg.view.explorer.nquads import Thing, Things, iris, language, number, text, value

EPOCH = datetime.date(1970, 1, 1).toordinal()
NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its places in the other tables; object: a number below -1 is a literal, see `columns.Claims`."""

    subject: int
    relation: int
    object: int
    iri: str
    modality: int
    thing: Thing


@dataclass(frozen=True, slots=True)
class Numbers:
    """The places of things in their tables."""

    entities: dict[str, int]
    documents: dict[str, int]
    relations: dict[str, int]
    modalities: dict[str, int]
    literals: dict[str, int]


def relation(claim: Thing) -> str:
    """The local name of a claim's relation."""
    return _local(next(iter(iris(claim, v.RDF + "predicate")), ""))


def modality(claim: Thing) -> str:
    """The local name of a claim's modality."""
    return _local(next(iter(iris(claim, v.KG + "modality")), "Asserted"))


def literals(contents: Contents) -> list[str]:
    """The objects that are text or figures, each once, sorted."""
    objects = (contents.things[claim].get(v.RDF + "object", ()) for claim in contents.claims)
    return sorted({text(terms[0]) for terms in objects if terms and terms[0].startswith('"')})


def numbered(contents: Contents, numbers: Numbers) -> list[Claim]:
    """The claims in the order of the page: by subject, relation, object and IRI."""
    found = []
    for iri in contents.claims:
        thing = contents.things[iri]
        subject = iris(thing, v.RDF + "subject")
        if subject:
            ends = numbers.entities[subject[0]], numbers.relations[relation(thing)], _object(thing, numbers)
            found.append(Claim(*ends, iri, numbers.modalities[modality(thing)], thing))
    return sorted(found, key=lambda claim: (claim.subject, claim.relation, claim.object, claim.iri))


def claim_table(claims: list[Claim]) -> Claims:
    """What the picture needs."""
    return Claims(
        subject=[claim.subject for claim in claims],
        relation=[claim.relation for claim in claims],
        object=[claim.object for claim in claims],
        modality=[claim.modality for claim in claims],
    )


def claim_details(contents: Contents, claims: list[Claim], numbers: Numbers, base: str) -> ClaimDetails:
    """What the facts and the filters need."""
    things = [claim.thing for claim in claims]
    sources = [[numbers.entities[iri] for iri in iris(thing, v.KG + "source")] for thing in things]
    products = [[numbers.entities[iri] for iri in iris(thing, v.KG + "product")] for thing in things]
    return ClaimDetails(
        iri=[claim.iri.removeprefix(base) for claim in claims],
        confidence=[_hundredths(thing) for thing in things],
        documents=[int(number(thing, v.KG + "support", 1)) for thing in things],
        sources=[int(number(thing, v.KG + "sourceCount", 1)) for thing in things],
        source=sparse(source[0] if source else None for source in sources),
        when=sparse(value(thing, v.KG + "when") for thing in things),
        start=sparse(_day(thing, v.KG + "start") for thing in things),
        end=sparse(_day(thing, v.KG + "end") for thing in things),
        role=sparse(_role(contents, claim) for claim in claims),
        amount=sparse(value(thing, v.KG + "amount") for thing in things),
        products=sparse(products),
    )


def evidence_table(contents: Contents, claims: list[Claim], numbers: Numbers) -> Evidence:
    """The sentences as places in their documents, by claim, document and start."""
    rows = []
    for place, claim in enumerate(claims):
        for piece in (contents.things[iri] for iri in contents.evidence(claim.iri)):
            document = iris(piece, v.PROV + "wasDerivedFrom")
            if document and document[0] in numbers.documents:
                spans = (*_span(piece, "subjectSpan"), *_span(piece, "objectSpan"))
                offsets = (int(number(piece, v.OA + "start")), int(number(piece, v.OA + "end")))
                rows.append((place, numbers.documents[document[0]], *offsets, *spans, _hundredths(piece)))
    columns = list(map(list, zip(*sorted(rows), strict=True))) or [list[int]() for _ in range(9)]
    return Evidence(*columns)


def disagreements(contents: Contents, claims: list[Claim]) -> list[Disagreement]:
    """The pairs of claims that contradict each other, or of which the first takes the place of the other."""
    number = {claim.iri: place for place, claim in enumerate(claims)}
    reasons = _reasons(contents.things)
    found = []
    for claim in claims:
        for kind, property_ in (("conflicts", v.KG + "conflictsWith"), ("supersedes", v.KG + "supersedes")):
            for other in iris(claim.thing, property_):
                if other in number and (kind == "supersedes" or claim.iri < other):
                    reason = reasons.get(frozenset((claim.iri, other)), Words("", ""))
                    found.append(Disagreement((number[claim.iri], number[other]), kind, reason))
    return sorted(found, key=lambda each: (each.claims, each.kind))


def _reasons(things: Things) -> dict[frozenset[str], Words]:
    """Why claims disagree, by the pair."""
    found = {}
    for node in sorted(iri for iri, thing in things.items() if v.KG + "claim" in thing):
        texts = {language(term): text(term) for term in things[node].get(v.RDFS + "comment", ())}
        dutch, english = texts.get("nl", ""), texts.get("en", "")
        found[frozenset(iris(things[node], v.KG + "claim"))] = Words(dutch or english, english or dutch)
    return found


def _object(thing: Thing, numbers: Numbers) -> int:
    term = next(iter(thing.get(v.RDF + "object", ())), "")
    if term.startswith('"'):
        return -2 - numbers.literals[text(term)]
    return numbers.entities[term[1:-1]] if term.startswith("<") else -1


def _role(contents: Contents, claim: Claim) -> str:
    """That of the claim or of the first piece of evidence that has one."""
    pieces = (contents.things[iri] for iri in contents.evidence(claim.iri))
    return next(filter(None, (value(thing, v.KG + "role") for thing in (claim.thing, *pieces))), "")


def _span(piece: Thing, name: str) -> tuple[int, int]:
    start, _, end = value(piece, v.KG + name).partition("-")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else NOWHERE


def _hundredths(thing: Thing) -> int:
    return round(100 * number(thing, v.KG + "confidence", 1))


def _day(thing: Thing, property_: str) -> int | None:
    try:
        return datetime.date.fromisoformat(value(thing, property_)).toordinal() - EPOCH
    except ValueError:
        return None


def _local(iri: str) -> str:
    return iri.removeprefix(v.KG)
