"""`kg serve`: the graph over HTTP."""

from pathlib import Path

import click

from kg.cli.terminal import EXISTING_FOLDER, PATH, say
from kg.errors import UsageError
from kg.query.engine import LIMIT


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=int, default=8000, show_default=True, help="The port; 0 takes any that is free.")
@click.option(
    "--default-graph",
    type=click.Choice(["union", "strict"]),
    default="union",
    show_default=True,
    help="What queries read without GRAPH or FROM: all graphs together, or only the default graph.",
)
@click.option("--timeout", type=float, default=LIMIT, show_default=True, help="Seconds that a query may take.")
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin read answers; * for all.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A name of this server behind a proxy.")
@click.option("--writable", is_flag=True, help="Let those who have the token write to a folder of the server's own.")
@click.option("--token-file", type=PATH, help="A file with the token; else it is taken from KG_TOKEN.")
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with saved queries of your own, in queries/.")
def serve(
    paths: tuple[Path, ...],
    host: str,
    port: int,
    default_graph: str,
    timeout: float,
    cors: str | None,
    names: tuple[str, ...],
    writable: bool,
    token_file: Path | None,
    ontology: Path | None,
) -> None:
    """Serve a graph: a SPARQL endpoint, and a page for each entity, claim and document.

    PATHS is the folder of a graph that was built [graphs], or RDF files (nt, nq, ttl, trig, rdf, jsonld).

    \b
    kg serve
    kg serve graphs/ --port 8080
    kg serve data.ttl more.trig --default-graph strict
    KG_TOKEN=... kg serve --writable store/
    """
    from kg.query.endpoint.server import serve as serve_graph
    from kg.query.endpoint.server import serve_writable
    from kg.query.endpoint.settings import Settings
    from kg.query.endpoint.token import token

    if token_file is not None and not writable:
        raise UsageError("--token-file is only for --writable")
    settings = Settings(
        host=host,
        port=port,
        names=names,
        cors=cors,
        union=default_graph == "union",
        timeout=timeout,
        token=token(token_file) if writable else None,
    )

    def started(url: str) -> None:
        say(f"{url}  (Ctrl-C stops it)")

    if not writable:
        serve_graph(paths or (Path("graphs"),), settings, started, ontology)
        return
    if len(paths) != 1:
        raise UsageError("--writable takes one folder, which it makes if it is missing")
    serve_writable(paths[0], settings, started, ontology)
