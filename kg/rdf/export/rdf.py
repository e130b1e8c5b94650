"""RDF syntaxes: N-Quads and TriG with the named graphs, Turtle and RDF/XML of their union."""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf.export.source import Source
from kg.rdf.export.xml import sound
from kg.rdf.vocabulary import PREFIXES


class _Lines(RawIOBase):
    """Lines as a file that is read, for pyoxigraph."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines, self._rest = iter(lines), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        piece = self._rest or next(self._lines, b"")
        size = min(len(piece), len(buffer))
        buffer[:size], self._rest = piece[:size], piece[size:]
        return size


class _Returns:
    """What is written to a file, with carriage returns as references: a reader of XML takes them for line feeds."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output

    def write(self, text: bytes) -> int:
        self._output.write(text.replace(b"\r", b"&#xD;"))
        return len(text)

    def flush(self) -> None:
        self._output.flush()


def nquads(source: Source, output: BinaryIO) -> None:
    """The statements as they stand in kg.nq."""
    output.writelines(source.quads())


def trig(source: Source, output: BinaryIO) -> None:
    """The named graphs one after the other, with prefixes."""
    parsed = ox.parse(_Lines(source.quads()), format=ox.RdfFormat.N_QUADS)  # type: ignore[arg-type]
    ox.serialize(parsed, output, format=ox.RdfFormat.TRIG, prefixes=PREFIXES, base_iri=source.base)


def turtle(source: Source, output: BinaryIO) -> None:
    """The union, by subject."""
    ox.serialize(_triples(source), output, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES, base_iri=source.base)


def rdf_xml(source: Source, output: BinaryIO) -> None:
    """The union, by subject; characters that XML cannot hold become U+FFFD."""
    writer = _Returns(output)
    ox.serialize(map(_sound, _triples(source)), writer, format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES)  # type: ignore[arg-type]


def _triples(source: Source) -> Iterator[ox.Triple]:
    for quad in ox.parse(path=source.union, format=ox.RdfFormat.N_TRIPLES):
        yield ox.Triple(quad.subject, quad.predicate, quad.object)


def _sound(triple: ox.Triple) -> ox.Triple:
    value = triple.object
    if isinstance(value, ox.Triple):
        return ox.Triple(triple.subject, triple.predicate, _sound(value))
    if not isinstance(value, ox.Literal) or sound(value.value) == value.value:
        return triple
    if value.language:
        return ox.Triple(triple.subject, triple.predicate, ox.Literal(sound(value.value), language=value.language))
    return ox.Triple(triple.subject, triple.predicate, ox.Literal(sound(value.value), datatype=value.datatype))
