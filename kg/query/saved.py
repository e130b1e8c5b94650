"""The saved queries: files NAME.rq in ontology/queries/, the user's own laid over those that come with kg.

A file begins with comment lines that say what the query answers. A parameter is a line such as

    # --name NAME: any name of the entity
    # [--from DATE]: the first day, month or year

the second one in brackets as it may be left out. It stands for the variable of that name, which every SELECT around its
place must name; it is bound as a string, the empty one if it is left out, and never pasted into the query. Some kinds
are looked at before that: NAME is the name of an entity in the graph, DATE begins with a year, NUMBER is a number.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.plain import plain, printable
from kg.resources import find, listed

FOLDER = "queries"
NAME = re.compile(r"[\w-]+")
PARAMETER = re.compile(r"(?P<optional>\[)?--(?P<name>\w+)(?: (?P<kind>\w+))?\]?(?::\s*(?P<meaning>.*))?")
KINDS = {
    "DATE": (re.compile(r"\d{4}(-\d\d(-\d\d)?)?"), "a day, month or year, such as 2023-04-19, 2023-04 or 2023"),
    "NUMBER": (re.compile(r"-?\d+(\.\d+)?"), "a number, such as 0.8"),
}
"""What a value of a kind looks like; others may be any text."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a saved query for which the user gives a value. kind: the word that stands for the value."""

    name: str
    kind: str = "TEXT"
    meaning: str = ""
    is_optional: bool = False

    @property
    def call(self) -> str:
        """How it is given: "--name NAME", in brackets if it may be left out."""
        text = f"--{self.name} {self.kind}"
        return f"[{text}]" if self.is_optional else text

    def value(self, given: str | None) -> str:
        """What is bound; UsageError for a value that is needed or that is none of its kind."""
        if not given and self.is_optional:
            return ""
        if given is None:
            raise UsageError(f"this saved query needs {self.call}{self.meaning and f': {self.meaning}'}")
        pattern, description = KINDS.get(self.kind, (None, ""))
        if pattern and not pattern.fullmatch(given):
            raise UsageError(f"--{self.name} must be {description}, not '{plain(given)}'")
        return given.encode(errors="replace").decode()


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with what it answers, and what it asks for."""

    name: str
    sparql: str
    description: str
    asks: tuple[Parameter, ...]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The variables that must be bound, to the empty string where an optional value is not given."""
        return tuple(each.name for each in self.asks)

    @property
    def call(self) -> str:
        """How it is asked: its name and its parameters."""
        return " ".join([self.name, *(each.call for each in self.asks)])

    def values(self, given: Mapping[str, str | None]) -> dict[str, str]:
        """The value of each parameter; UsageError for one that is missing, wrong or unknown."""
        for name in given:
            if given[name] is not None and name not in self.parameters:
                takes = ", ".join(f"--{each}" for each in self.parameters)
                query = f"the saved query {self.name}" if self.name else "a query that is no saved one"
                raise UsageError(f"{query} has no --{plain(name)}; it takes {takes or 'no parameters'}")
        return {each.name: each.value(given.get(each.name)) for each in self.asks}


def saved_queries(ontology: Path | None = None) -> list[SavedQuery]:
    """All of them by name. ontology: the user's folder, see `kg.resources.find`."""
    return [_read(path) for path in listed(FOLDER, ".rq", ontology)]


def saved_query(name: str, ontology: Path | None = None) -> SavedQuery:
    """UsageError if there is none of that name."""
    found = find_saved(name, ontology)
    if found is None:
        raise UsageError(f"there is no saved query '{plain(name)}'; see them with: kg query --list")
    return found


def find_saved(name: str, ontology: Path | None = None) -> SavedQuery | None:
    """The saved query of that name, if there is one."""
    path = find(f"{FOLDER}/{name}.rq", ontology)
    return _read(path) if path else None


def unnamed(sparql: str) -> SavedQuery:
    """A query of the user's own, which has no name and asks for nothing."""
    return SavedQuery("", sparql, "", ())


def is_name(text: str) -> bool:
    """Whether a text is the name of a saved query rather than SPARQL, which is never a single word."""
    return bool(NAME.fullmatch(text))


def read_query(path: Path) -> str:
    """The text of a query file, UTF-8, - for standard input; UsageError if it cannot be read."""
    name = plain(printable(path))
    try:
        return (sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{name}: this is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {error.strerror}") from None


def _read(path: Path) -> SavedQuery:
    sparql = read_query(path)
    comments = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("# "))
    matches = [PARAMETER.fullmatch(comment) for comment in comments]
    description = " ".join(comment for comment, match in zip(comments, matches, strict=True) if not match)
    asks = tuple(map(_parameter, filter(None, matches)))
    return SavedQuery(path.stem, sparql, plain(description), asks)


def _parameter(match: re.Match[str]) -> Parameter:
    kind, meaning = match["kind"] or "TEXT", plain(match["meaning"] or "")
    return Parameter(match["name"], kind, meaning, bool(match["optional"]))
