"""`kg push`: the graph to a SPARQL server."""

from pathlib import Path

import click

from kg.cli.terminal import graph_option, progress_bar, say


@click.command()
@click.argument("url")
@click.option("--endpoint", help="Where the server answers queries, if that is another address.")
@click.option("--protocol", type=click.Choice(["update", "gsp"]), help="SPARQL Update or Graph Store Protocol.")
@click.option("--fresh", is_flag=True, help="Send all graphs, also those that are there already.")
@click.option("--dry-run", is_flag=True, help="Only show what would be sent and deleted.")
@graph_option
def push(url: str, endpoint: str | None, protocol: str | None, fresh: bool, dry_run: bool, folder: Path) -> None:
    """Send the graph to a SPARQL server, at the address URL where it is written to.

    Each article is a named graph there. Only what is new or changed since the last push is sent; graphs of articles
    that are gone are deleted, no others. A push that was interrupted goes on where it stopped.

    KG_TOKEN, or KG_USER and KG_PASSWORD, or ~/.netrc tell the server who you are.

    \b
    kg push http://localhost:8000/sparql
    kg push http://localhost:7878/store --endpoint http://localhost:7878/query
    """
    from kg.remote.push import push

    with progress_bar("sending") as progress:
        done = push(folder, url, endpoint, protocol, fresh, dry_run, progress)
    if dry_run:
        for part in done.send:
            say(f"send {part.iri}")
        for graph in done.drop:
            say(f"delete {graph}")
    sent, deleted = ("to send", "to delete") if dry_run else ("sent", "deleted")
    counts = f"unchanged: {done.unchanged:,}; {deleted}: {len(done.drop):,}"
    say(f"{sent}: {len(done.send):,} graphs, {done.size / 1e6:,.1f} MB; {counts}")
