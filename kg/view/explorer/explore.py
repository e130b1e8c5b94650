"""From a store to the explorer page."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox

from kg.query.entities import called
from kg.query.result import Result
from kg.rdf import vocabulary as v
from kg.view.explorer.answer import answered
from kg.view.explorer.columns import Selection
from kg.view.explorer.contents import Contents, contents
from kg.view.explorer.nquads import text, things
from kg.view.explorer.page import page
from kg.view.explorer.payload import Payload, payload
from kg.view.explorer.strongest import MOST, described, strongest

TITLE = "Knowledge graph"
SERVE = "kg serve"


def explorer_page(
    store: ox.Store,
    endpoint: str | None = None,
    *,
    labels: str | None = None,
    title: str = TITLE,
    about: str | None = None,
    view: tuple[str, Result] | None = None,
    most: int | None = MOST,
    command: str = SERVE,
    ontology: Path | None = None,
) -> str:
    """The explorer as one page of HTML; equal graphs give equal pages.

    endpoint: the address of SPARQL, as seen from the page, where the page is served: then it asks there what it would
    else carry, the texts of articles and the engine, and, of a large graph, the rest. labels: the address there that
    gives entities by name. about: the name of the entity that it opens on. view: a query and
    its answer, to show only what that names. most: triples that a page carries, None for any number; of a larger graph
    it has the strongest part, and names the command that serves all. ontology: the user's folder.

    UsageError if there is no entity of that name, or the answer names nothing in the graph.
    """
    lines = _lines(store)
    whole = contents(things(lines))
    focus = _focus(whole, about) if about is not None else None
    part = answered(whole, view[1]) if view else whole
    if most is not None and len(lines) > most:
        part = strongest(part, most, first=focus)
    chosen = None if part is whole else _selection(part, whole, None if view or endpoint else command, view and view[0])
    data = payload(part, title, len(lines), chosen, endpoint, labels, ontology)
    quads = None if endpoint else lines if part is whole else _about(lines, described(part))
    return page(data, quads, start=_start(data, focus))


def answered_part(store: ox.Store, answer: Result) -> Contents:
    """The part of a graph that an answer names; UsageError if it names nothing in it."""
    return answered(contents(things(_lines(store))), answer)


def _lines(store: ox.Store) -> list[str]:
    """The statements as N-Quads, sorted."""
    dumped = store.dump(format=ox.RdfFormat.N_QUADS)
    assert dumped is not None  # there is no output to write to
    return sorted(dumped.decode().split("\n")[:-1])


def _about(lines: Iterable[str], subjects: set[str]) -> list[str]:
    return [line for line in lines if line[1 : line.index(" ") - 1] in subjects]


def _focus(whole: Contents, name: str) -> str:
    """The entity of that name; of several the one with most claims."""
    names = {
        iri: [text(term) for property_ in (v.RDFS + "label", v.SKOS + "altLabel") for term in thing.get(property_, ())]
        for iri in whole.entities
        if (thing := whole.things.get(iri))
    }
    found = called({iri: own for iri, own in names.items() if own}, name)
    return min(found, key=lambda iri: (-whole.degrees[iri], iri))


def _start(data: Payload, focus: str | None) -> str:
    """The state in which an entity's neighbourhood is the picture and its facts stand beside it."""
    if focus is None:
        return ""
    entity = focus.removeprefix(data.graph.base)
    return urlencode({"focus": entity, "about": f"entity {entity}"}, safe="/:")


def _selection(part: Contents, whole: Contents, command: str | None, query: str | None) -> Selection:
    return Selection(
        entities=len(part.entities),
        of_entities=len(whole.entities),
        claims=len(part.claims),
        of_claims=len(whole.claims),
        command=command,
        query=query,
    )
