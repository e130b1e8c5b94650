"""`kg link`: ask a service what the entities are elsewhere."""

from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say
from kg.errors import KgError, UsageError
from kg.language.codes import READ
from kg.resolve.links import FILE, Links, load_links, write_links


@click.command()
@click.option("--wikidata", is_flag=True, help="Ask Wikidata, through wikidata.reconci.link.")
@click.option("--service", "name", help="Ask this service: its address, or its name in ontology/services.yaml.")
@click.option("--language", type=click.Choice(READ), default="en", show_default=True, help="Of the names.")
@click.option("--ontology", type=PATH, default="ontology", show_default=True, help="The folder of links.yaml.")
@graph_option
def link(wikidata: bool, name: str | None, language: str, ontology: Path, folder: Path) -> None:
    """Ask a reconciliation service for the entities that are not known elsewhere yet.

    Their names and types go to the service, nothing else. Certain answers are written to ontology/links.yaml, for you
    to look over; kg build reads it and adds owl:sameAs. What was answered before is not asked again.
    """
    import kg
    from kg.config import settings
    from kg.query.unlinked import unlinked
    from kg.resolve.reconcile import reconcile, service

    if wikidata == (name is not None):
        raise UsageError("say which service to ask: --wikidata or --service ADDRESS")
    asked = service(name or "wikidata", language, ontology)
    path = ontology / FILE
    links = before = load_links(path if path.is_file() else None)
    questions = list(unlinked(kg.open(folder).select, settings().base_iri, language))
    try:
        for links in reconcile(asked, questions, before, language):
            write_links(links, path)
    except KgError as error:
        kept = "" if links is before else f"; what was answered is kept in {path}"
        raise KgError(f"{error}{kept}") from None
    _print(before, links, asked.url, len(questions), path)


def _print(before: Links, links: Links, service: str, entities: int, path: Path) -> None:
    asked = len(links.asked(service)) - len(before.asked(service))
    found = len(links.found) - len(before.found)
    say(f"{entities:,} entities without a link, {asked:,} asked for now, {found:,} found")
    if found:
        say(f"look over {path}, then build again")
