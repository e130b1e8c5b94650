"""GraphML (http://graphml.graphdrawing.org): entities as nodes, the claims between them as edges."""

from collections.abc import Mapping
from typing import BinaryIO

from kg.rdf.export.rows import Claim, Entity, claims, entities
from kg.rdf.export.source import Source
from kg.rdf.export.xml import escape, tag

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
NODE = {"label": "string", "type": "string", "mentions": "int", "names": "string", "same_as": "string"}
EDGE = {
    "label": "string",
    "modality": "string",
    "weight": "double",
    "said_by": "string",
    "role": "string",
    "when": "string",
    "first_day": "string",
    "last_day": "string",
    "amount": "string",
    "products": "string",
    "confidence": "double",
    "sources": "int",
    "evidence": "int",
}
"""The attributes of nodes and edges, with their types; none has a name that Gephi uses itself, as it does source."""


def graphml(source: Source, output: BinaryIO) -> None:
    """The whole network."""
    keys = [("node", NODE), ("edge", EDGE)]
    output.write(HEAD.encode())
    for of, attributes in keys:
        for name, kind in attributes.items():
            key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
            output.write(f" {tag('key', key)}\n".encode())
    output.write(b' <graph id="kg" edgedefault="directed">\n')
    output.writelines(_node(entity) for entity in entities(source))
    output.writelines(_edge(claim) for claim in claims(source) if claim.object)
    output.write(b" </graph>\n</graphml>\n")


def _node(entity: Entity) -> bytes:
    return f"  {tag('node', {'id': entity.id}, _data('node', NODE, node_values(entity)))}\n".encode()


def _edge(claim: Claim) -> bytes:
    ends = {"id": claim.id, "source": claim.subject, "target": claim.object}
    return f"  {tag('edge', ends, _data('edge', EDGE, edge_values(claim)))}\n".encode()


def node_values(entity: Entity) -> dict[str, object]:
    """The attributes of NODE."""
    return {name: getattr(entity, name) for name in NODE}


def edge_values(claim: Claim) -> dict[str, object]:
    """The attributes of EDGE; the weight is how many articles say it."""
    own = {"label": claim.relation, "weight": float(claim.support), "said_by": claim.source_label}
    own |= {"first_day": claim.start, "last_day": claim.end}
    return {name: own[name] if name in own else getattr(claim, name) for name in EDGE}


def _data(of: str, attributes: Mapping[str, str], values: Mapping[str, object]) -> str:
    given = ((name, values[name]) for name in attributes if values[name] not in (None, ""))
    return "".join(tag("data", {"key": f"{of}-{name}"}, escape(str(value))) for name, value in given)
