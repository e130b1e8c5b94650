"""`kg split`: say that names which were taken for one thing are different things."""

from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say


@click.command()
@click.argument("name")
@click.argument("other", required=False)
@click.option("--ontology", type=PATH, default="ontology", show_default=True, help="The folder of decisions.yaml.")
@graph_option
def split(name: str, other: str | None, ontology: Path, folder: Path) -> None:
    """Say that names which were taken for one thing are different things.

    NAME is a name or the IRI of an entity in the graph; kg query merges shows what was taken for it. With OTHER, only
    these two are taken apart. The decision is written to ontology/decisions.yaml, and every build from then on
    follows it.
    """
    import kg
    from kg.query.merging import parted
    from kg.resolve.decisions import FILE
    from kg.resolve.decisions_file import read_decisions, write_decisions

    path = ontology / FILE
    decisions, written = parted(kg.open(folder).select, read_decisions(path), name, other)
    write_decisions(decisions, path)
    say(f"{path}: different from now on: {', '.join(written)}")
    say("build again for the graph to follow: kg build PATHS")
