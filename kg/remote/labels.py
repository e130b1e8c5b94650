"""The labels of the entities in an answer, asked of the server that gave it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.query.result import Term
from kg.query.worker import LANGUAGES
from kg.rdf.vocabulary import RDFS

MOST = 300  # IRIs in one question
QUESTION = (
    "SELECT DISTINCT ?iri ?label {{ VALUES ?iri {{ {iris} }} "
    "{{ ?iri {label} ?label }} UNION {{ GRAPH ?g {{ ?iri {label} ?label }} }} }}"
)


def questions(iris: Sequence[str]) -> Iterator[str]:
    """Queries for the labels of these."""
    for start in range(0, len(iris), MOST):
        named = " ".join(str(ox.NamedNode(iri)) for iri in iris[start : start + MOST])
        yield QUESTION.format(iris=named, label=ox.NamedNode(f"{RDFS}label"))


def best(rows: Iterable[Mapping[str, Term]]) -> dict[str, str]:
    """The best label of each IRI: in the preferred language."""
    found = defaultdict[str, set[Term]](set)
    for row in rows:
        if row.keys() == {"iri", "label"} and row["label"].kind == "literal":
            found[row["iri"].value].add(row["label"])
    return {iri: min(names, key=_rank).value for iri, names in found.items()}


def _rank(label: Term) -> tuple[int, str, str]:
    order = LANGUAGES.index(label.language) if label.language in LANGUAGES else len(LANGUAGES)
    return order, label.value, label.language
