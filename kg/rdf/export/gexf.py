"""GEXF 1.3 (https://gexf.net), the format of Gephi: as GraphML, and edges that come and go on its timeline."""

from collections.abc import Mapping
from typing import BinaryIO

from kg.rdf.export.graphml import EDGE, NODE, edge_values, node_values
from kg.rdf.export.rows import Claim, Entity, claims, entities
from kg.rdf.export.source import Source
from kg.rdf.export.xml import tag

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
 <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
"""
KINDS = {"int": "integer"}  # what GEXF calls types otherwise than GraphML
OWN = {"label", "weight"}  # an edge has these as attributes of its own


def gexf(source: Source, output: BinaryIO) -> None:
    """The whole network."""
    output.write(HEAD.encode())
    output.write(_attributes("node", {name: kind for name, kind in NODE.items() if name != "label"}))
    output.write(_attributes("edge", {name: kind for name, kind in EDGE.items() if name not in OWN}))
    output.write(b"  <nodes>\n")
    output.writelines(_node(entity) for entity in entities(source))
    output.write(b"  </nodes>\n  <edges>\n")
    output.writelines(_edge(claim) for claim in claims(source) if claim.object)
    output.write(b"  </edges>\n </graph>\n</gexf>\n")


def _attributes(of: str, attributes: Mapping[str, str]) -> bytes:
    listed = "".join(
        tag("attribute", {"id": name, "title": name, "type": KINDS.get(kind, kind)})
        for name, kind in attributes.items()
    )
    return f"  {tag('attributes', {'class': of, 'mode': 'static'}, listed)}\n".encode()


def _node(entity: Entity) -> bytes:
    values = _values({name: value for name, value in node_values(entity).items() if name != "label"})
    return f"   {tag('node', {'id': entity.id, 'label': entity.label}, values)}\n".encode()


def _edge(claim: Claim) -> bytes:
    given = edge_values(claim)
    ends = {"id": claim.id, "source": claim.subject, "target": claim.object, "kind": claim.relation}
    shown = {"label": given["label"], "weight": given["weight"], "start": claim.start, "end": claim.end}
    values = _values({name: value for name, value in given.items() if name not in OWN})
    return f"   {tag('edge', ends | shown, values)}\n".encode()


def _values(values: Mapping[str, object]) -> str:
    given = ((name, value) for name, value in values.items() if value not in (None, ""))
    return tag("attvalues", {}, "".join(tag("attvalue", {"for": name, "value": value}) for name, value in given))
