"""Entities by their names, whatever the case of the letters."""

from collections.abc import Mapping

from kg.errors import UsageError
from kg.query.places import Select
from kg.resolve.decisions import PREFIX, key_of

NAMES = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?entity ?name WHERE {
  VALUES ?property { rdfs:label skos:altLabel } ?entity ?property ?name FILTER(!STRSTARTS(STR(?entity), STR(kg:)))
} ORDER BY ?entity ?property ?name
"""  # labels come before alternative labels

NEAR, ALIKE = 5, 50  # so many names are suggested, of that similarity at least, in percent

Names = Mapping[str, list[str]]  # by the IRI of each entity, the label first


def entity_names(select: Select) -> dict[str, list[str]]:
    """The names of all entities."""
    names: dict[str, list[str]] = {}
    for row in select(NAMES):
        own = names.setdefault(row["entity"] or "", [])
        if (found := row["name"] or "") not in own:
            own.append(found)
    return names


def called(names: Names, name: str) -> list[str]:
    """The entities of that name; UsageError, with the names that are near, if there is none."""
    wanted = name.casefold()
    entities = [entity for entity, own in names.items() if wanted in map(str.casefold, own)]
    if not entities:
        raise UsageError(f"no entity is called '{name}'{_near(name, names)}")
    return entities


def the_one(names: Names, name: str) -> str:
    """The entity that a name, an IRI or the end of one from "entity/" on stands for.

    A label goes before other names. UsageError if there is none or if there are several.
    """
    if "://" in name or name.startswith(PREFIX):
        entities = [entity for entity in names if key_of(entity) == key_of(name)] or called(names, name)
    else:
        entities = called(names, name)
    labelled = [entity for entity in entities if names[entity][0].casefold() == name.casefold()]
    found = labelled or entities
    if len(found) > 1:
        choice = ", ".join(f"{key_of(entity)} ({names[entity][0]})" for entity in found)
        raise UsageError(f"several entities are called '{name}'; write which one: {choice}")
    return found[0]


def _near(name: str, names: Names) -> str:
    from rapidfuzz import fuzz, process  # takes long to import, and is seldom needed

    known = {n.casefold(): n for own in names.values() for n in own}
    near = process.extract(name.casefold(), known.keys(), scorer=fuzz.ratio, limit=NEAR, score_cutoff=ALIKE)
    return f"; similar: {', '.join(known[key] for key, *_ in near)}" if near else ""
