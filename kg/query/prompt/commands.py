"""The commands of the prompt, lines that begin with a full stop, and the settings that they change."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import UsageError
from kg.query.engine import LIMIT, LONGEST
from kg.query.formats import FORMATS
from kg.query.saved import SavedQuery

COMMANDS = {
    ".help": ("", "this text"),
    ".list": ("", "the saved queries"),
    ".format": ("FORM", f"how answers are written: {', '.join(FORMATS)}"),
    ".iri": ("on|off", "show IRIs of entities, not their names"),
    ".rows": ("NUMBER", "how many rows of an answer are shown, 0 for all"),
    ".timeout": ("SECONDS", "how long a query may take"),
    ".quit": ("", "leave, as does Ctrl-D"),
}
"""What each takes and does."""

KEYS = """
Enter runs a query when its braces are closed, and begins a new line before that; Alt-Enter begins a new line always.
Tab completes keywords, prefixes, relations, classes and names of entities, which become their IRIs.
Ctrl-C stops a query that runs. The arrow keys and Ctrl-R bring back earlier queries.
A saved query is asked by its name, as in: about --name Xiaomi. What it needs and you do not give is asked for.
"""
MOST_ROWS = 100


@dataclass
class Settings:
    """How queries are asked and answers are shown."""

    form: str = "table"
    iri: bool = False
    rows: int = MOST_ROWS  # 0 for all
    timeout: float = LIMIT


def run(line: str, settings: Settings, queries: Iterable[SavedQuery]) -> str:
    """Do what a command says, .quit aside; returns the text to show. UsageError for a command that is wrong."""
    name, _, value = line.strip().partition(" ")
    value = value.strip()
    match name:
        case ".help":
            return _table((f"{each} {takes}", does) for each, (takes, does) in COMMANDS.items()) + KEYS
        case ".list":
            return _table((saved.call, saved.description) for saved in queries)
        case ".format" if value in FORMATS:
            settings.form = value
        case ".iri" if value in ("on", "off"):
            settings.iri = value == "on"
        case ".rows" if value.isdecimal():
            settings.rows = int(value)
        case ".timeout" if _is_time(value):
            settings.timeout = float(value)
        case _ if name in COMMANDS:
            raise UsageError(f"{name} takes {COMMANDS[name][0] or 'nothing'}: {COMMANDS[name][1]}")
        case _:
            raise UsageError(f"there is no command {name}; see them with .help")
    return ""


def _is_time(value: str) -> bool:
    try:
        return 0 < float(value) <= LONGEST
    except ValueError:
        return False


def _table(rows: Iterable[tuple[str, str]]) -> str:
    found = list(rows)
    width = max(len(left) for left, _ in found)
    return "".join(f"{left:<{width}}  {right}\n" for left, right in found)
