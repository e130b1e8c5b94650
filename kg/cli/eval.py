"""`kg eval`: how well kg does on articles that you annotated."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from kg.cli.terminal import EXISTING_FOLDER, PATH, complain, graph_option

if TYPE_CHECKING:
    from kg.graph import Graph


@click.command()
@click.argument("gold", type=PATH)
@click.argument("paths", nargs=-1, type=PATH)
@graph_option
@click.option("--errors", is_flag=True, help="List what was missed and what is wrong.")
@click.option("--entities", is_flag=True, help="Score the nodes for things instead: one for each, and none for two.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--min-f1", type=click.FloatRange(0, 1), metavar="X", help="Exit with 1 if the F1 of all is below X.")
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with your own lexicon, names and queries.")
def eval(
    gold: Path,
    paths: tuple[Path, ...],
    folder: Path,
    errors: bool,
    entities: bool,
    form: str,
    min_f1: float | None,
    ontology: Path | None,
) -> int:
    """Score kg against articles that you annotated.

    GOLD is a file with annotated facts, or a folder with such *.jsonl files. PATHS are the articles (files or folders):
    their graph is built for this and not kept. Without PATHS the graph in -g is scored as it is.
    """
    import kg
    from kg.evaluate import read_gold, score, score_entities
    from kg.evaluate.report import ENTITY_FORMATS, FORMATS

    if paths and click.get_current_context().get_parameter_source("folder") == ParameterSource.COMMANDLINE:
        raise click.UsageError("give articles or -g, not both: with articles their own graph is built")
    facts = read_gold(gold, ontology)
    graph = _build(paths, ontology) if paths else kg.open(folder)
    if entities:
        click.echo(ENTITY_FORMATS[form](score_entities(graph, facts.entities), errors), nl=False)
        return 0
    evaluation = score(graph, facts)
    click.echo(FORMATS[form](evaluation, errors), nl=False)
    if min_f1 is None or evaluation.all.f1 >= min_f1:
        return 0
    complain(f"the F1 of all is {evaluation.all.f1:.4f}, below {min_f1:g}")
    return 1


def _build(paths: tuple[Path, ...], ontology: Path | None) -> "Graph":
    import kg

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the notes are told below
        graph = kg.build(*paths, ontology=ontology)
    assert graph.summary  # it was built
    for kind, notes in (("warning", graph.summary.warnings), ("skipped", graph.summary.skipped)):
        for note in notes:
            complain(f"{kind}: {note}")
    return graph
