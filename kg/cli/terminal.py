"""What all commands share: options, and text from articles on the terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kg.plain import UNSEEN, plain

PATH = click.Path(path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def graph_option(command: Any) -> Any:
    """-g graphs/: the graph to read."""
    return click.option(
        "-g", "--graph", "folder", type=PATH, default="graphs", show_default=True, help="The graph that was built."
    )(command)


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, nothing in a pipe; it is told what is done, and how much there is in all."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def say(text: str = "", indent: int = 0) -> None:
    """A line on stdout, without the escape sequences and direction marks that text from articles may hold."""
    click.echo(" " * indent + UNSEEN.sub("", text).replace("\n", " "))


def complain(text: str) -> None:
    """A line on stderr, what is wrong and what to do."""
    click.echo(f"kg: {plain(text)}", err=True)
