"""What the pages tell, read out of the graph."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.query.endpoint.served import Served
from kg.query.endpoint.statements import Article, Statement, Statements, Thing, number
from kg.query.result import Term
from kg.view.describe import described

PARTS = {
    "subject": "What is said of it",
    "object": "What is said of others",
    "product": "Where it plays a part",
    "source": "What is said according to it",
}
"""The places of an entity in a claim, and the heading over those claims."""

A_PAGE = 30  # claims
MENTIONED = 50  # articles
ABOUT = """VALUES ?id {{ <{}> }}
VALUES ?property {{ rdf:type rdfs:label skos:altLabel owl:sameAs kg:mentionCount }} ?id ?property ?value ."""
CLAIMS = " UNION ".join(
    f"{{{{ GRAPH ?graph {{{{ ?claim {part} <{{0}}> ; rdf:predicate ?relation }}}} BIND({part} AS ?part) }}}}"
    for part in ("rdf:subject", "rdf:object", "kg:product", "kg:source")
)
MENTIONS = """SELECT ?document (COUNT(*) AS ?count) {{
  GRAPH ?document {{ ?mention kg:refersTo <{}> }}
}} GROUP BY ?document ORDER BY DESC(?count) ?document LIMIT {}"""
REASONS = """SELECT DISTINCT ?other ?link ?reason {{
  VALUES ?link {{ kg:conflictsWith kg:supersedes }} {{ <{0}> ?link ?other }} UNION {{ ?other ?link <{0}> }}
  OPTIONAL {{ ?node kg:claim <{0}>, ?other ; rdfs:comment ?reason FILTER(LANG(?reason) = "en") }}
}} ORDER BY ?other ?link ?reason"""


@dataclass(frozen=True, slots=True)
class Entity:
    """A page about an entity. groups: headings with the claims below them, of this page."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    types: tuple[Thing, ...]
    same: tuple[Thing, ...]
    mentions: int
    groups: tuple[tuple[str, tuple[Statement, ...]], ...]
    claims: int
    page: int
    pages: int
    articles: tuple[tuple[Article, int], ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Another claim that does not go with one, and why."""

    reason: str
    statement: Statement


class Reading:
    """Reads what pages tell."""

    def __init__(self, served: Served, statements: Statements) -> None:
        self._served, self._statements = served, statements

    def classes(self, iri: str) -> set[str]:
        """The classes of a thing."""
        return {row["class"] or "" for row in self._served.select(f"SELECT DISTINCT ?class {{ <{iri}> a ?class }}")}

    def entity(self, iri: str, page: int) -> Entity:
        """An entity with a page of its claims."""
        known = described(self._served.select, ABOUT.format(iri))[iri]
        order = list(PARTS)
        found: dict[str, tuple[int, str, str]] = {}
        for row in self._served.select(f"SELECT DISTINCT ?part ?claim ?relation {{ {CLAIMS.format(iri)} }}"):
            part = order.index((row["part"] or "").rpartition("#")[2])
            claim = row["claim"] or ""
            found[claim] = min(found.get(claim, (9, "", "")), (part, row["relation"] or "", claim))
        listed = sorted(found.values())
        shown = listed[(page - 1) * A_PAGE : page * A_PAGE]
        [name] = self._statements.things([iri])
        return Entity(
            iri=iri,
            name=name.label,
            aliases=tuple(sorted({*known.values("label"), *known.values("altLabel")} - {name.label})),
            types=tuple(self._statements.things(known.values("type"))),
            same=tuple(self._statements.things(known.values("sameAs"))),
            mentions=int(number(known.value("mentionCount")) or 0),
            groups=self._groups(shown),
            claims=len(listed),
            page=page,
            pages=max(1, -(-len(listed) // A_PAGE)),
            articles=self._articles(iri),
        )

    def claim(self, iri: str) -> tuple[Statement | None, list[Disagreement]]:
        """A claim, None if it is not whole, and those that do not go with it."""
        rows = list(self._served.select(REASONS.format(iri)))
        others = dict.fromkeys(row["other"] or "" for row in rows)
        statements = self._statements.of([iri, *others])
        by_iri = {statement.claim.iri: statement for statement in statements}
        reasons = {(row["other"] or "", row["reason"] or "") for row in rows}
        found = [Disagreement(reason, by_iri[other]) for other, reason in sorted(reasons) if other in by_iri]
        return by_iri.get(iri), found

    def properties(self, iri: str, most: int) -> list[tuple[Thing, list[Term]]]:
        """The properties of anything, with their values."""
        return self._by_property(f"SELECT DISTINCT ?p ?o {{ <{iri}> ?p ?o }} ORDER BY ?p ?o LIMIT {most}", "o")

    def users(self, iri: str, most: int) -> list[tuple[Thing, list[Term]]]:
        """What has a thing as a value, by property."""
        return self._by_property(f"SELECT DISTINCT ?p ?s {{ ?s ?p <{iri}> }} ORDER BY ?p ?s LIMIT {most}", "s")

    def _by_property(self, query: str, name: str) -> list[tuple[Thing, list[Term]]]:
        found: dict[str, list[Term]] = {}
        for row in self._served.query(query).rows:
            found.setdefault(row["p"].value, []).append(row[name])
        return list(zip(self._statements.things(found), found.values(), strict=True))

    def _groups(self, shown: Sequence[tuple[int, str, str]]) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
        statements = {s.claim.iri: s for s in self._statements.of([claim for *_, claim in shown])}
        headings = list(PARTS.values())
        groups: dict[str, list[Statement]] = {heading: [] for heading in headings}
        for part, _, claim in shown:
            groups[headings[part]] += [statements[claim]] if claim in statements else []
        return tuple((heading, tuple(found)) for heading, found in groups.items() if found)

    def _articles(self, iri: str) -> tuple[tuple[Article, int], ...]:
        rows = list(self._served.select(MENTIONS.format(iri, MENTIONED)))
        articles = self._statements.articles(row["document"] or "" for row in rows)
        return tuple((articles[row["document"] or ""], int(row["count"] or 0)) for row in rows)
