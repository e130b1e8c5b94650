"""The saved queries: files NAME.rq in ontology/queries/, the user's own laid over those that come with kg.

A file begins with comment lines that say what the query answers. A parameter is a line such as

    # --name NAME: any name of the entity

It stands for the variable ?name, which SELECT names too; it is bound as a string, never pasted into the query.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.documents.collect import printable
from kg.errors import UsageError
from kg.plain import plain
from kg.resources import find, listed

FOLDER = "queries"
NAME = re.compile(r"[\w-]+")
PARAMETER = re.compile(r"--(\w+) ")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with what it answers. parameters: the variables for which a value is needed."""

    name: str
    sparql: str
    description: str
    parameters: tuple[str, ...]


def saved_queries(ontology: Path | None = None) -> list[SavedQuery]:
    """All of them by name. ontology: the user's folder, see `kg.resources.find`."""
    return [_read(path) for path in listed(FOLDER, ".rq", ontology)]


def saved_query(name: str, ontology: Path | None = None) -> SavedQuery:
    """UsageError if there is none of that name."""
    path = find(f"{FOLDER}/{name}.rq", ontology)
    if path is None:
        raise UsageError(f"there is no saved query '{plain(name)}'; see them with: kg query --list")
    return _read(path)


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
    parameters = tuple(match[1] for comment in comments if (match := PARAMETER.match(comment)))
    description = " ".join(comment for comment in comments if not PARAMETER.match(comment))
    return SavedQuery(path.stem, sparql, plain(description), parameters)
