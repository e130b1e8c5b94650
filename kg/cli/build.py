"""`kg build`: read articles, write the graph."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.terminal import EXISTING_FOLDER, PATH, complain, progress_bar, say
from kg.documents.read import MAX_SIZE

if TYPE_CHECKING:
    from kg.pipeline import BuildSummary

SIZE = click.IntRange(min=1)
CONFIDENCE = click.FloatRange(0, 1)


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option("-o", "--output", type=PATH, default="graphs", show_default=True, help="Where the graph is written.")
@click.option("--max-size", type=SIZE, default=MAX_SIZE, show_default=True, help="Bytes of the largest article.")
@click.option(
    "--min-confidence",
    type=CONFIDENCE,
    default=0.0,
    show_default=True,
    help="Leave out claims less sure than this.",
)
@click.option("--fresh", is_flag=True, help="Analyse every article anew, also those that an earlier build has.")
@click.option("--ontology", type=EXISTING_FOLDER, help="A folder with your own lexicon, names and queries.")
def build(
    paths: tuple[Path, ...], output: Path, max_size: int, min_confidence: float, fresh: bool, ontology: Path | None
) -> int:
    """Read articles and write their graph.

    PATHS are files or folders; without any, seeds/ is read. The graph then holds exactly these; only articles that are
    new or changed since the last build are analysed. Files that cannot be read are reported and skipped, and the exit
    code is 1 then.
    """
    from kg.pipeline import build_graph

    with progress_bar("reading") as progress:
        summary = build_graph(
            paths or (Path("seeds"),),
            output,
            ontology=ontology,
            max_size=max_size,
            min_confidence=min_confidence,
            fresh=fresh,
            progress=progress,
        )
    for note in summary.warnings:
        complain(f"warning: {note}")
    for note in summary.skipped:
        complain(f"skipped: {note}")
    if summary.documents:
        _print(summary)
    else:
        complain("no article could be read; nothing is written")
    return 1 if summary.skipped else 0


def _print(summary: "BuildSummary") -> None:
    rows = [
        ("documents", f"{summary.documents:,}"),
        ("entities", f"{summary.entities:,}"),
        ("claims", f"{sum(summary.claims.values()):,}"),
        *((f"  {relation}", f"{count:,}") for relation, count in summary.claims.items()),
        ("seconds", f"{summary.seconds:.1f}"),
        ("warnings", f"{len(summary.warnings):,}"),
        ("skipped", f"{len(summary.skipped):,}"),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        say(f"{name:<{width}}  {value:>9}")
