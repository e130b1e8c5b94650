"""JSON-LD that people can read: a line for each thing, with short names that the context in the file explains."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import pyoxigraph as ox

from kg.plain import UNSEEN
from kg.rdf import vocabulary as v
from kg.rdf.export.context import IRI, VOCABULARY, WORDED, Definition, context, terms
from kg.rdf.export.nodes import Node, Term
from kg.rdf.export.source import Source

RELATIVE = re.compile(r"[\w\-%~]+(/[\w\-%~]+)*")  # nothing that resolving against the base would change
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")  # in canonical form, and exact in every reader of JSON
TYPE = v.RDF + "type"

Known = Mapping[str, tuple[str, Definition]]


def jsonld(source: Source, output: BinaryIO) -> None:
    """The union of all graphs, flat, by IRI."""
    known = terms(source.ontology)
    writer = _Writer(source.base, known)
    head = json.dumps(context(source.base, known), ensure_ascii=False, indent=1)
    output.write(f'{{"@context": {head},\n"@graph": ['.encode())
    for i, node in enumerate(source.nodes()):
        line = json.dumps(writer.node(node), ensure_ascii=False)
        output.write((",\n" if i else "\n").encode() + _harmless(line).encode())
    output.write(b"\n]}\n")


def _harmless(text: str) -> str:
    """Escapes what could disguise a text; it stands only in strings."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes terms under a context."""

    base: str
    known: Known

    def node(self, node: Node) -> dict[str, object]:
        """A thing with all its properties; the plain ones of the claim model first are those of its type."""
        written: dict[str, object] = {"id": self._reference(node.iri)}
        if kinds := node.values(TYPE):
            written["type"] = _one([self._class(kind) for kind in kinds])
        for name, values in node.properties.items():
            if name != TYPE:
                self._property(name, values, written)
        return written

    def _property(self, iri: str, values: Sequence[Term], written: dict[str, object]) -> None:
        """Values as their definition has them; others, written out in full, under the IRI of the property."""
        name, definition = self.known.get(iri, (iri, {}))
        fitting = [value for value in values if _fits(value, definition)]
        if fitting:
            short = [self._short(value, definition) for value in fitting]
            written[name] = _languages(fitting) if definition == WORDED else _one(short)
        if others := [self._full(value) for value in values if not _fits(value, definition)]:
            written[iri if fitting or name != iri else name] = _one(others)

    def _short(self, value: Term, definition: Definition) -> object:
        if not definition or isinstance(value, ox.Triple):
            return self._full(value)
        if definition == VOCABULARY:
            return self._class(value.value)
        return value.value if isinstance(value, ox.Literal) else self._reference(value.value)

    def _full(self, value: Term) -> object:
        """A value that needs no context."""
        if not isinstance(value, ox.Literal):
            return {"@id": self._reference(str(getattr(value, "value", value)))}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == v.XSD + "integer" and NUMBER.fullmatch(value.value) and value.value != "-0":
            return int(value.value)
        if datatype == v.XSD + "boolean" and value.value in ("true", "false"):
            return value.value == "true"
        return value.value if datatype == v.XSD + "string" else {"@value": value.value, "@type": datatype}

    def _reference(self, iri: str) -> str:
        below = iri.removeprefix(self.base)
        return below if below != iri and RELATIVE.fullmatch(below) else iri

    def _class(self, iri: str) -> str:
        return self.known[iri][0] if iri in self.known else iri


def _fits(value: Term, definition: Definition) -> bool:
    """Whether a value can be written in the short form of a definition."""
    kind = definition.get("@type", "")
    if definition in (IRI, VOCABULARY):
        return isinstance(value, ox.NamedNode)
    if definition == WORDED:
        return isinstance(value, ox.Literal) and bool(value.language)
    if kind:
        return isinstance(value, ox.Literal) and value.datatype.value == kind.replace("xsd:", v.XSD)
    return True


def _languages(values: Sequence[Term]) -> dict[str, object]:
    """Texts by language."""
    found: dict[str, list[object]] = {}
    for value in values:
        assert isinstance(value, ox.Literal)  # others do not fit
        found.setdefault(value.language or "", []).append(value.value)
    return {language: _one(texts) for language, texts in sorted(found.items())}


def _one(values: list[object]) -> object:
    """The only value, or the list."""
    return values[0] if len(values) == 1 else values
