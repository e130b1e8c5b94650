"""Rules that link claims to each other: files NAME.rq in ontology/rules/, the user's own laid over those of kg.

A file begins with comment lines. Three kinds of them count:

    # link: conflictsWith       or supersedes, then ?claim is the newer one
    # reason: why, in English
    # reason_nl: why, in another language, by its code

Then comes a SELECT of ?claim and ?other. A row may have a ?link of its own, kg:conflictsWith or kg:supersedes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.plain import plain, printable
from kg.query.mistakes import mistake
from kg.query.prepare import Prepared, prepare
from kg.query.saved import read_query
from kg.resources import listed

FOLDER = "rules"
CONFLICTS, SUPERSEDES = "conflictsWith", "supersedes"
LINKS = (CONFLICTS, SUPERSEDES)
SETTING = re.compile(r"#\s*(link|reason)(?:_([a-z]{2}))?:\s*(.*?)\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """Which claims are linked, how, and why. reasons: (language, text), sorted. file: for messages."""

    name: str
    file: str
    link: str
    reasons: tuple[tuple[str, str], ...]
    query: Prepared


def load_rules(ontology: Path | None = None) -> tuple[Rule, ...]:
    """All rules by name. ontology: the user's folder, see `kg.resources.find`.

    UsageError, with the file, for one that is wrong, would change the graph or asks another server.
    """
    return tuple(_load(path) for path in listed(FOLDER, ".rq", ontology))


def _load(path: Path) -> Rule:
    file, text = plain(printable(path)), read_query(path)
    try:
        link, reasons = _settings(text)
        query = prepare(text)
        _check(query)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from None
    return Rule(path.stem, file, link, reasons, query)


def _settings(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The link and the reasons that the comment lines in front name."""
    found = {(match[1], match[2] or ""): match[3] for match in _comments(text)}
    link = found.get(("link", ""))
    if link not in LINKS:
        raise UsageError(f"a rule needs a comment line '# link: {CONFLICTS}' or '# link: {SUPERSEDES}' in front")
    reasons = {language or "en": plain(why) for (key, language), why in found.items() if key == "reason" and why}
    if "en" not in reasons:
        raise UsageError("a rule needs a comment line '# reason: ...' in front that says why the claims are linked")
    return link, tuple(sorted(reasons.items()))


def _comments(text: str) -> Iterator[re.Match[str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if match := SETTING.fullmatch(line):
            yield match


def _check(query: Prepared) -> None:
    """UsageError for what is no SELECT of ?claim and ?other, or cannot be run."""
    if query.tokens[query.begin].keyword != "SELECT":
        raise UsageError("a rule is a SELECT of ?claim and ?other")
    found = _run(query)
    if not {"claim", "other"} <= {variable.value for variable in found.variables}:
        raise UsageError("a rule selects ?claim and ?other")


def _run(query: Prepared) -> ox.QuerySolutions:
    """What a rule's query answers of an empty graph; UsageError for one that is wrong or cannot be answered."""
    try:
        found = ox.Store().query("".join(query.pieces))
    except SyntaxError as error:
        raise query.wrong(*mistake(query.pieces, str(error))) from None
    except (RuntimeError, ValueError) as error:
        raise UsageError(f"the query cannot be answered: {plain(str(error))}") from None
    assert isinstance(found, ox.QuerySolutions)  # of a SELECT
    return found
