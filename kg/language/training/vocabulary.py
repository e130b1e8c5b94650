"""The pieces that are kept of the base model's vocabulary: those that Dutch, English, German and French need."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from kg.language.training.base import Base
from kg.language.training.corpus import Corpus

FREQUENT = {"nl": 250_000, "en": 250_000, "de": 200_000, "fr": 200_000, "es": 40_000, "it": 40_000, "pt": 30_000}
"""How many of the most frequent words of a language are split as the whole vocabulary would."""
CAPITALISED = 0.5  # of these words, those that also occur with a capital
SHORT = 3  # letters of Latin pieces that are all kept: any name can be spelled with them


def kept(base: Base, corpus: Corpus, share: float = 1.0) -> list[int]:
    """The numbers of the pieces to keep, the special ones first. share: of the numbers of frequent words."""
    tokenizer, everything = base.tokenizer(base.everything), base.everything
    words = {*_of_corpus(corpus), *_frequent(share)}
    used = {everything[i] for code in tokenizer.encode_batch(sorted(words)) for i in code.ids}
    used |= {i for i, piece in enumerate(base.pieces) if _short(piece.replace("▁", ""))}
    return [*base.special, *sorted(used - set(base.special))]


def pieces_of(base: Base, tokenizer: Tokenizer) -> list[int]:
    """The numbers in the base of the pieces of a pruned tokenizer, in its order."""
    numbers = {piece: i for i, piece in enumerate(base.pieces)}
    return [numbers[piece] for piece, _score in json.loads(tokenizer.to_str())["model"]["vocab"]]


def save(base: Base, pieces: list[int], path: Path) -> None:
    """The tokenizer of these pieces as tokenizer.json."""
    path.parent.mkdir(parents=True, exist_ok=True)
    base.tokenizer(pieces).save(str(path), pretty=False)


def _of_corpus(corpus: Corpus) -> Iterator[str]:
    for tree in (tree for found in corpus.training.values() for tree in found):
        yield from tree.words
    for sentence in corpus.names:
        yield from sentence.words


def _frequent(share: float) -> Iterator[str]:
    import wordfreq

    for language, most in FREQUENT.items():
        words = wordfreq.top_n_list(language, int(share * most))
        yield from words
        yield from (word.capitalize() for word in words[: int(CAPITALISED * len(words))])


def _short(piece: str) -> bool:
    latin = all(unicodedata.name(char, "").startswith(("LATIN", "DIGIT")) for char in piece)
    return len(piece) <= 1 or (len(piece) <= SHORT and latin)
