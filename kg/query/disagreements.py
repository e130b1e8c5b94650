"""Which claims disagree: what the rules find in a graph, as quads for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import UsageError
from kg.plain import plain
from kg.query.rules import CONFLICTS, LINKS, Rule, run
from kg.rdf import vocabulary as v
from kg.rdf.iris import Iris
from kg.rdf.quads import Quad
from kg.rdf.terms import Triple, a, iri, literal

CLAIM = ox.NamedNode(v.KG + "Claim")
TYPE = ox.NamedNode(v.RDF + "type")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims that a rule links; of a conflict the one whose IRI comes first is the first."""

    link: str
    claim: str
    other: str


def disagreements(store: ox.Store, rules: Iterable[Rule], base: str) -> list[Quad]:
    """The links between claims, and why each is there, for graph/derived; sorted, each once.

    store: a whole graph, which is only read. base: what its IRIs begin with.
    UsageError, with the rule's file, for a rule that selects what is no claim or that cannot be answered.
    """
    iris = Iris(base)
    graph = iris.graph("derived")
    found = ((rule, pair) for rule in rules for pair in _pairs(rule, store))
    return sorted({Quad(graph, *triple) for rule, pair in found for triple in _triples(rule, pair, iris)})


def _pairs(rule: Rule, store: ox.Store) -> set[_Pair]:
    try:
        return {_pair(rule, row, store) for row in run(rule.query, store)}
    except UsageError as error:
        raise UsageError(f"{rule.file}: {error}") from None


def _pair(rule: Rule, row: ox.QuerySolution, store: ox.Store) -> _Pair:
    claim, other, named = _claim(row["claim"], store), _claim(row["other"], store), row["link"]
    link = rule.link if named is None else str(getattr(named, "value", "")).removeprefix(v.KG)
    if link not in LINKS:
        raise UsageError(f"?link must be kg:conflictsWith or kg:supersedes, not {plain(str(named))}")
    if claim == other:
        raise UsageError(f"?claim and ?other must differ; both are {plain(claim)}")
    return _Pair(link, *sorted((claim, other))) if link == CONFLICTS else _Pair(link, claim, other)


def _claim(term: object, store: ox.Store) -> str:
    """The IRI of a claim; UsageError for anything else."""
    if not isinstance(term, ox.NamedNode) or next(store.quads_for_pattern(term, TYPE, CLAIM), None) is None:
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
