"""`kg export`: the graph in the formats of other tools."""

import sys
from pathlib import Path

import click

from kg.cli.terminal import EXISTING_FOLDER, PATH, graph_option, progress_bar

NAMES = ["ttl", "trig", "nq", "jsonld", "rdfxml", "graphml", "gexf", "csv", "parquet", "cypher"]
STDOUT = Path("-")


@click.command()
@graph_option
@click.option("--format", "form", type=click.Choice(NAMES), required=True)
@click.option("-o", "--output", type=PATH, default=STDOUT, show_default=True, help="A file, or - for standard output.")
@click.option(
    "--statements",
    type=click.Choice(["rdf", "rdf12"]),
    default="rdf",
    show_default=True,
    help="How a claim says what it is about: rdf:subject and so on, or a triple term of RDF 1.2.",
)
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with your own kg.ttl, for the names in JSON-LD.")
def export(folder: Path, form: str, output: Path, statements: str, ontology: Path | None) -> None:
    """Write the graph for other tools.

    \b
    ttl, rdfxml, jsonld   RDF, all named graphs as one
    trig, nq              RDF with its named graphs
    graphml, gexf         networks, for Gephi, Cytoscape, networkx
    csv                   nodes.csv and relationships.csv, for Neo4j's import; -o is a folder
    parquet               tables of entities, claims and evidence; -o is a folder
    cypher                a script of MERGE statements, for Neo4j and others
    """
    from kg.config import settings
    from kg.rdf.export.formats import export as exported

    target = sys.stdout.buffer if output == STDOUT else output
    with progress_bar("writing") as progress:
        exported(
            folder,
            form,
            target,
            settings().base_iri,
            rdf12=statements == "rdf12",
            ontology=ontology,
            progress=progress,
        )
