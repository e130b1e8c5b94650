"""`kg review`: decide which entities are one thing."""

from pathlib import Path

import click

from kg.cli.terminal import PATH, graph_option, say
from kg.errors import UsageError

FILE = "review.yaml"
SHOWN = 200  # pairs that a person can look through


@click.command()
@click.option("-o", "--output", type=PATH, default=FILE, show_default=True, help="Where the pairs are written.")
@click.option("--apply", "filled", is_flag=False, flag_value=FILE, metavar="[FILE]", help="Take in what you decided.")
@click.option("--limit", type=click.IntRange(min=1), default=SHOWN, show_default=True, help="The most pairs to write.")
@click.option("--all", "every", is_flag=True, help="Write all pairs.")
@click.option("--ontology", type=PATH, default="ontology", show_default=True, help="The folder of decisions.yaml.")
@graph_option
def review(output: Path, filled: str | None, limit: int, every: bool, ontology: Path, folder: Path) -> None:
    """Write the pairs of entities that may be one thing to a file, for you to decide.

    Those come first that are likely and whose answer would change many claims. Fill in same or different there, then
    call kg review --apply: your decisions go to ontology/decisions.yaml, and every build from then on follows them.
    """
    from kg.resolve.decisions import FILE as DECISIONS

    path = ontology / DECISIONS
    if filled is not None:
        _apply(Path(filled), path)
    else:
        _write(folder, output, path, None if every else limit)


def _apply(filled: Path, path: Path) -> None:
    from kg.query.review_file import applied, read_review
    from kg.resolve.decisions_file import read_decisions, write_decisions

    file, answers = read_review(filled)
    if not answers:
        say(f"{filled}: nothing is filled in yet")
        return
    write_decisions(applied(file, answers, read_decisions(path)), path)
    say(f"{path}: {len(answers):,} {'pair' if len(answers) == 1 else 'pairs'} taken from {filled}")
    say("build again for the graph to follow: kg build PATHS")


def _write(folder: Path, output: Path, path: Path, limit: int | None) -> None:
    import kg
    from kg.query.review import proposals
    from kg.query.review_file import write_review

    found, total = proposals(kg.open(folder).select, limit)
    _keep_answers(output, path)
    write_review(found, output)
    rest = f"; {total - len(found):,} that are worth less are left out (--all)" if total > len(found) else ""
    say(f"{output}: {len(found):,} {'pair' if len(found) == 1 else 'pairs'} to decide{rest}")
    if found:
        say(f"fill in what you know, then: kg review --apply {output}")


def _keep_answers(output: Path, path: Path) -> None:
    """Never write over answers that were not taken in."""
    from kg.query.review_file import applied, read_review
    from kg.resolve.decisions_file import read_decisions

    if output.exists():
        file, answers = read_review(output)
        decisions = read_decisions(path)
        if applied(file, answers, decisions).sorted() != decisions.sorted():
            raise UsageError(f"{output}: it holds decisions that are not taken in: kg review --apply {output}")
