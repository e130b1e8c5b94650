"""`kg check`: whether a graph is as the claim model says."""

from pathlib import Path

import click

from kg.cli.terminal import EXISTING_FOLDER, PATH

SHAPES = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--shapes", type=SHAPES, help="SHACL shapes in Turtle, in the place of ontology/shapes.ttl.")
@click.option("--format", "form", type=click.Choice(["text", "ttl", "json"]), default="text", show_default=True)
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with your own kg.ttl and shapes.ttl.")
def check(paths: tuple[Path, ...], shapes: Path | None, form: str, ontology: Path | None) -> int:
    """Check that a graph is whole: every claim with its evidence, every quotation where it says it stands.

    PATHS are folders that kg build wrote, or RDF files; without any, graphs/ is checked. All are checked together, as
    one graph, against the SHACL shapes in ontology/shapes.ttl. The exit code is 0 if it conforms, 1 if something is
    wrong, 2 if it cannot be checked.
    """
    from kg.rdf.check.report import FORMATS
    from kg.rdf.check.shapes import load_shapes
    from kg.rdf.check.validate import check as checked

    report = checked(paths or (Path("graphs"),), load_shapes(shapes, ontology), ontology)
    click.echo(FORMATS[form](report), nl=False)
    return 0 if report.conforms else 1
