"""The parameters of a saved query as options of `kg query NAME`."""

from itertools import pairwise
from pathlib import Path

import click

from kg.errors import UsageError
from kg.query.saved import Parameter, SavedQuery, find_saved, is_name

SAVED = "kg.query.saved"  # where the saved query stands in click's context


class QueryCommand(click.Command):
    """Takes an option for each parameter of the saved query that is asked; its help tells of that query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[SAVED] = saved = _named(args, self.params)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if saved and error.option_name.startswith("--"):
                saved.values({error.option_name[2:]: ""})  # tells what it takes
            raise

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        own = super().get_params(ctx)
        saved: SavedQuery | None = ctx.meta.get(SAVED)
        return [*own[:1], *map(_option, saved.asks), *own[1:]] if saved and _is_free(saved, own) else own

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        saved: SavedQuery | None = ctx.meta.get(SAVED)
        if saved is None:
            super().format_help_text(ctx, formatter)
            return
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(f"{saved.name}: {saved.description}")


def _named(args: list[str], own: list[click.Parameter]) -> SavedQuery | None:
    """The saved query that arguments ask for: the first word among them that is the name of one."""
    valued = {flag for each in own if isinstance(each, click.Option) and not each.is_flag for flag in each.opts}
    folder, names = None, []
    for before, word in pairwise(["", *args]):
        if before == "--ontology":
            folder = Path(word)
        elif before not in valued and is_name(word) and not word.startswith("-"):
            names.append(word)
    return next(filter(None, (find_saved(name, folder) for name in names)), None)


def _option(parameter: Parameter) -> click.Option:
    needed = "" if parameter.is_optional else "  [required]"
    return click.Option(
        [f"--{parameter.name}", parameter.name], metavar=parameter.kind, help=parameter.meaning + needed
    )


def _is_free(saved: SavedQuery, own: list[click.Parameter]) -> bool:
    """Whether no parameter is called like an option that every query has; UsageError if one is."""
    taken = {option.removeprefix("--") for each in own for option in each.opts} | {each.name for each in own}
    for name in saved.parameters:
        if name in taken:
            raise UsageError(
                f"the saved query {saved.name} cannot have a parameter {name}: that is an option of kg query"
            )
    return True
