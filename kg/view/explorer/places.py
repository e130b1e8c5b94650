"""Where the entities lie in the picture, and what its islands are called."""

from collections import Counter
from itertools import chain

import networkx as nx

from kg.plain import short
from kg.rdf import vocabulary as v
from kg.view.explorer.columns import Communities
from kg.view.explorer.contents import Contents, ends
from kg.view.explorer.nquads import iris
from kg.view.layout.islands import Disc, Layout, islands
from kg.view.layout.labelled import node_size, positions

FEW = 150
"""Entities of a picture in which every label has its place."""

TOGETHER = 0.4
"""How strong a tie it is to be named in one article, beside a claim."""


def layout(contents: Contents, entities: list[str], labels: list[str]) -> Layout:
    """The places of the entities, given in the order of the page: those with most claims first."""
    ties = _ties(contents, {iri: number for number, iri in enumerate(entities)})
    degrees = [contents.degrees[iri] for iri in entities]
    return _small(ties, labels) if len(entities) <= FEW else _large(contents, ties, entities, degrees)


def named(layout: Layout, labels: list[str], degrees: list[int]) -> Communities:
    """The communities with their discs; each is called after the one or two entities with most claims."""
    members: dict[int, list[int]] = {}
    for entity, community in enumerate(layout.community):
        members.setdefault(community, []).append(entity)
    names = [_name(members.get(number, []), labels, degrees) for number in range(len(layout.discs))]
    return Communities(
        name=[name if disc.is_island else "" for name, disc in zip(names, layout.discs, strict=True)],
        x=[disc.x for disc in layout.discs],
        y=[disc.y for disc in layout.discs],
        radius=[disc.radius for disc in layout.discs],
        size=[len(members.get(number, ())) for number in range(len(layout.discs))],
    )


def _name(members: list[int], labels: list[str], degrees: list[int]) -> str:
    """Entities have the order of their degrees; the second counts if it has half as many claims as the first."""
    best = [entity for entity in members if labels[entity]][:2]
    if len(best) == 2 and not 2 * degrees[best[1]] >= degrees[best[0]] > 0:
        best.pop()
    return " · ".join(short(labels[entity], 24) for entity in best)


def _ties(contents: Contents, number: dict[str, int]) -> Counter[tuple[int, int]]:
    """How many claims and plain statements each two entities have with one another."""
    linked = chain(
        (ends(contents.things[claim]) for claim in contents.claims),
        ((statement.subject, statement.object) for statement in contents.plain),
    )
    pairs = (sorted({number[end] for end in each}) for each in linked)
    return Counter((pair[0], pair[1]) for pair in pairs if len(pair) == 2)


def _small(ties: Counter[tuple[int, int]], labels: list[str]) -> Layout:
    """Laid out as what is drawn with pyvis; one community that has no name."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"{number:06}", {"label": label}) for number, label in enumerate(labels))
    for (one, other), count in sorted(ties.items()):
        graph.add_edges_from([(f"{one:06}", f"{other:06}")] * count)
    found = [place for _, place in sorted(positions(graph).items())]
    places = [(x, -y) for x, y in found]
    return Layout(places, [0] * len(places), [Disc.around(places)] if places else [])


def _large(contents: Contents, ties: Counter[tuple[int, int]], entities: list[str], degrees: list[int]) -> Layout:
    """Islands. An article, which is not drawn, ties the entities that it names."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(entities)))
    graph.add_weighted_edges_from((one, other, count) for (one, other), count in sorted(ties.items()))
    for article, named in enumerate(_named(contents, entities), len(entities)):
        graph.add_weighted_edges_from((entity, article, TOGETHER) for entity in named)
    hidden = graph.number_of_nodes() - len(entities)
    return islands(graph, [*map(node_size, degrees), *[0.0] * hidden]).of_first(len(entities))


def _named(contents: Contents, entities: list[str]) -> list[list[int]]:
    """For each article, the entities that it names."""
    number = {iri: place for place, iri in enumerate(entities)}
    found: dict[str, set[int]] = {document: set() for document in contents.documents}
    for thing in contents.things.values():
        for entity in iris(thing, v.KG + "refersTo") if v.KG + "refersTo" in thing else ():
            for document in iris(thing, v.PROV + "wasDerivedFrom"):
                if document in found and entity in number:
                    found[document].add(number[entity])
    return [sorted(named) for _, named in sorted(found.items()) if named]
