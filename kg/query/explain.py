"""Everything that the graph holds about one entity, with the sentences that state it and where they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.query.entities import Names, called, entity_names
from kg.query.places import Article, Select, articles

PREFIXES = """
PREFIX kg: <https://kg.example/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
ABOUT = "VALUES ?part {{ rdf:subject rdf:object kg:source kg:product }} ?claim ?part <{}> ; a kg:Claim ."
CLAIMS = (
    "SELECT DISTINCT ?claim ?property ?value WHERE {{ {} ?claim ?property ?value }} ORDER BY ?claim ?property ?value"
)
EVIDENCE = """
SELECT DISTINCT ?claim ?exact ?start ?document ?role WHERE {{
  {} ?claim kg:evidence ?evidence .
  ?evidence oa:exact ?exact ; oa:start ?start ; prov:wasDerivedFrom ?document OPTIONAL {{ ?evidence kg:role ?role }}
}}
"""
DETAILS = ("modality", "confidence", "when", "source", "role", "amount", "product", "stated by")

Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, and each place where it stands as "file:line"."""

    sentence: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words. details: what else it says, by the names in DETAILS."""

    subject: str
    relation: str
    object: str
    details: Mapping[str, str]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entity, its names, and the claims of which it is subject, object, source or product."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    statements: tuple[Statement, ...]


def explain(select: Select, name: str) -> list[Explanation]:
    """What the graph holds about each entity of that name, whatever the case of its letters.

    Raises UsageError, with the names that are near, if there is none.
    """
    names = entity_names(select)
    return [_explanation(select, entity, names) for entity in called(names, name)]


def _explanation(select: Select, entity: str, names: Names) -> Explanation:
    about = ABOUT.format(entity)
    claims = _grouped(select(PREFIXES + CLAIMS.format(about)))
    evidence = _grouped(select(PREFIXES + EVIDENCE.format(about)))
    sources = articles(select, {row["document"] or "" for rows in evidence.values() for row in rows})
    statements = [_statement(rows, evidence.get(claim, []), names, sources) for claim, rows in claims.items()]
    statements.sort(key=lambda s: (s.subject != names[entity][0], s.relation, s.subject, s.object, *s.details.values()))
    return Explanation(entity, names[entity][0], tuple(names[entity][1:]), tuple(statements))


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["claim"] or "", []).append(row)
    return groups


def _statement(claim: list[Row], evidence: list[Row], names: Names, sources: Mapping[str, Article]) -> Statement:
    values: dict[str, set[str]] = {"role": {row["role"] for row in evidence if row["role"]}}
    for row in claim:
        value = row["value"] or ""
        values.setdefault(_local_name(row["property"] or ""), set()).add(names[value][0] if value in names else value)
    for key in ("predicate", "modality"):
        values[key] = {_local_name(value) for value in values.get(key, ())}
    words = {key: ", ".join(sorted(found)) for key, found in values.items()}
    if (support := words.get("support", "1")) != "1":
        words["stated by"] = f"{support} documents"
    return Statement(
        subject=words.get("subject", ""),
        relation=words["predicate"],
        object=words.get("object", ""),
        details={key: words[key] for key in DETAILS if words.get(key)},
        quotes=_quotes(evidence, sources),
    )


def _quotes(evidence: list[Row], sources: Mapping[str, Article]) -> tuple[Quote, ...]:
    """Each sentence once, with its places in the order of files and lines."""
    found = sorted((sources[row["document"] or ""], int(row["start"] or 0), row["exact"] or "") for row in evidence)
    places: dict[str, list[str]] = {}
    for article, start, sentence in found:
        places.setdefault(sentence, []).append(article.place(start))
    return tuple(Quote(sentence, tuple(dict.fromkeys(where))) for sentence, where in places.items())


def _local_name(iri: str) -> str:
    return iri.rpartition("#")[2]
