"""`kg merge`: say that entities are one thing."""

from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say
from kg.errors import UsageError


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option("--ontology", type=PATH, default="ontology", show_default=True, help="The folder of decisions.yaml.")
@graph_option
def merge(names: tuple[str, ...], ontology: Path, folder: Path) -> None:
    """Say that entities are one thing.

    NAMES are two or more names or IRIs of entities in the graph. The decision is written to ontology/decisions.yaml,
    and every build from then on follows it; undo it with kg split. A namesake that kg split --in made is undone so.
    """
    import kg
    from kg.query.merging import merged
    from kg.resolve.decisions import FILE
    from kg.resolve.decisions_file import read_decisions, write_decisions

    if len(names) < 2:
        raise UsageError("give two names or more: kg merge Apple 'Apple Computer'")
    path = ontology / FILE
    decisions, written = merged(kg.open(folder).select, read_decisions(path), names)
    write_decisions(decisions, path)
    say(f"{path}: the same from now on: {', '.join(written)}")
    say("build again for the graph to follow: kg build PATHS")
