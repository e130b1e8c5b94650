"""The words that the page uses for relations and times."""

import re
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import KgError
from kg.resources import find

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def relation_words(language: str = "en", ontology: Path | None = None) -> Callable[[str], str]:
    """A function that gives a relation's name in words: its label in kg.ttl, or else the name spelled out.

    language: of the labels. ontology: the user's folder, see `kg.resources.find`.
    "investsIn" -> "invests in". Raises KgError if kg.ttl is not Turtle.
    """
    path = find("kg.ttl", ontology)
    labels = _labels(path, language) if path else {}
    return lambda name: labels.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _labels(path: Path, language: str) -> dict[str, str]:
    """The labels in one language of the vocabulary's terms, by their local names."""
    try:
        triples = [(quad.subject, quad.predicate, quad.object) for quad in parse(path=path, format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise KgError(f"{path}: {error}") from error
    return {
        re.split("[#/]", term.value)[-1]: label.value
        for term, predicate, label in triples
        if isinstance(term, NamedNode) and predicate == LABEL
        if isinstance(label, Literal) and label.language == language
    }


def when_words(when: str) -> str:
    """An EDTF date or interval in words: "2023/.." -> "from 2023", "2021-04~" -> "about 2021-04"."""
    start, _, end = when.partition("/")
    if not end or start == end:
        return _date(start)
    if end == "..":
        return f"from {_date(start)}"
    return f"until {_date(end)}" if start in ("", "..") else f"{_date(start)} to {_date(end)}"


def _date(date: str) -> str:
    return f"about {date[:-1]}" if date.endswith("~") else date
