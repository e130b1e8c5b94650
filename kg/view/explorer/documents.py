"""The articles of a page as columns."""

from kg.plain import short
from kg.rdf import vocabulary as v
from kg.view.explorer.columns import Documents
from kg.view.explorer.contents import Contents
from kg.view.explorer.entities import label
from kg.view.explorer.nquads import Thing, iris, text, value

TITLE = 80  # letters


def document_table(contents: Contents, language: str, base: str) -> Documents:
    """language: of the publishers' names."""
    things = [contents.things[iri] for iri in contents.documents]
    return Documents(
        iri=[iri.removeprefix(base) for iri in contents.documents],
        title=[_title(thing) for thing in things],
        files=[sorted(map(text, thing.get(v.KG + "file", ()))) for thing in things],
        date=[value(thing, v.SCHEMA + "datePublished") for thing in things],
        publisher=[_publisher(contents, thing, language) for thing in things],
        language=[value(thing, v.SCHEMA + "inLanguage") for thing in things],
        url=[value(thing, v.SCHEMA + "url") for thing in things],
    )


def texts(contents: Contents) -> list[str]:
    """What the articles say, whole."""
    return [value(contents.things[iri], v.KG + "text") for iri in contents.documents]


def _title(document: Thing) -> str:
    """The headline, else the beginning of the text."""
    lines = value(document, v.KG + "text").strip().splitlines() or [""]
    return value(document, v.SCHEMA + "headline") or short(lines[0], TITLE)


def _publisher(contents: Contents, document: Thing, language: str) -> str:
    publishers = iris(document, v.SCHEMA + "publisher")
    return ", ".join(label(contents.things.get(iri, {}), language, iri) for iri in publishers)
