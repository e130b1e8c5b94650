"""The facts that a person annotated in articles; docs/eval.md describes the files."""

import difflib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.evaluate.names import NOTHING, Named, flat
from kg.evaluate.records import Record, records
from kg.extract.claim import ASSERTED, MODALITIES
from kg.extract.signatures import Signature, load_signatures
from kg.plain import printable

Aliases = Mapping[tuple[str, str], set[str]]  # of a document and a flat name: all names of what is called so there
KNOWN_MODALITIES = [modality.lower() for modality in MODALITIES]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """An annotated fact. document: the article's file name without its suffix, of a row with its line ("news:12")."""

    document: str
    signature: Signature
    subject: Named
    object: Named
    sentence: str
    source: Named  # NOTHING where the text names none
    modality: str
    when: str  # EDTF; "" where the text gives no time
    place: str  # "gold.jsonl, line 3"

    @property
    def relation(self) -> str:
        """The name of the relation."""
        return self.signature.relation


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An annotated thing of an article. name: its canonical name; names: that and all others in the article."""

    document: str
    name: str
    type: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """All facts in the order of the files, and the documents that are named, each with the place where it is first."""

    facts: tuple[GoldFact, ...]
    documents: Mapping[str, str]
    entities: tuple[GoldEntity, ...] = ()


def read_gold(path: str | os.PathLike[str], ontology: Path | None = None) -> Gold:
    """Read a gold file, or all *.jsonl files in a folder.

    ontology: a folder laid over the one that comes with kg; its relations.yaml names the relations.
    UsageError names file and line of what is wrong: no JSON, a missing key, an unknown relation or modality.
    """
    signatures = load_signatures(ontology)
    documents: dict[str, str] = {}
    aliases: dict[tuple[str, str], set[str]] = defaultdict(set)
    stated, entities = [], []
    for record in records(Path(path)):
        documents.setdefault(record.filled("doc"), record.place)
        if "entities" in record.data:
            for entity in _entities(record):
                entities.append(entity)
                for name in entity.names:
                    aliases[entity.document, flat(name)] |= entity.names
        else:
            stated.append(record)
    if not stated:
        raise UsageError(f"{printable(Path(path))}: there are no facts in it")
    facts = tuple(_fact(record, aliases, signatures) for record in stated)
    return Gold(facts, documents, tuple(entities))


def _entities(record: Record) -> Iterator[GoldEntity]:
    for entity in record.records("entities"):
        name = entity.filled("name")
        names = frozenset({name, *entity.texts("aliases")})
        yield GoldEntity(record.text("doc"), name, entity.optional("type"), names)


def _fact(record: Record, aliases: Aliases, signatures: Mapping[str, Signature]) -> GoldFact:
    def named(name: str) -> Named:
        return Named(name, frozenset({name} | aliases.get((record.text("doc"), flat(name)), set())))

    source = record.optional("source")
    return GoldFact(
        document=record.text("doc"),
        signature=signatures[_known(record, "p", record.text("p"), signatures)],
        subject=named(record.filled("s")),
        object=named(record.text("o")),
        sentence=record.filled("sentence"),
        source=named(source) if source else NOTHING,
        modality=_known(record, "modality", record.optional("modality") or ASSERTED.lower(), KNOWN_MODALITIES),
        when=record.optional("when"),
        place=record.place,
    )


def _known(record: Record, key: str, value: str, known: Iterable[str]) -> str:
    """The value, or raise with those that are near."""
    if value in (choices := sorted(known)):
        return value
    near = difflib.get_close_matches(value, choices)
    raise record.error(f"'{key}' is '{value}', which is unknown" + (f"; similar: {', '.join(near)}" if near else ""))
