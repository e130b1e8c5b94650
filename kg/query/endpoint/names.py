"""Entities by the beginning of their names, or of a word in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from kg.plain import plain
from kg.query.endpoint.statements import number
from kg.view.describe import local_name

MOST = 500_000  # names that are kept
LOOKED_AT = 2_000  # of those that begin as wanted
NAMES = f"""
SELECT ?entity ?property ?label ?type ?count (LANG(?label) AS ?language) {{
  VALUES ?property {{ rdfs:label skos:altLabel }} ?entity ?property ?label
  OPTIONAL {{ ?entity a ?type }} OPTIONAL {{ ?entity kg:mentionCount ?count }}
  FILTER(!STRSTARTS(STR(?entity), STR(kg:)))
}} LIMIT {MOST}
"""
LONGEST, WORDS = 200, 12  # characters and words of a name that count
WORD = re.compile(r"\w+")
LANGUAGES = ("nl", "en", "de", "fr")  # of labels, the preferred ones first


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by its label. type: the IRI of a class, "" without one. count: how often it is mentioned."""

    iri: str
    label: str
    type: str
    count: int

    @property
    def kind(self) -> str:
        """The last part of the class's IRI."""
        return local_name(self.type)


class Names:
    """All entities of a graph, for looking up."""

    def __init__(self, rows: Iterable[Mapping[str, str | None]]) -> None:
        """rows: the answer to NAMES."""
        labels: dict[str, tuple[bool, int, str]] = {}
        types: dict[str, str] = {}
        counts: dict[str, int] = {}
        keys: set[tuple[str, str]] = set()
        for row in rows:
            iri, label = row["entity"] or "", plain(row["label"] or "")
            rank = (row["property"] or "").endswith("altLabel"), _rank(row["language"] or ""), label
            labels[iri] = min(labels.get(iri, rank), rank)
            types[iri] = min(types.get(iri) or row["type"] or "", row["type"] or "")
            counts[iri] = int(number(row["count"] or "") or 0)
            folded = label.casefold()
            words = islice(WORD.finditer(folded, 0, LONGEST), WORDS)
            keys |= {(folded[match.start() : LONGEST], iri) for match in words}
        self._keys = sorted(keys)
        self._named = {iri: Named(iri, rank[2], types[iri], counts[iri]) for iri, rank in labels.items()}
        self.all = sorted(self._named.values(), key=lambda named: (-named.count, named.label.casefold(), named.iri))

    def find(self, text: str, most: int) -> list[Named]:
        """The entities of which a name, or a word in it, begins so; those mentioned most come first."""
        wanted = plain(text).casefold()
        if not wanted:
            return self.all[:most]
        begin = bisect_left(self._keys, (wanted, ""))
        found = {iri: None for key, iri in self._keys[begin : begin + LOOKED_AT] if key.startswith(wanted)}
        by_name = sorted(map(self._named.__getitem__, found), key=lambda n: (-n.count, n.label.casefold(), n.iri))
        return by_name[:most]


def _rank(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
