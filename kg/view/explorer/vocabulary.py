"""What the page knows of types, modalities and relations: their words in Dutch and English, and how they are said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, parse, serialize

from kg.errors import KgError
from kg.extract.signatures import load_signatures
from kg.rdf import vocabulary as v
from kg.resources import find
from kg.view.explorer.columns import Modality, Relation, Type, Vocabulary, Words
from kg.view.explorer.nquads import Things, language, text, things
from kg.yamlfile import YamlFile, load

MODALITIES = ("Asserted", "Planned", "Possible", "Alleged", "Negated", "Ended")
NOTHING = Words("", "")


@dataclass(frozen=True, slots=True)
class Saying:
    """How a relation is said, and the heading under which it stands."""

    group: str = ""
    pattern: Words = NOTHING
    patterns: Mapping[str, Words] = field(default_factory=dict)  # by modality


def vocabulary(relations: Iterable[str], modalities: Iterable[str], ontology: Path | None = None) -> Vocabulary:
    """The types, the modalities and those of the relations that occur, all by their local names.

    ontology: the user's folder, see `kg.resources.find`. UsageError or KgError for a file in it that is wrong.
    """
    terms, says, signatures = _terms(ontology), _sayings(ontology), load_signatures(ontology)
    order = {name: place for place, name in enumerate(says)}
    occurring = sorted(set(relations), key=lambda name: (order.get(name, len(order)), name))
    return Vocabulary(
        types=[Type(key, _words(terms, iri, v.RDFS + "label")) for key, iri in v.CLASSES.items()],
        modalities=[
            Modality(
                name,
                _words(terms, v.KG + name, v.RDFS + "label", _spelled(name)),
                _words(terms, v.KG + name, v.RDFS + "comment"),
            )
            for name in (*MODALITIES, *sorted(set(modalities) - set(MODALITIES)))
        ],
        relations=[
            Relation(
                key=name,
                label=_words(terms, v.KG + name, v.RDFS + "label", _spelled(name)),
                comment=_words(terms, v.KG + name, v.RDFS + "comment"),
                pattern=(say := says.get(name, Saying())).pattern,
                kind=signatures[name].kind if name in signatures else "entity",
                group=say.group,
                symmetric=name in signatures and signatures[name].symmetric,
                patterns=dict(say.patterns),
            )
            for name in occurring
        ],
    )


def _terms(ontology: Path | None) -> Things:
    path = find("kg.ttl", ontology)
    try:
        triples = parse(path=path, format=RdfFormat.TURTLE) if path else ()
        lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode().split("\n")[:-1]
    except SyntaxError as error:
        raise KgError(f"{path}: {error}") from error
    return things(line.removesuffix(" .") + " <> ." for line in lines)


def _words(terms: Things, iri: str, property_: str, otherwise: str = "") -> Words:
    """The texts of a term, each in the other language where it has none in this."""
    found = {language(term): text(term) for term in terms.get(iri, {}).get(property_, ())}
    dutch, english = found.get("nl"), found.get("en")
    return Words(dutch or english or otherwise, english or dutch or otherwise)


def _spelled(name: str) -> str:
    """A relation without a label: "investsIn" -> "invests in"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _sayings(ontology: Path | None) -> dict[str, Saying]:
    """From sentences.yaml, by relation in the order of the file."""
    path = find("sentences.yaml", ontology)
    if path is None:
        return {}
    file = load(path)
    found = {}
    for group, relations in file.data.items():
        file.check((group,), relations, dict)
        for relation, entry in relations.items():
            place = (group, relation)
            file.check(place, entry, dict, {"nl", "en", *MODALITIES})
            own = {name: _pattern(file, (*place, name), entry[name]) for name in MODALITIES if name in entry}
            pattern = _pattern(file, place, {key: entry[key] for key in ("nl", "en") if key in entry})
            found[relation] = Saying(group, pattern, own)
    return found


def _pattern(file: YamlFile, place: tuple[str, ...], entry: Any) -> Words:
    file.check(place, entry, dict, {"nl", "en"})
    texts = dict(zip(entry, file.strings(place, list(entry.values())), strict=True))
    return Words(texts.get("nl", ""), texts.get("en", ""))
