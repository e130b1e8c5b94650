"""An article with its text, in which the sentences that state claims are marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.query.endpoint.served import Served
from kg.query.endpoint.statements import Article, Quoted, Statement, Statements
from kg.view.describe import described

ALL = "VALUES ?id {{ <{}> }} ?id ?property ?value ."
STATED = """SELECT DISTINCT ?claim {{
  GRAPH <{0}> {{ ?evidence prov:wasDerivedFrom <{0}> . ?claim kg:evidence ?evidence }}
}} ORDER BY ?claim"""

Place = tuple[int, int]
Pieces = tuple[tuple[str, int], ...]
Notes = tuple[tuple[int, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A page about an article. pieces: its text, cut at its claims' sentences, each with the number of its note.

    notes: the statements of each such sentence, by number.
    """

    iri: str
    article: Article
    language: str
    files: tuple[str, ...]
    url: str
    author: str
    pieces: Pieces
    notes: Notes


class Documents:
    """Reads articles."""

    def __init__(self, served: Served, statements: Statements) -> None:
        self._served, self._statements = served, statements

    def read(self, iri: str) -> Document:
        """An article with its text and what it states."""
        known = described(self._served.select, ALL.format(iri))[iri]
        article = self._statements.articles([iri])[iri]
        claims = [row["claim"] or "" for row in self._served.select(STATED.format(iri))]
        here = [
            (quoted, statement)
            for statement in self._statements.of(claims)
            for quoted in statement.quotes
            if quoted.article.thing.iri == iri
        ]
        pieces, notes = _annotated(known.value("text"), here)
        return Document(
            iri,
            article,
            known.value("inLanguage"),
            tuple(known.values("file")),
            known.value("url"),
            ", ".join(known.values("author")),
            pieces,
            notes,
        )


def _annotated(text: str, here: Sequence[tuple[Quoted, Statement]]) -> tuple[Pieces, Notes]:
    """The text in pieces, and the notes; a sentence within another has the other's number."""
    places: dict[Place, list[Statement]] = {}
    for quoted, statement in sorted(here, key=lambda pair: (pair[0].start, -pair[0].end, pair[1].claim.iri)):
        outer = next((place for place in places if place[0] <= quoted.start and quoted.end <= place[1]), None)
        places.setdefault(outer or (quoted.start, quoted.end), []).append(statement)
    pieces: list[tuple[str, int]] = []
    done = 0
    for number, (start, end) in enumerate(places, 1):
        begin = max(start, done)
        pieces += [(text[done:begin], 0), (text[begin:end], number)]
        done = max(end, done)
    pieces.append((text[done:], 0))
    return tuple(piece for piece in pieces if piece[0]), tuple(
        (number, tuple(dict.fromkeys(found))) for number, found in enumerate(places.values(), 1)
    )
