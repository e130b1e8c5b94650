"""The claims of a graph as an evaluation compares them: with all names of their things, for each article."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from kg.documents.formats import Lines, format_of
from kg.evaluate.names import NOTHING, Named
from kg.extract.claim import ASSERTED
from kg.query.places import Select
from kg.rdf.vocabulary import PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
FILES = """
SELECT DISTINCT ?file ?line WHERE {
  ?document kg:file ?file OPTIONAL { ?document kg:textLine ?line }
} ORDER BY ?file ?line
"""
NAMES = """
SELECT DISTINCT ?entity ?name ?language WHERE {
  VALUES ?property { rdfs:label skos:prefLabel skos:altLabel }
  ?entity ?property ?name BIND(LANG(?name) AS ?language)
} ORDER BY ?entity ?property ?name ?language
"""  # labels come before alternative labels
PARTS = """
SELECT DISTINCT ?claim ?part ?value ?isText WHERE {
  VALUES ?part { rdf:subject rdf:predicate rdf:object kg:modality kg:source kg:when }
  ?claim ?part ?value BIND(isLiteral(?value) AS ?isText)
} ORDER BY ?claim ?part ?value
"""  # with an OPTIONAL for each part instead, a thousand claims take minutes
EVIDENCE = """
SELECT DISTINCT ?claim ?file ?line ?start ?sentence ?language ?confidence WHERE {
  ?claim a kg:Claim ; kg:evidence ?evidence .
  ?evidence prov:wasDerivedFrom ?document ; oa:exact ?sentence BIND(LANG(?sentence) AS ?language)
  ?document kg:file ?file OPTIONAL { ?document kg:textLine ?line }
  OPTIONAL { ?evidence oa:start ?start } OPTIONAL { ?evidence kg:confidence ?confidence }
} ORDER BY ?claim ?file ?line ?start ?sentence
"""

Row = Mapping[str, str | None]
Names = Mapping[str | None, list[Row]]  # of each entity its names and their languages, labels first
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim as one article makes it. document: see `article`."""

    document: str
    file: str
    relation: str
    subject: Named
    object: Named
    sentences: tuple[str, ...]  # in the order of the text
    modality: str  # in lower case, as in gold
    source_names: frozenset[str]
    times: frozenset[str]
    confidence: float | None = None  # of the surest evidence; None if the graph does not tell


def files(select: Select) -> dict[str, str]:
    """The file of each article in the graph, by what gold calls the article."""
    found: dict[str, str] = {}
    for row in select(PROLOGUE + FILES):
        found.setdefault(article(row), row["file"] or "")
    return found


def claims(select: Select) -> list[FoundClaim]:
    """All claims with their evidence, each once for every article that makes it."""
    names = _grouped(select(PROLOGUE + NAMES), lambda row: row["entity"])
    parts = _grouped(select(PROLOGUE + PARTS), lambda row: row["claim"])
    evidence = _grouped(select(PROLOGUE + EVIDENCE), lambda row: (row["claim"], article(row)))
    return [_claim(document, parts[claim], rows, names) for (claim, document), rows in evidence.items()]


def _grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _claim(document: str, parts: list[Row], evidence: list[Row], names: Names) -> FoundClaim:
    language = evidence[0]["language"] or ""

    def named(part: str) -> list[Named]:
        return [_named(row, names, language) for row in parts if _local_name(row["part"]) == part]

    def words(part: str) -> list[str]:
        return [_local_name(row["value"]) for row in parts if _local_name(row["part"]) == part]

    return FoundClaim(
        document=document,
        file=evidence[0]["file"] or "",
        relation=words("predicate")[0],
        subject=named("subject")[0],
        object=next(iter(named("object")), NOTHING),
        sentences=tuple(dict.fromkeys(row["sentence"] or "" for row in evidence)),
        modality=next(iter(words("modality")), ASSERTED).lower(),
        source_names=frozenset(name for source in named("source") for name in source.names),
        times=frozenset(words("when")),
        confidence=max((float(row["confidence"]) for row in evidence if row["confidence"]), default=None),
    )


def _named(part: Row, names: Names, language: str) -> Named:
    """A text, or an entity by its names, the label in a language if it has one; without names the end of its IRI."""
    value = part["value"] or ""
    if part["isText"] == "true":
        return Named(value, frozenset([value]))
    known = [(row["name"] or "", row["language"]) for row in names.get(value, ())]
    known = known or [(re.sub("[-_]", " ", re.split("[/#]", value)[-1]), None)]
    label = next((name for name, of in known if of == language), known[0][0])
    return Named(label, frozenset(name for name, _ in known))


def article(row: Row) -> str:
    """What gold calls an article: its file's name without folder and suffix; of a row also its line, "news:12"."""
    file = row["file"] or ""
    known, name = format_of(file), PurePosixPath(file).stem
    return f"{name}:{row['line']}" if known and known.lines is Lines.ROW and row["line"] else name


def _local_name(iri: str | None) -> str:
    return (iri or "").rpartition("#")[2]
