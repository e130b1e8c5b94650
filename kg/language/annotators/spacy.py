"""Any pipeline of spaCy 3 that a user has installed or trained: `annotator: spacy:NAME`.

spaCy: Honnibal et al., https://spacy.io. Written against https://spacy.io/api (3.8).
"""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.fingerprint import folder_stamp
from kg.language.annotators.labels import entity_types
from kg.language.annotators.names import entities
from kg.language.annotators.parse import Parse, Tokens
from kg.language.annotators.schemes import Convert, converter

META = "meta.json"
NEEDED = {
    "POS": "a tagger or morphologizer (parts of speech)",
    "DEP": "a parser (trees)",
    "ENT_IOB": "an entity recogniser (ner)",
}
PROBE = ("Philips", "bought", "it", ".")  # any words: only what is told of them counts


class SpacyPipeline:
    """A pipeline by the name of its package, or by the folder that it was saved in."""

    def __init__(self, name: str, ontology: Path | None = None) -> None:
        """KgError if spaCy or the pipeline is not installed; nothing is loaded yet."""
        self.name = f"spacy:{name}"
        self.types = entity_types(ontology)
        if find_spec("spacy") is None:
            raise KgError(f"{self.name} needs spaCy; install it with: pip install 'kg[spacy]'")
        self.folder = self._folder(name)
        self.meta = json.loads((self.folder / META).read_text("utf-8"))

    @property
    def languages(self) -> Sequence[str]:
        return (str(self.meta.get("lang")),)

    @cached_property
    def identity(self) -> str:
        return f"{self.name} spacy {metadata.version('spacy')} {folder_stamp(self.folder)}"

    def load(self) -> None:
        """KgError if the pipeline lacks what kg needs."""
        _ = self._convert

    def run(self, sentences: Sequence[Tokens]) -> list[Parse]:
        return [self._parse(doc) for doc in self._docs(sentences)]

    def _folder(self, name: str) -> Path:
        """Where its files are, as spaCy looks for them; KgError if they are nowhere."""
        package = find_spec(name) if name.isidentifier() else None
        for place in (*((package and package.submodule_search_locations) or ()), name):
            if (Path(place) / META).is_file():
                return Path(place)
        how = f"; install it with: python -m spacy download {name}" if name.isidentifier() else ""
        raise KgError(f"{self.name}: there is no such pipeline{how}")

    @cached_property
    def _nlp(self) -> Any:
        import spacy

        try:
            return spacy.load(self.name.removeprefix("spacy:"))
        except (ImportError, OSError, ValueError) as error:  # of another version, or it needs another package
            raise KgError(f"{self.name}: spaCy cannot load it: {' '.join(str(error).split())}") from error

    @cached_property
    def _convert(self) -> Convert:
        [probe] = self._docs([Tokens(PROBE, (True, True, False, False))])
        missing = [what for attribute, what in NEEDED.items() if not probe.has_annotation(attribute)]
        if missing:
            raise KgError(f"{self.name}: the pipeline lacks {' and '.join(missing)}; kg needs them all")
        parsers = [name for name in self._nlp.pipe_names if "token.dep" in self._nlp.get_pipe_meta(name).assigns]
        labels = [label for name in parsers for label in self._nlp.get_pipe(name).labels]
        return converter(labels, self.name)

    def _docs(self, sentences: Sequence[Tokens]) -> Iterator[Any]:
        """A sentence a Doc: what is read in one never depends on the others."""
        from spacy.tokens import Doc

        vocab = self._nlp.vocab
        docs = (Doc(vocab, list(tokens.forms), list(tokens.blanks)) for tokens in sentences)
        return iter(self._nlp.pipe(docs))

    def _parse(self, doc: Any) -> Parse:
        parse = Parse(
            forms=tuple(token.text for token in doc),
            lemmas=[token.lemma_ for token in doc],
            upos=[token.pos_ for token in doc],
            feats=[str(token.morph) for token in doc],
            heads=[-1 if token.head.i == token.i else token.head.i for token in doc],
            labels=[token.dep_ for token in doc],
        )
        self._convert(parse)
        parse.entities = entities(parse, ((e.label_, e.start, e.end) for e in doc.ents), self.types)
        return parse
