"""What people call the nodes of a graph: an entity's name, a claim in words, a quotation, a file."""

import re

import pyoxigraph as ox

from kg.plain import short
from kg.rdf import vocabulary as v

ENDS = tuple(v.RDF + name for name in ("subject", "predicate", "object"))
NAMES = (v.RDFS + "label", v.OA + "exact", v.KG + "file")  # in this order
LENGTH = 60
ANY = b"|".join(re.escape(iri).encode() for iri in (*ENDS, *NAMES))
NAMING = re.compile(rb"^\S+ <(?:%s)> .*\n" % ANY, re.MULTILINE)


class Labels:
    """Looks the nodes of one graph up."""

    def __init__(self, triples: bytes) -> None:
        """triples: the graph as N-Triples, a triple a line; only what names something is kept."""
        self._store = ox.Store()
        self._store.bulk_load(b"".join(NAMING.findall(triples)), format=ox.RdfFormat.N_TRIPLES)

    def of(self, term: object) -> str:
        """A short label on one line, without control characters; empty for a literal and for what has none."""
        if not isinstance(term, (ox.NamedNode, ox.BlankNode)):
            return ""
        parts = [self._part(part) for end in ENDS for part in self._values(term, end)]
        return short(" ".join(parts) or self._name(term), LENGTH)

    def _part(self, term: object) -> str:
        value = str(getattr(term, "value", ""))
        return value if isinstance(term, ox.Literal) else self._name(term) or re.split("[/#]", value)[-1]

    def _name(self, term: object) -> str:
        return next(
            (value.value for name in NAMES for value in self._values(term, name) if hasattr(value, "value")), ""
        )

    def _values(self, term: object, name: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
        """The values of a property, sorted; a term of the vocabulary is called by its own name."""
        if not isinstance(term, (ox.NamedNode, ox.BlankNode)) or term.value.startswith(v.KG):
            return []
        quads = self._store.quads_for_pattern(term, ox.NamedNode(name), None, None)
        return sorted((quad.object for quad in quads), key=str)
