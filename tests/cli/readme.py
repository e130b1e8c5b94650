"""The README's examples: lines `$ kg ...` in console blocks, each with the output that is shown below it."""

import re
import shlex
from pathlib import Path

from kgcommand import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ kg (.*)\n((?:.*\n)*?)```")


def examples(text: str) -> list[tuple[list[str], str]]:
    """The arguments and the output of each."""
    return [(shlex.split(match[1]), match[2]) for match in BLOCK.finditer(text)]


def links(text: str) -> list[Path]:
    """The files of the project that a page links to."""
    return [ROOT / target for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text)]
