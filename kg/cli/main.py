"""The command `kg`: its subcommands, and how it ends."""

import errno
import os
import sys
from importlib import import_module

import click

import kg
from kg.cli.terminal import complain
from kg.errors import KgError

# each is the function of that name in the module kg.cli.NAME
COMMANDS = [
    "build",
    "query",
    "explain",
    "serve",
    "view",
    "check",
    "export",
    "eval",
    "annotate",
    "link",
    "review",
    "merge",
    "split",
    "push",
]
INTERRUPTED = 130  # as a shell reports Ctrl-C


class Commands(click.Group):
    """Imports a subcommand's module only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kg.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(kg.__version__, prog_name="kg", message="%(prog)s %(version)s")
def cli() -> None:
    """From news articles to a knowledge graph: every fact with its sentence, its source and its certainty.

    \b
    kg build articles/            read the articles and build the graph in graphs/
    kg query facts                a saved query, or SPARQL of your own
    kg explain Xiaomi             all that is known of one entity, with the sentences
    kg view                       the picture in your browser
    """


def main(command: click.Command = cli, name: str = "kg") -> None:
    """Run a command line. Errors are one line on stderr; the exit code is 1 for a failure, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(_run(command, name))


def _run(command: click.Command, name: str) -> int:
    try:
        code = command(prog_name=name, standalone_mode=False)
        sys.stdout.flush()
    except KgError as error:
        complain(str(error), error.excerpt)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as error:
        if error.errno != errno.EPIPE:
            complain(f"{error.filename or 'input or output'}: {error.strerror}")
            return 1
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads any more: flush to nowhere
        return 1
    return code if isinstance(code, int) else 0
