"""What can be completed in a query: keywords, prefixes, terms of the vocabulary, saved queries, names of entities."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.plain import plain
from kg.query.entities import Names
from kg.query.saved import SavedQuery
from kg.rdf.vocabulary import PREFIXES, RDFS
from kg.resources import find

KEYWORDS = (
    *("SELECT", "DISTINCT", "WHERE", "FILTER", "OPTIONAL", "UNION", "MINUS", "GRAPH", "BIND", "VALUES", "AS"),
    *("GROUP BY", "HAVING", "ORDER BY", "ASC", "DESC", "LIMIT", "OFFSET", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX"),
    *("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "BOUND", "COALESCE", "IF", "EXISTS", "NOT EXISTS"),
    *("STR", "LANG", "DATATYPE", "CONTAINS", "STRSTARTS", "STRENDS", "STRLEN", "SUBSTR", "LCASE", "UCASE", "CONCAT"),
    *(
        "REGEX",
        "REPLACE",
        "YEAR",
        "MONTH",
        "DAY",
        "ABS",
        "ROUND",
        "IRI",
        "FROM",
        "FROM NAMED",
        "REDUCED",
        "IN",
        "NOT IN",
    ),
)
MODEL = (
    *("rdf:subject", "rdf:predicate", "rdf:object", "rdf:type", "rdfs:label", "skos:altLabel", "owl:sameAs"),
    *("oa:exact", "oa:start", "oa:end", "prov:wasDerivedFrom", "schema:headline", "schema:datePublished"),
    *("schema:inLanguage", "schema:publisher", "schema:NewsArticle", "schema:Person", "schema:Organization"),
    *("schema:Place", "schema:Product", "schema:Event", "schema:CreativeWork", "schema:Thing", "xsd:date"),
)
"""Terms of other vocabularies that a graph is written in."""

LABEL = ox.NamedNode(RDFS + "label")
ONTOLOGY = "kg.ttl"
MOST = 50  # names of entities that are offered


class Word(NamedTuple):
    """Something to put in the place of what was typed. hint: what it is, beside it in the menu."""

    text: str
    shown: str
    hint: str


@dataclass(frozen=True)
class Words:
    """All that can be completed. names: (in small letters, as written, IRI) of entities, sorted."""

    queries: tuple[SavedQuery, ...]
    terms: tuple[Word, ...]
    names: tuple[tuple[str, str, str], ...]

    def entities(self, typed: str) -> Iterator[Word]:
        """The entities with a name that begins as typed."""
        wanted = typed.casefold()
        start = bisect_left(self.names, (wanted,))
        for folded, name, iri in self.names[start : start + MOST]:
            if folded.startswith(wanted):
                yield Word(f"<{iri}>", name, "entity")

    def saved(self, typed: str) -> Iterator[Word]:
        """The saved queries whose name begins as typed."""
        return (Word(q.name, q.call, q.description) for q in self.queries if q.name.startswith(typed))

    def vocabulary(self, typed: str) -> Iterator[Word]:
        """Terms and prefixes that begin as typed; of a relation also its name without the prefix may be."""
        lower = typed.lower()
        for word in self.terms:
            prefix, _, local = word.text.partition(":")
            if word.text.lower().startswith(lower) or (prefix == "kg" and local.lower().startswith(lower)):
                yield word
        yield from (
            Word(f"{prefix}:", f"{prefix}:", PREFIXES[prefix]) for prefix in PREFIXES if prefix.startswith(lower)
        )

    @staticmethod
    def keywords(typed: str) -> Iterator[Word]:
        """Keywords and functions that begin as typed."""
        return (Word(word, word, "SPARQL") for word in KEYWORDS if word.startswith(typed.upper()))


def words(names: Names, queries: Iterable[SavedQuery], ontology: Path | None = None) -> Words:
    """What can be completed in a graph with these names of entities. ontology: the user's folder."""
    own = ((name.casefold(), plain(name), iri) for iri, called in names.items() for name in called)
    file = find(ONTOLOGY, ontology)
    return Words(tuple(queries), tuple(_terms(file) if file else ()), tuple(sorted(set(own))))


def _terms(file: Path) -> list[Word]:
    """The model's terms, and those that the ontology gives a label."""
    labels: dict[str, str] = {}
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
        iri = quad.subject.value
        if quad.predicate == LABEL and iri.startswith(PREFIXES["kg"]) and isinstance(quad.object, ox.Literal):
            term = f"kg:{iri.removeprefix(PREFIXES['kg'])}"
            labels[term] = quad.object.value if quad.object.language == "en" else labels.get(term, quad.object.value)
    return [Word(term, term, labels.get(term, "")) for term in sorted({*labels, *MODEL})]
