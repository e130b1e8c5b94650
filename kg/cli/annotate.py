"""`kg annotate`: what kg sees in a text."""

from pathlib import Path

import click

from kg.cli.terminal import EXISTING_FOLDER, say
from kg.language.codes import READ

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
@click.option("--language", type=click.Choice(READ), help="Without it what the header says or what is likeliest.")
@click.option("--format", "form", type=click.Choice(["table", "conllu"]), default="table", show_default=True)
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with your own lexicon.")
def annotate(file: Path, language: str | None, form: str, ontology: Path | None) -> None:
    """Show the words, lemmas, tags, tree and entities of an article, and the claims that are found in it.

    For those who write the words and frames of a relation: see the guide, ontology/README.md.
    """
    from kg.extract.inspect import inspected
    from kg.language.conllu import conllu
    from kg.pipeline import inspect

    extracted, lexicon = inspect(file, language, ontology)
    lines = conllu(extracted.annotated).split("\n") if form == "conllu" else inspected(extracted, lexicon)
    for line in lines:
        say(line)
