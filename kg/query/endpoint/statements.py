"""Claims as sentences that people can read, with the sentences that state them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from kg.query.endpoint.addresses import Addresses
from kg.query.endpoint.served import Served
from kg.rdf.vocabulary import KG, SCHEMA
from kg.view.describe import Description, Term, described, local_name
from kg.view.quotes import quote

CLAIMS = "VALUES ?id {{ {} }} ?id ?property ?value ."
EVIDENCE = "VALUES ?claim {{ {} }} ?claim kg:evidence ?id . ?id ?property ?value ."
ARTICLES = """VALUES ?id {{ {} }}
VALUES ?property {{ kg:file schema:headline schema:datePublished schema:publisher }} ?id ?property ?value ."""
OWNERS = "SELECT DISTINCT ?claim ?evidence {{ VALUES ?claim {{ {} }} ?claim kg:evidence ?evidence }}"


NAMED = (KG, SCHEMA)  # whose terms have labels in the vocabulary


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a page of its own, or a text (without an address)."""

    label: str
    href: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """What a quotation is from."""

    thing: Thing
    date: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that states a claim. marks: where subject and object stand in it; start, end: its own place."""

    evidence: Thing
    sentence: str
    language: str
    marks: tuple[tuple[int, int], ...]
    article: Article
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words. details: what else it says, as (words, things)."""

    claim: Thing
    subject: Thing
    relation: Thing
    object: Thing | None
    modality: str
    when: str
    details: tuple[tuple[str, tuple[Thing, ...]], ...]
    confidence: float | None
    support: int
    disputed: bool
    quotes: tuple[Quoted, ...]


class Statements:
    """Reads claims out of a graph."""

    def __init__(self, served: Served, addresses: Addresses, words: Callable[[str], str]) -> None:
        """words: for relations, see `kg.view.words.relation_words`."""
        self._served, self._addresses, self._words = served, addresses, words

    def of(self, claims: Sequence[str]) -> list[Statement]:
        """The statements that these claims are, in their order; those that are no claims are left out."""
        if not claims:
            return []
        select, listed = self._served.select, nodes(claims)
        found = described(select, CLAIMS.format(listed))
        evidence = described(select, EVIDENCE.format(listed))
        owners: dict[str, list[str]] = {}
        for row in select(OWNERS.format(listed)):
            owners.setdefault(row["claim"] or "", []).append(row["evidence"] or "")
        articles = self.articles(value for each in evidence.values() for value in each.values("wasDerivedFrom"))
        labels = self._served.labels(sorted({t.value for d in found.values() for t in _terms(d) if t.is_iri}))
        return [
            self._statement(
                claim, found[claim], [(iri, evidence[iri]) for iri in owners.get(claim, ())], articles, labels
            )
            for claim in claims
            if claim in found and found[claim].value("predicate")
        ]

    def articles(self, documents: Iterable[str]) -> dict[str, Article]:
        """What is known of these documents, by IRI."""
        iris = sorted(set(documents))
        found = described(self._served.select, ARTICLES.format(nodes(iris))) if iris else {}
        labels = self._served.labels(sorted({t for d in found.values() for t in d.values("publisher")}))
        return {iri: self._article(iri, found.get(iri, Description()), labels) for iri in iris}

    def things(self, iris: Iterable[str]) -> list[Thing]:
        """These IRIs with their labels."""
        iris = list(iris)
        labels = self._served.labels(iris) if iris else {}
        return [self._thing(Term(iri, "", True), labels) for iri in iris]

    def _article(self, iri: str, known: Description, labels: Mapping[str, str]) -> Article:
        name = known.value("headline") or known.value("file") or local_name(iri)
        publisher = ", ".join(labels.get(value, local_name(value)) for value in known.values("publisher"))
        return Article(Thing(name, self._addresses.of(iri), iri), known.value("datePublished"), publisher)

    def _statement(
        self,
        iri: str,
        claim: Description,
        evidence: Sequence[tuple[str, Description]],
        articles: Mapping[str, Article],
        labels: Mapping[str, str],
    ) -> Statement:
        things = {name: tuple(self._thing(term, labels) for term in claim.terms(name)) for name in claim.properties}
        relation, roles = claim.value("predicate"), {role for _, each in evidence for role in each.values("role")}
        details = {
            "as": tuple(map(Thing, sorted({*roles, *claim.values("role")}))),
            "with": things.get("product", ()),
            "": things.get("amount", ()),
            "according to": things.get("source", ()),
        }
        quotes = [self._quoted(each, known, articles) for each, known in evidence]
        return Statement(
            claim=Thing("claim", self._addresses.of(iri), iri),
            subject=next(iter(things.get("subject", ())), Thing("")),
            relation=Thing(self._words(local_name(relation)), self._addresses.of(relation), relation),
            object=next(iter(things.get("object", ())), None),
            modality=local_name(claim.value("modality")) or "Asserted",
            when=claim.value("when"),
            details=tuple((words, found) for words, found in details.items() if found),
            confidence=number(claim.value("confidence")),
            support=int(number(claim.value("support")) or 1),
            disputed=bool(claim.values("conflictsWith")),
            quotes=tuple(sorted(quotes, key=lambda q: (q.article.date, q.article.thing.label, q.start))),
        )

    def _quoted(self, iri: str, known: Description, articles: Mapping[str, Article]) -> Quoted:
        said, document = quote(known, {}), known.value("wasDerivedFrom")
        article = articles.get(document) or self._article(document, Description(), {})
        start, end = (int(number(known.value(name)) or 0) for name in ("start", "end"))
        evidence = Thing("evidence", self._addresses.of(iri), iri)
        return Quoted(evidence, said.sentence, said.language, said.marks, article, start, end)

    def _thing(self, term: Term, labels: Mapping[str, str]) -> Thing:
        if not term.is_iri:
            return Thing(term.value)
        label = labels.get(term.value) or (self._words(local_name(term.value)) if term.value.startswith(NAMED) else "")
        return Thing(label or local_name(term.value) or term.value, self._addresses.of(term.value), term.value)


def nodes(iris: Iterable[str]) -> str:
    """IRIs as they stand in SPARQL."""
    return " ".join(f"<{iri}>" for iri in iris)


def _terms(description: Description) -> list[Term]:
    return [term for terms in description.properties.values() for term in terms]


def number(text: str) -> float | None:
    """A number, None for a text that is none."""
    try:
        return float(text) if isfinite(float(text)) else None
    except ValueError:
        return None
