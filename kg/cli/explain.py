"""`kg explain`: all that is known of an entity."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.terminal import graph_option, say

if TYPE_CHECKING:
    from kg.query.explain import Explanation, Statement


@click.command()
@click.argument("name")
@graph_option
def explain(name: str, folder: Path) -> None:
    """Show every claim about an entity, with its sentences and where they stand.

    NAME is any name of the entity; upper and lower case do not matter.
    """
    import kg
    from kg.query.explain import explain as explained

    for i, explanation in enumerate(explained(kg.open(folder).select, name)):
        if i:
            say()
        _print(explanation)


def _print(explanation: "Explanation") -> None:
    say(explanation.name)
    if explanation.aliases:
        say(f"also: {', '.join(explanation.aliases)}")
    say(explanation.iri)
    for statement in explanation.statements:
        _print_statement(statement)
    if not explanation.statements:
        say("named in the articles, but no claim is about it")


def _print_statement(statement: "Statement") -> None:
    say()
    say(f"{statement.subject} {statement.relation} {statement.object}")
    say(", ".join(f"{key} {value}" for key, value in statement.details.items()), indent=4)
    for quote in statement.quotes:
        say(f"“{quote.sentence}”", indent=4)
        say(f"{', '.join(quote.places)}", indent=6)
