"""`kg view`: the graph in the browser."""

import sys
from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say

QUERY_FILE = click.Path(allow_dash=True, path_type=Path)


@click.command()
@click.option("--about", metavar="NAME", help="Open on this entity.")
@click.option("--query", type=QUERY_FILE, help="Only what the answer to this SPARQL query names; - is standard input.")
@click.option("--all", "whole", is_flag=True, help="Carry a graph of any size whole, not only its strongest part.")
@click.option(
    "--pyvis", is_flag=True, help="A plain picture of at most 300 entities; with --about of what is around one."
)
@click.option("-o", "--output", type=PATH, help="The file to write.  [default: kg.html in the graph's folder]")
@click.option("--open/--no-open", "opened", default=True, help="Open it in the browser; never when in a pipe.")
@graph_option
def view(
    about: str | None, query: Path | None, whole: bool, pyvis: bool, output: Path | None, opened: bool, folder: Path
) -> None:
    """Write one page to explore the graph, which works offline, and open it in the browser.

    \b
    kg view --about Xiaomi
    kg view --query plans.rq -o plans.html
    """
    import kg
    from kg.query.saved import read_query

    sparql = read_query(query) if query else None
    page = kg.open(folder).view(output or folder / "kg.html", about, query=sparql, whole=whole, pyvis=pyvis)
    say(str(page))
    if opened and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(page.resolve().as_uri())
