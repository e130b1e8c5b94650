"""`kg view`: the picture in the browser."""

import sys
from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say


@click.command()
@click.option("--about", metavar="NAME", help="Only this entity, its neighbours and what is between them.")
@click.option("-o", "--output", type=PATH, help="The file to write.  [default: kg.html in the graph's folder]")
@click.option("--open/--no-open", "opened", default=True, help="Open it in the browser; never when in a pipe.")
@graph_option
def view(about: str | None, output: Path | None, opened: bool, folder: Path) -> None:
    """Write the picture as one page that works offline, and open it in the browser."""
    import kg

    page = kg.open(folder).view(output or folder / "kg.html", about)
    say(str(page))
    if opened and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(page.resolve().as_uri())
