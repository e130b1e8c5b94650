"""Which passages are copies of each other: syndicated articles, repeated blocks, a sentence taken over.

A passage is a whole text, a paragraph or a sentence. Two are copies if their letters and digits are equal, or if they
are long and the Jaccard similarity of their word pairs is high. Pairs to compare are found with MinHash and
locality-sensitive hashing (A. Broder 1997; P. Indyk, R. Motwani 1998), so the time does not grow with their square.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rensa import RMinHash, RMinHashLSH

from kg.language.paragraphs import paragraphs
from kg.resolve.groups import Groups

WORD = re.compile(r"[^\W_]+")
SHORTEST = 8  # words of a passage that is a copy and no common phrase
EDITED = 20  # words from which a copy may differ a little
SIMILAR, SEEMS = 0.8, 0.6  # the hashes of a pair as similar as SIMILAR never estimate it as low as SEEMS
HASHES, BANDS, SEED = 240, 40, 1  # with these, one of 200,000 pairs as similar as SIMILAR is not found

Place = tuple[str, int, int]  # document, start and end


@dataclass(frozen=True, slots=True)
class Copies:
    """The origins of sentences: numbers for their text, paragraph and words, equal where these are copies."""

    origins: Mapping[Place, frozenset[int]]

    def same(self, one: Place, other: Place) -> bool:
        """Whether two sentences are copies, or stand in passages that are."""
        return not self.origins[one].isdisjoint(self.origins[other])


def find_copies(texts: Mapping[str, str], sentences: Iterable[Place]) -> Copies:
    """The origins of sentences. texts: by document. The result does not depend on the order of either.

    A sentence has no origin if it, its paragraph and its text are too short to be recognised.
    """
    within = {document: list(paragraphs(text)) for document, text in texts.items()}
    around = {place: _around(place, texts[place[0]], within[place[0]]) for place in sentences}
    words = {place: _words(texts[place[0]][place[1] : place[2]]) for places in around.values() for place in places}
    origins = _origins({text for text in words.values() if _length(text) >= SHORTEST})
    return Copies(
        {s: frozenset(origins[words[p]] for p in places if words[p] in origins) for s, places in around.items()}
    )


def _around(sentence: Place, text: str, spans: Sequence[tuple[int, int]]) -> tuple[Place, Place, Place]:
    """The sentence, its paragraph, and the whole text."""
    document, start, _ = sentence
    paragraph = spans[bisect_right(spans, start, key=lambda span: span[0]) - 1]
    return sentence, (document, *paragraph), (document, 0, len(text))


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _length(words: str) -> int:
    return words.count(" ") + 1


def _origins(passages: set[str]) -> dict[str, int]:
    """A number for each passage, given as its words; the same for copies of each other."""
    ordered, groups = sorted(passages), Groups[int]()
    for one, other in _candidates(ordered):
        if groups.root(one) != groups.root(other) and _similar(ordered[one], ordered[other]):
            groups.join((one, other))
    return {words: groups.root(i) for i, words in enumerate(ordered)}


def _candidates(passages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of long passages that seem similar, each once."""
    long = [i for i, words in enumerate(passages) if _length(words) >= EDITED]
    hashes = RMinHash.from_token_sets((_pairs(passages[i]) for i in long), HASHES, SEED)
    index = RMinHashLSH(SIMILAR, HASHES, BANDS)
    for key, own in enumerate(hashes):
        yield from (
            (long[key], long[other]) for other in sorted(index.query(own)) if own.jaccard(hashes[other]) > SEEMS
        )
        index.insert(key, own)


def _similar(one: str, other: str) -> bool:
    a, b = _pairs(one), _pairs(other)
    return len(a & b) >= SIMILAR * len(a | b)


@lru_cache(10_000)  # what is like one passage is often like many
def _pairs(words: str) -> frozenset[str]:
    return frozenset(f"{a} {b}" for a, b in pairwise(words.split()))
