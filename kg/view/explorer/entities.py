"""The entities of a page as columns."""

from collections.abc import Iterable

from kg.rdf import vocabulary as v
from kg.view.explorer.columns import Entities, EntityDetails, Sparse
from kg.view.explorer.contents import TYPE, Contents
from kg.view.explorer.nquads import Thing, iris, language, number, text
from kg.view.layout.islands import Layout

LANGUAGES = ("nl", "en")  # of labels, the preferred ones first, and those that a reader may have
KEYS = {iri: place for place, iri in enumerate(v.CLASSES.values())}  # THING comes last
THING = len(KEYS) - 1


def ranked(contents: Contents) -> list[str]:
    """Those with most claims first, then by IRI."""
    return sorted(contents.entities, key=lambda iri: (-contents.degrees[iri], iri))


def label(thing: Thing, wanted: str, iri: str) -> str:
    """The best label: in the language wanted, else in nl, en, any; without one the end of the IRI."""
    order = {code: rank for rank, code in reversed(list(enumerate((wanted, *LANGUAGES))))}
    labels = [(order.get(language(term), len(order)), language(term), text(term)) for term in _labels(thing)]
    return min(labels)[2] if labels else iri.rstrip("/").rsplit("/", 1)[-1]


def entity_table(contents: Contents, entities: list[str], labels: list[str], layout: Layout, base: str) -> Entities:
    """entities: in the order of the page, with their labels and places."""
    things = [contents.things.get(iri, {}) for iri in entities]
    return Entities(
        iri=[iri.removeprefix(base) for iri in entities],
        label=labels,
        label_in={code: _differing(code, entities, things, labels) for code in LANGUAGES},
        type=[_type(thing) for thing in things],
        mentions=[int(number(thing, v.KG + "mentionCount")) for thing in things],
        degree=[contents.degrees[iri] for iri in entities],
        x=[x for x, _ in layout.places],
        y=[y for _, y in layout.places],
        community=layout.community,
    )


def entity_details(contents: Contents, entities: list[str], labels: list[str]) -> EntityDetails:
    """What is read only when an entity is looked at, and names to search by."""
    things = [contents.things.get(iri, {}) for iri in entities]
    names = [
        sorted({text(term) for name in (v.RDFS + "label", v.SKOS + "altLabel") for term in thing.get(name, ())} - {own})
        for thing, own in zip(things, labels, strict=True)
    ]
    return EntityDetails(aliases=sparse(names), same_as=sparse(iris(thing, v.OWL + "sameAs") for thing in things))


def sparse(values: Iterable[object]) -> Sparse:
    """What is not empty, by its place."""
    return {str(place): value for place, value in enumerate(values) if value not in (None, "", [])}


def _differing(code: str, entities: list[str], things: list[Thing], labels: list[str]) -> Sparse:
    """The labels in a language where they are not the ones that are shown otherwise."""
    own = [label(thing, code, iri) for thing, iri in zip(things, entities, strict=True)]
    return sparse(name if name != shown else None for name, shown in zip(own, labels, strict=True))


def _labels(thing: Thing) -> list[str]:
    return [term for term in thing.get(v.RDFS + "label", ()) if term.startswith('"')]


def _type(thing: Thing) -> int:
    return min((KEYS[iri] for iri in iris(thing, TYPE) if iri in KEYS), default=THING)
