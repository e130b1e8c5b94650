"""What the tests of each further language share: the sample article's claims as rows, a sentence's as short texts."""

from functools import cache

from reading import Reader, text_of

from kg.documents.document import Document
from kg.extract.claim import ASSERTED, Claim
from kg.extract.lexicon import Lexicon
from kg.extract.lexicon_file import load_lexicon
from kg.extract.run import extract
from kg.graph import Graph
from kg.resources import SHIPPED

Row = tuple[str | None, ...]
Sentences = list[tuple[str, list[str]]]  # (text, its claims as `claims_of` writes them)

COLUMNS = ("subject", "relation", "object", "modality", "source", "when", "amount")
CLAIMS = """PREFIX kg: <https://kg.example/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?subject ?relation ?object ?modality ?source ?when ?amount WHERE {
  ?claim a kg:Claim ; rdf:subject/rdfs:label ?subject ; rdf:predicate ?relation ; rdf:object ?o ; kg:modality ?modality
  OPTIONAL { ?o rdfs:label ?l } OPTIONAL { ?claim kg:source/rdfs:label ?source }
  OPTIONAL { ?claim kg:when ?when } OPTIONAL { ?claim kg:amount ?amount }
  BIND(COALESCE(?l, ?o) AS ?object)
  FILTER(LANG(?subject) = "LANGUAGE" && (!BOUND(?l) || LANG(?l) = "LANGUAGE")
    && (!BOUND(?source) || LANG(?source) = "LANGUAGE"))
}"""


def rows(graph: Graph, language: str) -> list[Row]:
    """The claims of a graph with labels in a language, sorted; a figure that is the object is not told again."""
    found = [
        tuple(row[n] and row[n].rpartition("#")[2] for n in COLUMNS)
        for row in graph.select(CLAIMS.replace("LANGUAGE", language))
    ]
    return sorted(((*row[:6], None) if row[1] == "priceChange" else row for row in found), key=str)


def claims_of(reader: Reader, language: str, text: str) -> list[str]:
    """The claims in a text as "Philips acquires Lumileds (Negated)", sorted."""
    return sorted({_written(claim) for claim in _found(reader, language, text)})


def stated_in(reader: Reader, language: str, text: str, relations: tuple[str, ...]) -> list[str]:
    """The claims of some relations, written the same."""
    return sorted({_written(claim) for claim in _found(reader, language, text) if claim.relation in relations})


def _found(reader: Reader, language: str, text: str) -> tuple[Claim, ...]:
    document = Document("x", "x", ("x.txt",), text, date="2013-05-14")
    return extract(reader.annotator.annotate(document, language), _lexicon(language)).claims


@cache
def _lexicon(language: str) -> Lexicon:
    return load_lexicon(language, SHIPPED)


def _written(claim: Claim) -> str:
    to = "" if claim.object is None else f" {text_of(claim.object)}"
    modality = "" if claim.modality == ASSERTED else f" ({claim.modality})"
    return f"{claim.subject.text} {claim.relation}{to}{modality}"
