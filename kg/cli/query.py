"""`kg query`: a saved query, SPARQL of one's own, or a prompt for both."""

import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.saved_options import QueryCommand
from kg.cli.terminal import EXISTING_FOLDER, PATH, complain, graph_option, say
from kg.errors import UsageError
from kg.query.ask import Engine, ask
from kg.query.engine import LIMIT, QueryEngine
from kg.query.formats import FORMATS, LABELLED, write
from kg.query.profile import profile
from kg.query.prompt.commands import Settings
from kg.query.saved import SavedQuery, is_name, read_query, saved_queries, saved_query, unnamed

if TYPE_CHECKING:  # it takes long to import
    from kg.remote.engine import RemoteEngine

GRAPHS = "What a server's default graph is to be: all its named graphs, or its own."
QUERY_FILE = click.Path(allow_dash=True, path_type=Path)


@click.command(cls=QueryCommand)
@click.argument("query", required=False)
@click.option("-f", "--file", type=QUERY_FILE, help="Read the query from a file; - is standard input.")
@click.option("--list", "listing", is_flag=True, help="Show the saved queries.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="table without one, or by the ending of -o.")
@click.option("-o", "--output", type=PATH, help="Write the answer to this file.")
@click.option("--iri", is_flag=True, help="Show the IRIs of entities in a table, not their names.")
@click.option("--timeout", type=float, default=LIMIT, show_default=True, help="Seconds that a query may take.")
@click.option("--explain", is_flag=True, help="Show the query as it is run and how long it takes, not the answer.")
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with saved queries of your own, in queries/.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL server, not the graph in a folder.")
@click.option("--graphs", type=click.Choice(["union", "server"]), default="union", show_default=True, help=GRAPHS)
@graph_option
def query(
    query: str | None,
    file: Path | None,
    listing: bool,
    form: str | None,
    output: Path | None,
    iri: bool,
    timeout: float,
    explain: bool,
    ontology: Path | None,
    endpoint: str | None,
    graphs: str,
    folder: Path,
    **parameters: str | None,
) -> None:
    """Ask the graph: the name of a saved query, or SPARQL. Queries only read. Without a query: a prompt.

    The usual prefixes (kg:, schema:, rdf:, rdfs:, skos:, oa:, prov:, xsd:) need not be declared.

    \b
    kg query facts
    kg query about --name Xiaomi
    kg query about --help
    kg query "SELECT ?who { ?who kg:ceoOf ?what }"
    """
    if listing:
        _list(saved_queries(ontology))
        return
    if query is None and file is None and sys.stdin.isatty() and sys.stdout.isatty():
        with _engine(folder, endpoint, graphs) as engine:
            _converse(engine, ontology, Settings(form or "table", iri, timeout=timeout))
        return
    asked = _asked(query, file, ontology)
    asked.values(parameters)  # what is wrong with them is told before anything is opened
    form = form or _form(output)
    with _engine(folder, endpoint, graphs) as engine:
        if explain:
            text = _profile(engine, asked, parameters, timeout)
        else:
            answer = ask(engine, asked, parameters, timeout, labels=form in LABELLED and not iri)
            text = write(answer, form, _width() if output is None else None)
    _put(text, output)


def _engine(folder: Path, endpoint: str | None, graphs: str) -> "QueryEngine | RemoteEngine":
    if endpoint is None:
        return QueryEngine(folder / "store")
    from kg.remote.engine import RemoteEngine

    return RemoteEngine(endpoint, union=graphs == "union")


def _converse(engine: Engine, ontology: Path | None, settings: Settings) -> None:
    from kg.query.prompt.session import Conversation  # takes long to import

    show = partial(click.echo, nl=False)
    Conversation(engine, ontology, settings, show, lambda error: complain(str(error), error.excerpt)).converse()


def _profile(engine: Engine, asked: SavedQuery, parameters: dict[str, str | None], timeout: float) -> str:
    if not isinstance(engine, QueryEngine):
        raise UsageError("--explain tells of queries on the graph in a folder, not on a server's")
    return profile(engine, asked, parameters, timeout)


def _width() -> int | None:
    """The columns of the terminal that shows the answer; None in a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _asked(query: str | None, file: Path | None, ontology: Path | None) -> SavedQuery:
    """What is asked; SPARQL of the user's own is a query without a name and parameters."""
    if (query is None) == (file is None):
        raise UsageError("give a query, the name of a saved one, or -f FILE; see the saved ones with: kg query --list")
    if query is not None and is_name(query):
        return saved_query(query, ontology)
    return unnamed(read_query(file) if file is not None else query or "")


def _form(output: Path | None) -> str:
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return ending if ending in FORMATS else "table"


def _put(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False, color=True)  # else click drops escape sequences, in a pipe
    else:
        output.write_text(text, encoding="utf-8", newline="")


def _list(queries: list[SavedQuery]) -> None:
    width = max((len(saved.call) for saved in queries), default=0)
    for saved in queries:
        say(f"{saved.call:<{width}}  {saved.description}")
