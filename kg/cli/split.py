"""`kg split`: say that names which were taken for one thing are different things."""

from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say


@click.command()
@click.argument("name")
@click.argument("other", required=False)
@click.option("--in", "files", multiple=True, metavar="F", help="In this file alone it is another thing.")
@click.option("--ontology", type=PATH, default="ontology", show_default=True, help="The folder of decisions.yaml.")
@graph_option
def split(name: str, other: str | None, files: tuple[str, ...], ontology: Path, folder: Path) -> None:
    """Say that names which were taken for one thing are different things.

    NAME is a name or the IRI of an entity in the graph; kg query merges shows what was taken for it. With OTHER, only
    these two are taken apart. With --in, the NAME in these articles is another thing than elsewhere; a file is
    named as kg explain does, a row as FILE:LINE. The decision is written to ontology/decisions.yaml, and every build
    from then on follows it.
    """
    import kg
    from kg.query.merging import parted, parted_in
    from kg.resolve.decisions import FILE
    from kg.resolve.decisions_file import read_decisions, write_decisions

    if files and other:
        raise click.UsageError("give another name or --in, not both")
    path = ontology / FILE
    select, before = kg.open(folder).select, read_decisions(path)
    if files:
        decisions, key = parted_in(select, before, name, files)
        told = f"{name} in {', '.join(files)} is another one from now on: {key}"
    else:
        decisions, written = parted(select, before, name, other)
        told = f"different from now on: {', '.join(written)}"
    write_decisions(decisions, path)
    say(f"{path}: {told}")
    say("build again for the graph to follow: kg build PATHS")
