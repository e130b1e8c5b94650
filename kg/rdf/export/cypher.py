"""Cypher: a script that merges the graph into a Neo4j database, or another one that speaks Cypher.

Running it twice changes nothing. Text from articles stands in strings alone, and every string is escaped.
"""

import re
from collections.abc import Mapping
from typing import BinaryIO

from kg.rdf.export.csv_files import LABELS
from kg.rdf.export.rows import Claim, Entity, claims, entities
from kg.rdf.export.source import Source

HEAD = """CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kg_text IF NOT EXISTS FOR (n:Text) REQUIRE n.id IS UNIQUE;
"""
ESCAPES = {"\\": r"\\", "'": r"\'", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
BEFORE_U = r"\\' + '"  # a backslash that ends a string, so that no u stands behind it
ESCAPED = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
DAYS = {"start", "end"}
LEFT_OUT = {"id", "subject", "relation", "object", "text"}  # of a claim: they are the nodes and the type


def cypher(source: Source, output: BinaryIO) -> None:
    """A statement a line: entities, the texts and figures that claims are about, then the claims."""
    output.write(HEAD.encode())
    output.writelines(f"{_entity(entity)}\n".encode() for entity in entities(source))
    output.writelines(f"{_claim(claim)}\n".encode() for claim in claims(source))


def _entity(entity: Entity) -> str:
    values = {"name": entity.label, "type": entity.type, "mentions": entity.mentions}
    values |= {"names": entity.names or None, "same_as": entity.same_as or None}
    node = f"MERGE (n:Entity {{id: {literal(entity.id)}}})"
    return f"{node} SET n:{LABELS[entity.type]}, n += {_map(values)};"


def _claim(claim: Claim) -> str:
    values = {name: getattr(claim, name) for name in Claim.__slots__ if name not in LEFT_OUT}
    values["products"] = claim.products or None
    if claim.object:
        target = f"MERGE (b:Entity {{id: {literal(claim.object)}}})"
    else:
        target = f"MERGE (b:Text {{id: {literal(claim.id)}}}) SET b.name = {literal(claim.text)}"
    return (
        f"MERGE (a:Entity {{id: {literal(claim.subject)}}}) {target} "
        f"MERGE (a)-[r:{_name(claim.relation)} {{claim: {literal(claim.id)}}}]->(b) SET r += {_map(values)};"
    )


def _map(values: Mapping[str, object]) -> str:
    given = ((name, value) for name, value in values.items() if value is not None)
    return "{" + ", ".join(f"{_name(name)}: {_value(name, value)}" for name, value in given) + "}"


def _value(name: str, value: object) -> str:
    return f"date({literal(value)})" if name in DAYS else literal(value)


def literal(value: object) -> str:
    r"""A number or a string.

    A backslash and the letter u after it stand in two strings: some versions of Neo4j read \u0027 before anything
    else, also after a backslash that is escaped.
    """
    if isinstance(value, (int, float)):
        return repr(value)
    return "'" + ESCAPED.sub(_escape, str(value)) + "'"


def _escape(match: re.Match[str]) -> str:
    if match[0] == "\\" and match.string[match.end() : match.end() + 1] == "u":
        return BEFORE_U
    return ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _name(name: str) -> str:
    """A name in backticks, in which only letters, digits and underscores are left."""
    return f"`{re.sub(r'[^0-9A-Za-z_]', '_', name)}`"
