"""`kg query`: a saved query or SPARQL of one's own."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.terminal import EXISTING_FOLDER, graph_option, say
from kg.errors import UsageError
from kg.query.engine import LIMIT, QueryEngine
from kg.query.formats import FORMATS, write
from kg.query.saved import SavedQuery, is_name, read_query, saved_queries, saved_query

if TYPE_CHECKING:  # it takes long to import
    from kg.remote.engine import RemoteEngine

GRAPHS = "What a server's default graph is to be: all its named graphs, or its own."
QUERY_FILE = click.Path(allow_dash=True, path_type=Path)


@click.command()
@click.argument("query", required=False)
@click.option("-f", "--file", type=QUERY_FILE, help="Read the query from a file; - is standard input.")
@click.option("--list", "listing", is_flag=True, help="Show the saved queries.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@click.option("--name", help="The entity that a saved query such as 'about' asks for.")
@click.option("--iri", is_flag=True, help="Show the IRIs of entities in a table, not their names.")
@click.option("--timeout", type=float, default=LIMIT, show_default=True, help="Seconds that a query may take.")
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with saved queries of your own, in queries/.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL server, not the graph in a folder.")
@click.option("--graphs", type=click.Choice(["union", "server"]), default="union", show_default=True, help=GRAPHS)
@graph_option
def query(
    query: str | None,
    file: Path | None,
    listing: bool,
    form: str,
    name: str | None,
    iri: bool,
    timeout: float,
    ontology: Path | None,
    endpoint: str | None,
    graphs: str,
    folder: Path,
) -> None:
    """Ask the graph: the name of a saved query, or SPARQL. Queries only read.

    The usual prefixes (kg:, schema:, rdf:, rdfs:, skos:, oa:, prov:, xsd:) need not be declared.

    \b
    kg query facts
    kg query about --name Xiaomi
    kg query "SELECT ?who { ?who kg:ceoOf ?what }"
    """
    if listing:
        _list(saved_queries(ontology))
        return
    sparql, parameters = _asked(query, file, ontology)
    values = _values(parameters, {"name": name})
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    with _engine(folder, endpoint, graphs) as engine:
        answer = engine.query(sparql, timeout, values, labels=form == "table" and not iri)
        text = write(answer, form, width)
    click.echo(text, nl=False, color=True)  # else click drops escape sequences, in a pipe


def _engine(folder: Path, endpoint: str | None, graphs: str) -> "QueryEngine | RemoteEngine":
    if endpoint is None:
        return QueryEngine(folder / "store")
    from kg.remote.engine import RemoteEngine

    return RemoteEngine(endpoint, union=graphs == "union")


def _asked(query: str | None, file: Path | None, ontology: Path | None) -> tuple[str, tuple[str, ...]]:
    """The SPARQL, and the parameters of a saved query."""
    if (query is None) == (file is None):
        raise UsageError("give a query, the name of a saved one, or -f FILE; see the saved ones with: kg query --list")
    if file is not None:
        return read_query(file), ()
    if query is not None and is_name(query):
        saved = saved_query(query, ontology)
        return saved.sparql, saved.parameters
    return query or "", ()


def _values(parameters: tuple[str, ...], given: dict[str, str | None]) -> dict[str, str]:
    """What is given for the parameters; every one is needed and none beside them."""
    values = {name: value.encode(errors="replace").decode() for name, value in given.items() if value is not None}
    for name in parameters:
        if name not in given:
            raise UsageError(f"this saved query needs {name}, and kg query can only give --{', --'.join(given)}")
    for name in given:
        if name in parameters and name not in values:
            raise UsageError(f"this saved query needs --{name}")
        if name in values and name not in parameters:
            raise UsageError(f"--{name} is only for the saved queries that ask for it; see kg query --list")
    return values


def _list(queries: list[SavedQuery]) -> None:
    calls = [" ".join([saved.name, *(f"--{name} {name.upper()}" for name in saved.parameters)]) for saved in queries]
    width = max(map(len, calls), default=0)
    for call, saved in zip(calls, queries, strict=True):
        say(f"{call:<{width}}  {saved.description}")
