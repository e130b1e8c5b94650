"""CSV as `neo4j-admin database import` reads it: nodes.csv and relationships.csv, with typed columns."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.rdf.export.rows import Claim, claims, entities
from kg.rdf.export.source import Source

NODES = ["id:ID", "name", "type", "mentions:int", "names", "same_as", ":LABEL"]
RELATIONSHIPS = [
    ":START_ID",
    ":END_ID",
    ":TYPE",
    "claim",
    "modality",
    "source",
    "source_name",
    "role",
    "when",
    "start:date",
    "end:date",
    "amount",
    "amount_value:double",
    "amount_unit",
    "products",
    "confidence:double",
    "support:int",
    "sources:int",
    "evidence:int",
]
LABELS = {
    "PER": "Person",
    "ORG": "Organization",
    "LOC": "Place",
    "PROD": "Product",
    "EVENT": "Event",
    "WORK": "CreativeWork",
    "NORP": "Group",
    "THING": "Thing",
}
"""The label of a node, by the type of the entity; one with the text of a claim is a Text."""


def csv_files(source: Source, folder: Path) -> None:
    """Both files. What is no entity, such as a figure, is a node too: its id is that of the claim."""
    _write(folder / "nodes.csv", NODES, _nodes(source))
    _write(folder / "relationships.csv", RELATIONSHIPS, map(_relationship, claims(source)))


def _nodes(source: Source) -> Iterator[list[object]]:
    for entity in entities(source):
        label = f"Entity;{LABELS[entity.type]}"
        yield [entity.id, entity.label, entity.type, entity.mentions, entity.names, entity.same_as, label]
    for claim in claims(source):
        if claim.object is None:
            yield [claim.id, claim.text, None, None, None, None, "Text"]


def _relationship(claim: Claim) -> list[object]:
    return [
        claim.subject,
        claim.object or claim.id,
        claim.relation,
        claim.id,
        claim.modality,
        claim.source,
        claim.source_label,
        claim.role,
        claim.when,
        claim.start,
        claim.end,
        claim.amount,
        claim.amount_value,
        claim.amount_unit,
        claim.products,
        claim.confidence,
        claim.support,
        claim.sources,
        claim.evidence,
    ]


def _write(file: Path, header: list[str], rows: Iterable[list[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    """Text on one line: by default Neo4j takes the end of a line for the end of the row, in quotes too."""
    return " ".join(value.splitlines()).replace("\0", "\ufffd") if isinstance(value, str) else value
