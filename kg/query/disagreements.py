"""Which claims disagree: what the rules find in a graph, as quads for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError, UsageError
from kg.plain import plain
from kg.query.engine import QueryEngine
from kg.query.result import Term
from kg.query.rows import Row
from kg.query.rules import CONFLICTS, LINKS, Rule
from kg.rdf import vocabulary as v
from kg.rdf.iris import Iris
from kg.rdf.quads import Quad
from kg.rdf.terms import Triple, a, iri, literal

LIMIT = 300.0  # seconds that a rule may take
CLAIMS = "SELECT ?claim {{ VALUES ?claim {{ {} }} ?claim a kg:Claim }}"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims that a rule links; of a conflict the one whose IRI comes first is the first."""

    link: str
    claim: str
    other: str


def disagreements(store: Path, rules: Iterable[Rule], base: str, limit: float = LIMIT) -> list[Quad]:
    """The links between claims, and why each is there, for graph/derived; sorted, each once.

    store: the folder with the store of a whole graph. base: what its IRIs begin with. limit: seconds for a rule.
    UsageError, with the rule's file, for a rule that selects what is no claim or that cannot be answered; KgError for
    one that takes too long.
    """
    iris = Iris(base)
    graph = iris.graph("derived")
    with QueryEngine(store) as engine:
        found = [(rule, pair) for rule in rules for pair in _pairs(rule, engine, limit)]
    return sorted({Quad(graph, *triple) for rule, pair in found for triple in _triples(rule, pair, iris)})


def _pairs(rule: Rule, engine: QueryEngine, limit: float) -> set[_Pair]:
    try:
        rows = engine.query(rule.query, limit, labels=False).rows
        claims = _claims(rows, engine)
        return {_pair(rule, row, claims) for row in rows}
    except KgError as error:
        raise type(error)(f"{rule.file}: {error}") from None


def _claims(rows: Sequence[Row], engine: QueryEngine) -> set[str]:
    """The IRIs of claims among the terms of an answer."""
    iris = sorted({term.value for row in rows for term in row.values() if term.kind == "iri"})
    found = engine.query(CLAIMS.format(" ".join(f"<{iri}>" for iri in iris)), labels=False)
    return {row["claim"].value for row in found.rows}


def _pair(rule: Rule, row: Row, claims: set[str]) -> _Pair:
    claim, other, named = _claim(row.get("claim"), claims), _claim(row.get("other"), claims), row.get("link")
    link = rule.link if named is None else named.value.removeprefix(v.KG)
    if link not in LINKS:
        raise UsageError(f"?link must be kg:conflictsWith or kg:supersedes, not {plain(str(named))}")
    if claim == other:
        raise UsageError(f"?claim and ?other must differ; both are {plain(claim)}")
    return _Pair(link, *sorted((claim, other))) if link == CONFLICTS else _Pair(link, claim, other)


def _claim(term: Term | None, claims: set[str]) -> str:
    """The IRI of a claim; UsageError for anything else."""
    if term is None or term.kind != "iri" or term.value not in claims:
        raise UsageError(f"?claim and ?other must be claims, not {plain(str(term))}")
    return term.value


def _triples(rule: Rule, pair: _Pair, iris: Iris) -> Iterator[Triple]:
    link, claim, other = iri(v.KG + pair.link), iri(pair.claim), iri(pair.other)
    yield Triple(claim, link, other)
    if pair.link == CONFLICTS:
        yield Triple(other, link, claim)
    node = iris.disagreement(rule.name, pair.link, pair.claim, pair.other)
    yield a(node, v.KG + "Disagreement")
    for each in (claim, other):
        yield Triple(node, iri(v.KG + "claim"), each)
    for language, reason in rule.reasons:
        yield Triple(node, iri(v.RDFS + "comment"), literal(reason, language))
