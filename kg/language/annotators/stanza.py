"""The models of Stanza that a user has downloaded: `annotator: stanza:LANG`.

Stanza: Qi et al. (2020), https://aclanthology.org/2020.acl-demos.14. Written against
https://stanfordnlp.github.io/stanza/pipeline.html (1.15).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.fingerprint import folder_stamp
from kg.language.annotators.labels import entity_types
from kg.language.annotators.names import Labelled, entities
from kg.language.annotators.parse import Parse, Tokens
from kg.language.annotators.universal import to_universal

PROCESSORS = "tokenize,pos,lemma,depparse,ner"


class StanzaPipeline:
    """The default models of a language, all of which follow Universal Dependencies."""

    def __init__(self, language: str, ontology: Path | None = None) -> None:
        """KgError if Stanza or the language's models are not installed; nothing is loaded yet."""
        self.language = language
        self.types = entity_types(ontology)
        if find_spec("stanza") is None:
            raise KgError(f"stanza:{language} needs Stanza; install it with: pip install 'kg[stanza]'")
        if not self.folder.is_dir():
            raise KgError(f"stanza:{language}: there are no models of this language; {self._download}")

    @property
    def languages(self) -> Sequence[str]:
        return (self.language,)

    @cached_property
    def identity(self) -> str:
        return f"stanza:{self.language} stanza {metadata.version('stanza')} {folder_stamp(self.folder)}"

    @cached_property
    def folder(self) -> Path:
        """Where the models of the language are."""
        from stanza.resources.common import DEFAULT_MODEL_DIR

        return Path(DEFAULT_MODEL_DIR) / self.language

    def load(self) -> None:
        """KgError if a model is missing."""
        assert self._nlp

    def run(self, sentences: Sequence[Tokens]) -> list[Parse]:
        if not sentences:
            return []
        document = self._nlp([list(tokens.forms) for tokens in sentences])
        return [parsed(sentence, self.types) for sentence in document.sentences]

    @property
    def _download(self) -> str:
        return f"download them with: python -c \"import stanza; stanza.download('{self.language}')\""

    @cached_property
    def _nlp(self) -> Any:
        """The pipeline on the processor, in one thread, so that sums come out the same everywhere; offline."""
        import stanza
        import torch

        torch.set_num_threads(1)
        try:
            return stanza.Pipeline(
                self.language,
                processors=PROCESSORS,
                tokenize_pretokenized=True,
                download_method=None,
                use_gpu=False,
                verbose=False,
            )
        except Exception as error:  # Stanza has a class of its own for each fault, some without a common parent
            problem = " ".join(str(error).split())
            raise KgError(f"stanza:{self.language}: {problem}; {self._download}") from error


def parsed(sentence: Any, types: Mapping[str, str]) -> Parse:
    """A sentence of a Stanza document. types: of entities, by their labels."""
    parse = Parse(
        forms=tuple(word.text for word in sentence.words),
        lemmas=[word.lemma or "" for word in sentence.words],
        upos=[word.upos for word in sentence.words],
        feats=[word.feats or "_" for word in sentence.words],
        heads=[word.head - 1 for word in sentence.words],
        labels=[word.deprel for word in sentence.words],
    )
    to_universal(parse)
    parse.entities = entities(parse, _spans([token.ner or "O" for token in sentence.tokens]), types)
    return parse


def _spans(tags: Sequence[str]) -> Iterator[Labelled]:
    """The entities that tags of BIOES give."""
    for first, tag in enumerate(tags):
        if tag[:2] in ("B-", "S-"):
            inside = (f"I-{tag[2:]}", f"E-{tag[2:]}")
            last = first + 1
            while tag[0] == "B" and last < len(tags) and tags[last] in inside:
                last += 1
            yield tag[2:], first, last
